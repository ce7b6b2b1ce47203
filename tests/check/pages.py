"""Makes a page for each rule of `check`, in `docs/rules/`, from the rule and its cases.

`python -m tests.check.pages` writes them all. The words are the docstring of the rule; the examples are the cases
marked `shows: bad` and `shows: good`, made in the small library of this folder; what `check` prints is what it prints.
"""

import contextlib
import os
import re
import tempfile
import textwrap
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from contract_builder.check.allow import covers
from contract_builder.check.formats.marked import mark
from contract_builder.check.registry import CHECKS, Check
from contract_builder.check.scope import Scope
from contract_builder.cli.check import command
from contract_builder.cli.where import line_of
from contract_builder.load.schema.explain import flow
from contract_builder.model.allowance import Allowance
from contract_builder.model.diagnostic import Diagnostic
from tests.check.excerpt import excerpt, fenced, lines_of, spots
from tests.check.runner import LIBRARY, Case, cases, found_by, make

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
BY_HAND = "documents.md"
"""The page of the rules for Word documents, which nothing makes."""
COMMAND = "python -m tests.check.pages"
COLUMNS = 100
HEAD = f"""\
# The rules of `check`

Each finds one kind of fault that no single file can show.
An *error* makes `check` fail; a *warning* wants a look; *advice* is an opinion on wording, shown with `--advice`.
How to run them: [the command line](../cli.md#check).

Some findings may be allowed where they stand, with a reason: [how](../clause-format.md#what-check-finds-and-is-meant).

Made from the rules and their cases by `{COMMAND}`; not edited by hand."""
MAY = """\
It may be allowed where it is meant, with the reason, in the front matter of the file (in a playbook, at the top level).
For the example above:"""


class Made(NamedTuple):
    """A case, made in a folder."""

    case: Case
    folder: Path
    scope: Scope


def shown(rule: str, what: str) -> Case | None:
    """The case of `rule` that shows what is `bad`, or what is `good`, if there is one."""
    return next((case for case in cases() if case.rule == rule and case.shows == what), None)


def contents() -> str:
    """The page that lists the rules."""
    parts = [HEAD]
    for group in dict.fromkeys(check.group for check in CHECKS.values()):
        rows = [
            f"| {link(c.rule)} | {c.level} | {prose(c.finds).replace('|', chr(92) + '|')} "
            f"| {'yes' if c.may_be_allowed else 'no'} |"
            for c in CHECKS.values()
            if c.group == group
        ]
        head = "| rule | level | finds | may be allowed |\n|---|---|---|---|\n"
        parts += [f"## {group.capitalize()}", head + "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def link(rule: str) -> str:
    """A link to the page of `rule`; its name alone, until one of its cases is marked."""
    return f"[{rule}]({rule}.md)" if shown(rule, "bad") else rule


def page(rule: str) -> str:
    """The page of `rule`."""
    check = CHECKS[rule]
    bad, good = shown(rule, "bad"), shown(rule, "good")
    assert bad, f"no case of {rule} is marked `shows: bad`"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = Made(bad, folder / "bad", make(bad, folder / "bad"))
        right = Made(good, folder / "good", make(good, folder / "good")) if good else None
        found = found_by(rule, wrong.scope)
        files = files_of(wrong, found)
        files_of_good = [file for file in files_of(right, []) if file not in files] if right else []
        parts = [
            f"# {rule}",
            f"{check.level.capitalize()}, in the group [{check.group}](README.md#{check.group.replace(' ', '-')}).",
            *map(prose, (check.finds, *check.why)),
            "## Bad",
            sentence(bad),
            *(block(file, wrong.folder, bad_lines(file, wrong, found)) for file in files),
            "`check` prints:",
            fenced(printed(wrong, check), "text"),
            "## Good",
            sentence(good) if good else "So it stands in the library that the example was made from:",
            *(part for file in (*files, *files_of_good) if (part := good_block(file, wrong, right))),
            "## Allowing it",
            *allowing(check, wrong, found),
            f"More examples, which are also its tests: [{rule}.yaml](../../tests/check/cases/{rule}.yaml).",
            "[All rules](README.md)",
        ]
    return "\n\n".join(parts) + "\n"


def sentence(case: Case) -> str:
    """What the case shows, and why, if it says so."""
    return f"{case.words[0].upper()}{case.words[1:]}." + (f" {case.because}" if case.because else "")


def files_of(made: Made, found: list[Diagnostic]) -> list[str]:
    """The files that the case changes or adds, then those of its findings."""
    return list(dict.fromkeys((*made.case.change, *made.case.add, *(d.place.file for d in found))))


def bad_lines(file: str, made: Made, found: list[Diagnostic]) -> list[range]:
    """The lines of `file` that differ from the library, and those that something is found in."""
    lines = [range(d.place.line - 1, d.place.line) for d in found if d.place.file == file and d.place.line]
    if file in made.case.add:
        return []
    return [*spots(lines_of(LIBRARY / file), lines_of(made.folder / file), True), *lines]


def good_block(file: str, wrong: Made, right: Made | None) -> str:
    """The same place in `file` where it is right; empty if the file is not there."""
    folder = right.folder if right else LIBRARY
    old, new = lines_of(LIBRARY / file), lines_of(folder / file)
    if not new:
        return ""
    changed = spots(old, new, True)
    if not changed and old:
        changed = spots(old, lines_of(wrong.folder / file), False)
        found = [d.place.line for d in found_by(wrong.case.rule, wrong.scope) if d.place.file == file]
        changed = changed or [range(line - 1, line) for line in found if line]
    return block(file, folder, changed if old else [])


def block(file: str, folder: Path, lines: list[range]) -> str:
    """The name of the file, and the lines of it."""
    language = "yaml" if file.endswith(".yaml") else "markdown"
    return f"`{file}`\n\n{fenced(excerpt(lines_of(folder / file), lines), language)}"


def printed(made: Made, check: Check) -> str:
    """What `check` prints for the case: the findings of the rule, wrapped where a page is narrower."""
    options = ["--library", str(made.folder), "--rule", check.rule, "--advice"]
    if made.case.as_of:
        options += ["--as-of", made.case.as_of]
    if (made.folder / "overlay").is_dir():
        (made.folder / "council.toml").write_text(
            '[council]\nname = "Mere"\noverlay = "overlay"\n', encoding="utf-8"
        )
    with contextlib.chdir(made.folder):
        done = CliRunner(env={"CONTRACT_BUILDER_CACHE": "off", "NO_COLOR": "1"}).invoke(command, options)
    assert done.stderr, done.output
    return "\n".join(wrapped(line) for line in done.stderr.splitlines())


def wrapped(line: str) -> str:
    """`line` over several lines, but a line of a file as it is."""
    if re.match(r" +[0-9]* +\| ", line):
        return line.rstrip()
    return textwrap.fill(
        line, COLUMNS, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def allowing(check: Check, made: Made, found: list[Diagnostic]) -> list[str]:
    """Whether a file may allow what the rule finds, and the entry with which it would allow the bad example."""
    if not check.may_be_allowed:
        return ["It cannot be allowed: mend it."]
    first = found[0]
    words = next(
        w for w in candidates(made, first) if w and covers(made.scope, Allowance(check.rule, w, ""), first)
    )
    entry = f"allow:\n  - rule: {check.rule}\n    words: {flow(words)}\n    because: Why it is right here."
    return [MAY, fenced(entry, "yaml")]


def candidates(made: Made, found: Diagnostic) -> list[str]:
    """Words that an allowance for `found` may have, the best first."""
    marked = mark(found.place, lambda file, line: line_of(file, line, (made.folder,)))
    return [found.place.words, marked.words.strip(), *re.findall("`([^`]+)`", found.message), found.message]


def prose(text: str) -> str:
    """`text` of a docstring as Markdown: what stands in backticks is kept, and nothing else is mark-up."""
    pieces = text.split("`")
    pieces[::2] = [re.sub(r"([<*\[])", r"\\\1", piece) for piece in pieces[::2]]
    return "`".join(pieces)


def stale(names: set[str]) -> set[str]:
    """Those of the pages called `names` that are of rules that are no more."""
    return names - {"README.md", BY_HAND, *(f"{rule}.md" for rule in CHECKS)}


def write() -> None:
    """Writes the pages of all rules, and deletes those of rules that are no more; ends with the rules that show nothing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    missing = [rule for rule in CHECKS if not shown(rule, "bad")]
    made = {"README.md": contents()} | {f"{rule}.md": page(rule) for rule in CHECKS if rule not in missing}
    for name in stale({path.name for path in FOLDER.glob("*.md")}):
        (FOLDER / name).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    if missing:
        raise SystemExit(f"No case is marked `shows: bad`, so there is no page, for: {', '.join(missing)}.")


if __name__ == "__main__":
    os.environ["NO_COLOR"] = "1"
    write()
