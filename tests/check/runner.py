"""The cases of this folder: a small library, the changes of one case, and what the rule must find then."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from contract_builder.check.registry import CHECKS
from contract_builder.check.scope import Scope
from contract_builder.load.library import load_library
from contract_builder.load.playbooks import load_playbooks
from contract_builder.load.triage import load_triage
from contract_builder.model.diagnostic import Diagnostic
from tests.contents import PARSED

HERE = Path(__file__).parent
LIBRARY = HERE / "library"
CASES = HERE / "cases"


class Case(NamedTuple):
    """One case of `cases/<rule>.yaml`. No finding means that the rule must be silent."""

    rule: str
    words: str
    """What is tried: "a link to a clause that does not exist"."""
    change: dict[str, dict[str, str]]
    """By file: words that stand in it once, and what to write instead."""
    add: dict[str, str]
    as_of: str
    finds: list[dict[str, str]]
    """`file`, `on` (words in the line of the finding) and `says` (words in the message or the hint)."""
    shows: str = ""
    """On the page of the rule: `bad`, `good` or nothing."""
    because: str = ""
    """A sentence about what is shown."""


@cache
def cases() -> list[Case]:
    """The cases of all rules."""
    return [
        Case(
            path.stem,
            c.pop("case"),
            c.pop("change", {}),
            c.pop("add", {}),
            c.pop("as_of", ""),
            c.pop("finds"),
            **c,
        )
        for path in sorted(CASES.glob("*.yaml"))
        for c in yaml.load(
            path.read_text(encoding="utf-8"), yaml.BaseLoader
        )  # for which `on` and `no` are words
    ]


def make(case: Case, folder: Path) -> Scope:
    """The small library in `folder`, with the changes of `case`. What is changed must load."""
    shutil.copytree(LIBRARY, folder, dirs_exist_ok=True)
    for file, edits in case.change.items():
        path = folder / file
        text = path.read_text(encoding="utf-8")
        for old, new in edits.items():
            assert text.count(old) == 1, f"{file} holds {old!r} {text.count(old)} times"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    for file, text in case.add.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return scope_of(folder, case.as_of)


def scope_of(folder: Path, as_of: str = "", overlay: Path | None = None) -> Scope:
    """The contents of `folder`, with `overlay`, or the overlay in its folder `overlay`, if there is one."""
    if overlay is None and (folder / "overlay").is_dir():
        overlay = folder / "overlay"
    library, playbooks = load_library(folder, overlay, PARSED), load_playbooks(folder, overlay, PARSED)
    triage = load_triage(folder / "playbooks" / "triage.yaml", PARSED)
    found = [*library.diagnostics, *playbooks.diagnostics, *triage.diagnostics]
    assert library.value and playbooks.value and triage.value, found
    return Scope(library.value, playbooks.value, triage.value, as_of)


def found_by(rule: str, scope: Scope) -> list[Diagnostic]:
    """What the check of `rule` finds, each once."""
    return list(dict.fromkeys(CHECKS[rule].find(scope)))


def differences(case: Case, found: list[Diagnostic], folder: Path) -> list[str]:
    """What of `found` was not expected, and what was expected and not found."""
    left = list(found)
    wrong = []
    for wanted in case.finds:
        match = next((d for d in left if _fits(d, wanted, folder)), None)
        if match is None:
            wrong.append(f"not found: {wanted}")
        else:
            left.remove(match)
    return wrong + [f"not expected: {d.place} {d.message} ({d.hint})" for d in left]


def _fits(found: Diagnostic, wanted: dict[str, Any], folder: Path) -> bool:
    if found.place.file != wanted["file"] or wanted["says"] not in f"{found.message} {found.hint}":
        return False
    if "on" not in wanted:
        return True
    lines = (folder / found.place.file).read_text(encoding="utf-8").splitlines()
    return wanted["on"] in lines[found.place.line - 1]
