"""Which findings the files allow, each in the file that it is found in.

An allowance covers what its rule finds in its file where the subject of the finding holds its words. The subject
of a finding in a text is the item (without the items below it), the paragraph or the table: its words, whatever the
line breaks, the capitals and the emphasis, with placeholders as they are written, and without the words of links.
The subject of any other finding (front matter, the heading of a position, a playbook) is its message.
A line that the finding shows always counts. Where a finding says which words are at fault, those must be among the words
of the allowance, or these among those: what is allowed of an item hides no other fault in it. No file is read for it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contract_builder.check.report import Allowed
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Owner, Part, Written
from contract_builder.model.allowance import Allowance
from contract_builder.model.body import Slot, Text
from contract_builder.model.clause import Clause
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.playbook import Playbook

_TIGHT = re.compile(r"\s*([{}|])\s*")


class InFile(NamedTuple):
    """An allowance, and the file that it stands in."""

    allowance: Allowance
    file: str


def allowances(scope: Scope) -> Iterator[InFile]:
    """Every allowance of the clauses, definitions, schedules and playbooks."""
    library = scope.library
    owners: tuple[Owner | Playbook, ...] = (
        *library.clauses,
        *library.definitions,
        *library.schedules,
        *scope.playbooks.playbooks,
    )
    for owner in owners:
        for allowance in owner.allow:
            yield InFile(allowance, owner.file)


def sort_out(scope: Scope, found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Allowed]]:
    """Those of `found` that nothing allows, and those that something does, with the reason."""
    by_rule: dict[tuple[str, str], list[Allowance]] = {}
    for one, file in allowances(scope):
        if may_be_allowed(one.rule):
            by_rule.setdefault((file, one.rule), []).append(one)
    left: list[Diagnostic] = []
    allowed: list[Allowed] = []
    for diagnostic in found:
        mine = by_rule.get((diagnostic.place.file, diagnostic.rule), ())
        covering = next((one for one in mine if covers(scope, one, diagnostic)), None)
        if covering is None:
            left.append(diagnostic)
        else:
            allowed.append(Allowed(diagnostic, covering.because, covering.line))
    return left, allowed


def may_be_allowed(rule: str) -> bool:
    """Whether `rule` exists, and says that a file may allow what it finds."""
    from contract_builder.check.registry import CHECKS  # which imports every rule, and so what imports this

    return rule in CHECKS and CHECKS[rule].may_be_allowed


def covers(scope: Scope, allowance: Allowance, diagnostic: Diagnostic) -> bool:
    """Whether the words of `allowance` stand in the subject of `diagnostic`, found in the same file by its rule."""
    words, at_fault = _plain(allowance.words), _plain(diagnostic.place.words)
    if at_fault and not (at_fault in words or words in at_fault):
        return False
    return words in _plain(_subject(scope, diagnostic)) or words in _plain(diagnostic.place.text)


def _subject(scope: Scope, diagnostic: Diagnostic) -> str:
    subjects = scope.kept("subjects", lambda: _by_file(scope.texts)).get(diagnostic.place.file, [])
    index = bisect_right(subjects, diagnostic.place.line, key=lambda s: s[0]) - 1
    words = subjects[index][1] if index >= 0 else ""
    return words or diagnostic.message


def _by_file(texts: Iterable[Written]) -> dict[str, list[tuple[int, str]]]:
    """By file: the line that each part begins on, and its words; a heading of a position has none."""
    found: dict[str, list[tuple[int, str]]] = {}
    for text in texts:
        lines = found.setdefault(text.file, [])
        if isinstance(text.owner, Clause) and (position := text.owner.position(text.position)):
            lines.append((position.line, ""))
        lines += [(part.block.line, _words(part)) for part in text.parts]
    return {file: sorted(lines) for file, lines in found.items()}


def _words(part: Part) -> str:
    return " ".join("".join(_written(inline) for inline in sequence) for sequence in part.sequences)


def _written(inline: object) -> str:
    if isinstance(inline, Slot):
        return f"{{{{{inline.name}{'|' if inline.filter else ''}{inline.filter}}}}}"
    return inline.text if isinstance(inline, Text) else ""


def _plain(text: str) -> str:
    return _TIGHT.sub(r"\1", " ".join(text.split()).casefold())
