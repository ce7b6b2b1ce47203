"""Whether the items that a clause names really answer a finding: by a right, a number and a remedy."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias, get_args

from contract_builder.check.scope import Scope
from contract_builder.check.sentences import Passage, passages
from contract_builder.check.texts import Written
from contract_builder.model.body import Slot
from contract_builder.model.clause import PREFERRED, SHORT, Answer, Clause, Parameter

Part: TypeAlias = Literal["right", "number", "remedy"]
PARTS: tuple[Part, ...] = get_args(Part)
CHOSEN_BY_RULES = (PREFERRED, SHORT)
"""The positions that need nobody's approval: an answer has to hold in both."""

_NUMBERS = ("integer", "money", "percent")


class Lack(NamedTuple):
    """What stands between an answer and the finding."""

    part: Part
    position: str
    words: str
    """Such as "the position `short` has no item `^serious`"."""
    hint: str


class Held(NamedTuple):
    """The item that gives one part of an answer in one position."""

    clause: str
    position: str
    label: str
    line: int
    parameter: Parameter | None
    """The parameter whose value is the number, if the item has one."""


class Judged(NamedTuple):
    """One answer in one position of its clause."""

    position: str
    held: dict[Part, Held]
    lacks: tuple[Lack, ...]


def judge(
    scope: Scope, clause: Clause, answer: Answer, position: str, placed: dict[str, str] | None
) -> Judged:
    """What `answer` is worth in `position` of `clause`.

    `placed` says which clauses are in the contract, each with its position. Without it every contract is meant:
    another clause counts if `clause` is sure to bring it in, and in each position that a rule may choose.
    """
    held: dict[Part, Held] = {}
    lacks: list[Lack] = []
    for part in PARTS:
        reasons: list[tuple[str, str]] = []
        for label in getattr(answer, part):
            found = _held(scope, clause, position, label, part, placed)
            if isinstance(found, Held):
                held[part] = found
                break
            reasons.append(found)
        else:
            words, hint = reasons[0] if len(reasons) == 1 else _none_of(reasons, part, position)
            lacks.append(Lack(part, position, words, hint))
    return Judged(position, held, tuple(lacks))


def judge_all(scope: Scope, clause: Clause, answer: Answer) -> tuple[Judged, ...]:
    """`answer` in each position of `clause`, whatever else is in the contract."""
    return tuple(judge(scope, clause, answer, p.name, None) for p in clause.positions)


def gaps(scope: Scope, clause: Clause) -> tuple[str, ...]:
    """What no labelled item of `clause` gives in a position that a rule may choose, in words.

    It shows how far a clause that only claims to answer a finding is from answering it.
    """
    found = []
    for part in PARTS:
        lacking = [p for p in _by_rules(clause) if not _gives_anywhere(scope, clause, p, part)]
        if lacking and len(lacking) == len(list(_by_rules(clause))):
            found.append(f"none of its items holds a {part}")
        elif lacking:
            found.append(f"no item of its position `{lacking[0]}` holds a {part}")
    return tuple(found)


def _gives_anywhere(scope: Scope, clause: Clause, position: str, part: Part) -> bool:
    labels = [p.part.label for p in _passages(scope, clause, position) if p.part.label]
    return any(isinstance(_judge_item(scope, clause, position, label, part), Held) for label in labels)


def _none_of(reasons: list[tuple[str, str]], part: Part, position: str) -> tuple[str, str]:
    return (
        f"in the position `{position}` none of the items gives a {part}: {'; '.join(words for words, _ in reasons)}",
        reasons[-1][1],
    )


def _held(
    scope: Scope, clause: Clause, position: str, label: str, part: Part, placed: dict[str, str] | None
) -> Held | tuple[str, str]:
    """The item at `label` that gives `part`; or why it does not, and what to do."""
    other, _, name = label.rpartition("#")
    if not other:
        return _judge_item(scope, clause, position, name, part)
    target = scope.library.clause_by_id.get(other)
    if target is None:
        return f"there is no clause `{other}`", "Name a clause of the library, `#` and a label."
    if placed is not None:
        if other not in placed:
            return f"the clause `{other}` is not in the contract", f"Make sure that `{other}` is in."
        return _judge_item(scope, target, placed[other], name, part)
    needed = next((p.requires for p in clause.positions if p.name == position), ())
    if other not in scope.presence.company(clause, needed).clauses:
        topic = target.provides[0] if target.provides else other
        hint = f"Add `{topic}` to `requires`, or name an item of this clause."
        return f"a contract with this clause need not have the clause `{other}`", hint
    judged = [_judge_item(scope, target, p, name, part) for p in _by_rules(target)]
    return next((j for j in judged if not isinstance(j, Held)), judged[0])


def _by_rules(clause: Clause) -> Iterator[str]:
    return (p.name for p in clause.positions if p.name in CHOSEN_BY_RULES)


def _judge_item(
    scope: Scope, clause: Clause, position: str, label: str, part: Part
) -> Held | tuple[str, str]:
    read = _passages(scope, clause, position)
    passage = next((p for p in read if p.part.label == label), None)
    where = f"the position `{position}` of `{clause.id}`"
    if passage is None:
        hint = f"Put `^{label}` on the item that does the same there, or name another item beside it."
        return f"{where} has no item `^{label}`", hint
    if passage.part.conditions:
        hint = "Name an item that stands in every contract with this clause."
        return f"in {where} the item `^{label}` stands only under a condition", hint
    below = [p for p in read if p.part in passage.below and p.part.conditions == passage.part.conditions]
    numbers = _numbers(clause, [passage, *below]) or _numbers(
        clause, [p for p in read if p.part in passage.above]
    )
    words = passage.around
    gives = {
        "right": any(d.party == "Supplier" for p in (passage, *below) for d in p.duties)
        or _finder(scope, "rights").search(words) is not None,
        "number": bool(numbers),
        "remedy": _finder(scope, "remedies").search(words) is not None,
    }
    if gives[part]:
        return Held(clause.id, position, label, passage.part.block.line, numbers[0] if numbers else None)
    return f"in {where} the item `^{label}` holds no {_WANTED[part]}", _HINTS[part]


_WANTED: dict[Part, str] = {
    "right": "duty of the Supplier and no right of the Council or of a person",
    "number": "number: no value of a parameter that is a whole number, money or a percentage",
    "remedy": "remedy",
}
_HINTS: dict[Part, str] = {
    "right": "Name the item that says what the Supplier must do, or what the Council or a person may do.",
    "number": "Name the item that holds the number, such as `{{ export_days | unit }}`.",
    "remedy": "Name the item that says what follows from a failure: a Serious Default, a Price Adjustment, a refund.",
}


def _finder(scope: Scope, which: Literal["rights", "remedies"]) -> re.Pattern[str]:
    """Finds the words of wording.yaml by which an item gives a right or a remedy."""
    phrases = scope.library.wording.rights if which == "rights" else scope.library.wording.remedies
    either = "|".join(re.escape(phrase) for phrase in phrases) or "(?!)"
    return scope.kept(f"words of {which}", lambda: re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE))


def _numbers(clause: Clause, read: list[Passage]) -> list[Parameter]:
    """The parameters with a number whose values stand in the items, in reading order."""
    slots = (i for p in read for sequence in p.part.sequences for i in sequence if isinstance(i, Slot))
    known = (clause.parameter(slot.name) for slot in slots)
    return [parameter for parameter in known if parameter and parameter.type in _NUMBERS]


def _passages(scope: Scope, clause: Clause, position: str) -> tuple[Passage, ...]:
    texts: dict[str, Written] = {text.position: text for text in scope.positions.get(clause.id, ())}
    if position not in texts:
        return ()
    return scope.kept(f"passages of {clause.id} {position}", lambda: tuple(passages(texts[position])))
