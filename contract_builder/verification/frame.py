"""The title block, headers and footers: they come from the base document, and no bookmark surrounds them."""

from contract_builder.model.verification import ChangedLine, PartState
from contract_builder.render.docx.frame import BACK, FRONT, lines_of, margin_lines
from contract_builder.render.docx.identity import CONTENTS, Mark, digest_of
from contract_builder.verification.expected import Expected
from contract_builder.verification.locate import Located
from contract_builder.verification.opened import Opened

_MOST_LINES = 200
"""Lines that a base document may have before the body, or behind it, to be told from what was added there."""


def frame_states(
    opened: Opened, expected: Expected, found: Located
) -> tuple[tuple[PartState, ...], list[int]]:
    """The states of the parts of the frame, and the indices of paragraphs that belong to no part at all."""
    places = found.places.values()
    first = min((p.first for p in places), default=len(opened.paragraphs))
    last = max((p.first for p in places), default=-1)
    before, after = ([n for n in found.left if n < first], [n for n in found.left if n > last])
    between = [n for n in found.left if first < n < last]
    states: list[PartState] = []
    for mark in expected.marks:
        if mark.kind != "frame" or mark.id == CONTENTS:
            continue
        if mark.id == FRONT:
            same, before = _cut(opened, mark, before, from_end=False)
            lines = lines_of(opened.paragraphs[n] for n in before) if not same else []
            before = before if same else []
        elif mark.id == BACK:
            same, after = _cut(opened, mark, after, from_end=True)
            lines = lines_of(opened.paragraphs[n] for n in after) if not same else []
            after = after if same else []
        else:
            lines = margin_lines(opened.parts)
            same = digest_of(lines) == mark.digest
        changes = () if same else _changes(expected.lines.get(mark.name, ()), lines)
        states.append(
            PartState("frame", mark.id, "", "", "as-built" if same else "edited", False, "place", changes)
        )
    return tuple(states), sorted({*before, *between, *after})


def _cut(opened: Opened, mark: Mark, there: list[int], from_end: bool) -> tuple[bool, list[int]]:
    """Whether what `mark` says stands at the outer end of `there`, and, if it does, what else is there."""
    lines = lines_of(opened.paragraphs[n] for n in there)
    for size in range(min(len(there), _MOST_LINES) + 1):
        part = lines[len(there) - size :] if from_end else lines[:size]
        if digest_of(part) == mark.digest:
            return True, there[: len(there) - size] if from_end else there[size:]
    return False, there


def _changes(was: tuple[str, ...], now: list[str]) -> tuple[ChangedLine, ...]:
    """By what is no longer there and what is new; where the lock does not say what was, nothing."""
    if not was:
        return ()
    gone, new = [w for w in was if w not in now], [n for n in now if n not in was]
    return tuple(
        ChangedLine(gone[n].strip() if n < len(gone) else "", new[n].strip() if n < len(new) else "")
        for n in range(max(len(gone), len(new)))
    )
