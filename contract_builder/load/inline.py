"""The inside of a paragraph: words, placeholders, links, a condition before them and a label after them."""

import re
from typing import Any, NamedTuple

from contract_builder.load.condition import parse_words
from contract_builder.load.link import parse_link
from contract_builder.load.placeholder import Slotted, Wrong, split
from contract_builder.load.source import illegal_character, illegal_in
from contract_builder.load.stray import Page, Run, refuse_stray
from contract_builder.load.terms import BREAK, runs
from contract_builder.model.body import Inline, Link, Slot, Style, Text
from contract_builder.model.condition import Condition
from contract_builder.model.diagnostic import Diagnostic, Place

_LABEL = re.compile(r"(?:^|\s)\^(\S*)\s*$")
_LABEL_FORM = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_CONDITION = re.compile(r"\(only if (.+)\)")
_NEARLY_CONDITION = re.compile(r"\(\s*(only|if|where|unless|when)\b.*\)?", re.IGNORECASE)
_REFUSED = {
    "code_inline": ("markdown-code", "code cannot be used here", "Take out the backticks."),
    "html_inline": ("markdown-html", "HTML cannot be used here", "Take it out; for `<` in a text write `&lt;`."),
    "image": ("markdown-image", "a picture cannot be used here", "Describe it in words."),
    "hardbreak": ("markdown-hard-break", "a line cannot be broken by two spaces or a backslash at its end",
                  "Take them out; for a new paragraph, begin a new item."),
}  # fmt: skip


class Inside(NamedTuple):
    """What a paragraph holds."""

    inlines: tuple[Inline, ...]
    label: str
    condition: Condition | None
    terms: tuple[str, ...]


def parse_inside(token: Any, line: int, page: Page, label: bool = False, condition: bool = False) -> Inside:
    """What the inline `token` of markdown-it holds, whose first line is `line` of the file.

    `label` and `condition` say whether one may stand here. What is wrong is added to the page.
    """
    runs_ = _runs(token.children or [], line, page)
    only_if = None
    if condition or (runs_ and runs_[0].style == "em"):
        runs_, only_if = _take_condition(runs_, page, condition)
    runs_, name = _take_label(runs_, page, label)
    refuse_stray(runs_, page, "\\" in token.content)
    if "\ufffd" in "".join(run.text for run in runs_) and "\ufffd" not in token.content:
        message, hint = "a character written with `&#` does not exist", "Write the character itself."
        page.found.append(Diagnostic("markdown-entity", page.source.place_of("&#", line), message, hint))
    if "&" in token.content and (character := illegal_in("".join(run.text for run in runs_))):
        page.found.append(illegal_character(character, page.source.place_of("&", line)))
    inlines = tuple(_trimmed([inline for run in runs_ for inline in _inlines(run, page)]))
    if not inlines:
        page.found.append(Diagnostic("empty-text", page.source.place_of("", line), "there are no words here",
                                     "Write them, or delete the line."))  # fmt: skip
    return Inside(inlines, name, only_if, runs(_plain(inlines)))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(i.text if isinstance(i, Text) else BREAK for i in inlines)


def _runs(children: list[Any], line: int, page: Page) -> list[Run]:
    """The runs of words and the links among markdown-it's tokens."""
    found: list[Run] = []
    style: Style = ""
    words, start, link = "", line, None
    for token in children:
        kind = token.type
        if kind in ("text", "softbreak"):
            words += token.content if kind == "text" else "\n"
            line += kind == "softbreak"
            continue
        if kind in _REFUSED:
            rule, message, hint = _REFUSED[kind]
            page.found.append(
                Diagnostic(rule, _find(page, token.content or token.markup, line), message, hint)
            )
            line += kind == "hardbreak"
            continue
        if link is None:
            found.append(Run(words, style, start))
        words, start = "", line
        if kind == "link_open":
            link = _link(token, line, style, page)
        elif kind == "link_close":
            if link:
                found.append(Run("", "", line, link))
            link = None
        elif link is None or not kind.endswith("_close"):
            style = _style(kind, style, line, page)
    return [run for run in (*found, Run(words, style, start)) if run.text or run.link]


def _style(kind: str, style: Style, line: int, page: Page) -> Style:
    """The style after the token `kind`."""
    if kind in ("em_close", "strong_close"):
        return ""
    if style:
        message, hint = "emphasis stands inside emphasis", "Use one or the other: `*words*` or `**words**`."
        page.found.append(Diagnostic("markdown-emphasis", page.source.place_of("*", line), message, hint))
    return "em" if kind == "em_open" else "strong"


def _link(token: Any, line: int, style: Style, page: Page) -> Link | None:
    href, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
    if style:
        place = _find(page, href, line)
        message, hint = "a link stands inside emphasis", "End the emphasis before the link."
        page.found.append(Diagnostic("markdown-emphasis", place, message, hint))
    link = parse_link(href, page.folder, " ".join(title.split()), line)
    if isinstance(link, Link):
        return link
    rule, message, hint = link
    page.found.append(Diagnostic(rule, _find(page, href, line), message, hint))
    return Link("here", "")


def _find(page: Page, words: str, line: int) -> Place:
    """The place of `words` in `line`, or in the next line: a link may be broken over two."""
    here = words if words and words in page.source.line(line) else ""
    if words and not here and words in page.source.line(line + 1):
        line, here = line + 1, words
    return page.source.place_of(here, line)


def _take_condition(runs_: list[Run], page: Page, allowed: bool) -> tuple[list[Run], Condition | None]:
    first = runs_[0] if runs_ else None
    if first is None or first.link or not _NEARLY_CONDITION.match(first.text):
        return runs_, None
    words = " ".join(first.text.split())
    match = _CONDITION.fullmatch(words)
    at = page.source.place_of(first.text.split("\n")[0].strip(), first.line)
    if first.style != "em":
        if words.lower().startswith("(only if"):
            hint = "Put asterisks round the brackets: `*(only if …)*`."
            page.found.append(
                Diagnostic("condition-not-marked", at, "a condition is not marked as one", hint)
            )
        return runs_, None
    if not match or not allowed:
        message = "this is not a condition" if allowed else "a condition cannot stand here"
        hint = (
            "Write `*(only if fact is value)*`."
            if allowed
            else "Only an item, a paragraph or, in its first cell, a row of a table can have one."
        )
        page.found.append(Diagnostic("condition-syntax", at, message, hint))
        return runs_[1:], None
    condition, found = parse_words(match.group(1), lambda part: page.source.place_of(part, first.line))
    page.found.extend(found)
    return runs_[1:], condition


def _take_label(runs_: list[Run], page: Page, allowed: bool) -> tuple[list[Run], str]:
    last = runs_[-1] if runs_ else None
    match = _LABEL.search(last.text) if last and not last.link and not last.style else None
    if last is None or match is None:
        return runs_, ""
    name = match.group(1)
    place = page.source.place_of(f"^{name}", last.line + last.text.count("\n"))
    if not allowed:
        hint = "Delete it; only an item of a clause or schedule can be referred to."
        page.found.append(Diagnostic("label-not-here", place, "a label cannot stand here", hint))
    elif not _LABEL_FORM.fullmatch(name):
        hint = "Labels are lower-case letters, digits and hyphens, such as `^on-request`."
        page.found.append(Diagnostic("label-malformed", place, f"`^{name}` is not a label", hint))
        name = ""
    return [*runs_[:-1], last._replace(text=last.text[: match.start()])], name if allowed else ""


def _inlines(run: Run, page: Page) -> list[Inline]:
    if run.link:
        return [run.link] if run.link.target or run.link.label else []
    found: list[Inline] = []
    line, counted = run.line, 0
    for start, part in split(run.text):
        line += run.text.count("\n", counted, start)
        counted = start
        if isinstance(part, Slotted):
            found.append(Slot(part.name, part.filter, run.style, line))
        elif isinstance(part, Wrong):
            words = part.message.split("`")[1]
            page.found.append(
                Diagnostic(part.rule, page.source.place_of(words, line), part.message, part.hint)
            )
        else:
            found.append(Text(part.replace("\n", " "), run.style))
    return found


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    """`inlines` without spaces at either end."""
    while inlines and isinstance(first := inlines[0], Text):
        text = first.text.lstrip()
        if text:
            inlines[0] = Text(text, first.style)
            break
        del inlines[0]
    while inlines and isinstance(last := inlines[-1], Text):
        text = last.text.rstrip()
        if text:
            inlines[-1] = Text(text, last.style)
            break
        del inlines[-1]
    return inlines
