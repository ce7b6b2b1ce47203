"""Links to clauses, schedules, topics and labels, by the path that also works on a code host."""

import posixpath
import re

from contract_builder.model.body import Link

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|www\.|mailto:")
_FORMS = (
    "Write `../<group>/<clause>.md`, `../schedules/<schedule>.md`, `../topics.yaml#<topic>` or `#^<label>`."
)


def parse_link(href: str, folder: str, alternative: str, line: int) -> Link | tuple[str, str, str]:
    """The Link that `href` makes in a file in `folder` of the library; or a rule id, what is wrong, and the cure."""
    path, _, fragment = href.partition("#")
    if _EXTERNAL.match(href):
        return (
            "link-external",
            f"`{href}` leads out of the library",
            ("Name the source in words; put web addresses in law.yaml or in the section `## Note`."),
        )
    label = fragment[1:] if fragment.startswith("^") else ""
    if label and not _SLUG.fullmatch(label):
        return "link-label", f"`{label}` is not a label", "Labels are lower-case letters, digits and hyphens."
    if not path:
        return Link("here", "", label, alternative, line) if label else _no_label(href, fragment)
    parts = posixpath.normpath(posixpath.join(folder, path)).split("/")
    if parts == ["topics.yaml"]:
        if not _SLUG.fullmatch(fragment):
            return "link-topic", f"`{href}` names no topic", "Write `../topics.yaml#redress`."
        return Link("topic", fragment, "", alternative, line)
    if fragment and not label:
        return _no_label(href, fragment)
    if len(parts) != 2 or not parts[1].endswith(".md") or "\\" in href or parts[0] == "..":
        return "link-target", f"`{href}` is not the path of a clause, schedule or topic", _FORMS
    group, target = parts[0], parts[1].removesuffix(".md")
    if not _SLUG.fullmatch(target) or not _SLUG.fullmatch(group):
        return "link-target", f"`{href}` is not the path of a clause, schedule or topic", _FORMS
    if group == "definitions":
        return (
            "link-definition",
            "a definition needs no link",
            "Write the term with its capitals, and no link.",
        )
    if group == "schedules":
        return Link("schedule", target, label, alternative, line)
    return Link("clause", target, label, alternative, line, group)


def _no_label(href: str, fragment: str) -> tuple[str, str, str]:
    hint = f"Write `#^{fragment}`." if _SLUG.fullmatch(fragment) else "Write `#^` and the label."
    return "link-label", f"`{href}` names no label", hint
