"""What differs between two states of one procurement: its triage, its Selection and its Contract."""

from contract_builder.model.base import Frozen
from contract_builder.model.clause import Value
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.selection import LeftOut, Reason
from contract_builder.model.triage import TriageReason


class Change(Frozen, frozen=True):
    """One thing in a brief that is tried out."""

    field: str
    """Its full name, such as `answers.duration`."""
    before: str
    """What the brief says now; "" for nothing."""
    after: str
    """What it would say; "" for nothing."""


class Numbers(Frozen, frozen=True):
    """A number now and then."""

    before: int
    """As the brief stands."""
    after: int
    """With the changes."""

    @property
    def differ(self) -> bool:
        """Whether the number changes."""
        return self.before != self.after


class TriageDifference(Frozen, frozen=True):
    """What changes in the triage."""

    inherent: Numbers
    """The inherent tier, 1 to 4."""
    residual: Numbers
    """The residual tier, 1 to 4."""
    score: Numbers
    """The score of 100."""
    floor: Numbers
    """The floor, 1 to 4."""
    mitigation_percent: Numbers
    """The share of the safeguards that is evidenced, in whole per cent."""
    stops_new: tuple[str, ...] = ()
    """Gates that would stop the purchase, and do not now."""
    stops_gone: tuple[str, ...] = ()
    """Gates that stop the purchase now, and would not."""
    reasons_new: tuple[TriageReason, ...] = ()
    """What the triage would say, and does not now."""
    reasons_gone: tuple[TriageReason, ...] = ()
    """What the triage says now, and would not."""

    def __bool__(self) -> bool:
        """Whether a tier, the score, the floor, the share or a stop changes."""
        numbers = (self.inherent, self.residual, self.score, self.floor, self.mitigation_percent)
        return any(n.differ for n in numbers) or bool(self.stops_new or self.stops_gone)


class CameIn(Frozen, frozen=True):
    """A clause that comes in."""

    clause: str
    """Its id."""
    position: str
    """The position that it takes."""
    reasons: tuple[Reason, ...]
    """Why it is in."""
    position_reason: Reason
    """Why it takes this position."""


class PositionChange(Frozen, frozen=True):
    """A clause that is in both times, at another position."""

    clause: str
    """Its id."""
    before: str
    """The position now."""
    after: str
    """The position then."""
    reason: Reason
    """Why it takes that position."""


class ValueChange(Frozen, frozen=True):
    """A parameter with another value, of a clause that is in both times or of a schedule."""

    owner: str
    """The id of the clause or schedule."""
    parameter: str
    """The name of the parameter."""
    before: Value
    """The value now."""
    after: Value
    """The value then."""
    reason: Reason
    """Why it takes that value."""


class Offer(Frozen, frozen=True):
    """A clause that is on offer then, and is not now."""

    clause: str
    """Its id."""
    reason: Reason
    """The rule that offers it."""


class FactChange(Frozen, frozen=True):
    """A fact that rules test, with another value."""

    fact: str
    """Its name."""
    before: str
    """The value now, in words."""
    after: str
    """The value then, in words."""


class SelectionDifference(Frozen, frozen=True):
    """What changes in the Selection."""

    facts: tuple[FactChange, ...] = ()
    """Facts that change."""
    playbooks_new: tuple[str, ...] = ()
    """Playbooks that would apply, and do not now."""
    playbooks_gone: tuple[str, ...] = ()
    """Playbooks that apply now, and would not."""
    comes_in: tuple[CameIn, ...] = ()
    """Clauses that come in, in the order of the contract."""
    goes_out: tuple[LeftOut, ...] = ()
    """Clauses that go out, each with the rule that comes nearest then and the fact that fails it."""
    moves: tuple[PositionChange, ...] = ()
    """Clauses that change position."""
    values: tuple[ValueChange, ...] = ()
    """Values that change."""
    offered: tuple[Offer, ...] = ()
    """Clauses that would be on offer, and are not now."""
    no_longer_offered: tuple[str, ...] = ()
    """Clauses that are on offer now, and would not be; those that come in are not among them."""
    found: tuple[Diagnostic, ...] = ()
    """Problems that appear."""
    mended: tuple[Diagnostic, ...] = ()
    """Problems that go."""

    def __bool__(self) -> bool:
        """Whether anything but facts changes: what is in, on offer, at which position, with which value; or a problem."""
        return any(
            getattr(self, name)
            for name in ("comes_in", "goes_out", "moves", "values", "offered", "no_longer_offered", "found", "mended")
        )  # fmt: skip


class TextChange(Frozen, frozen=True):
    """A text of the contract that is there both times and reads otherwise."""

    kind: str
    """What it is: clause, definition or schedule."""
    id: str
    """Its id."""
    words_new: int
    """Words that are there then, and not now."""
    words_gone: int
    """Words that are there now, and not then."""


class TextDifference(Frozen, frozen=True):
    """How much text changes: what prints in clauses, definitions and schedules, without their numbers."""

    words: Numbers
    """The words of the whole contract."""
    clauses: Numbers
    """How many clauses the contract has."""
    changed: tuple[TextChange, ...] = ()
    """Texts that are there both times and read otherwise."""
    texts_new: tuple[str, ...] = ()
    """Texts that come in, as "definition assessor"."""
    texts_gone: tuple[str, ...] = ()
    """Texts that go out."""

    def __bool__(self) -> bool:
        """Whether any text changes."""
        return bool(self.changed or self.texts_new or self.texts_gone)


class WhatIf(Frozen, frozen=True):
    """What would change if a brief said something else, and why."""

    title: str
    """What is bought, in the words of the brief."""
    changes: tuple[Change, ...]
    """What is tried out."""
    triage: TriageDifference
    """What changes in the triage."""
    selection: SelectionDifference
    """What changes in the Selection."""
    text: TextDifference | None = None
    """What changes in the text; null where one of the two states makes no contract."""
    contract_now: bool = True
    """Whether a contract can be made now: no gate stops, and the rules do not contradict each other."""
    contract_then: bool = True
    """Whether a contract could be made then."""
    why_not: tuple[str, ...] = ()
    """Where the tier or the contract stays as it is: what holds it, a sentence each."""
    alone: tuple[str, ...] = ()
    """Of several changes, those that would change nothing on their own."""
    format: int = 1
    """The version of this form."""

    @property
    def differs(self) -> bool:
        """Whether anything would change."""
        return bool(self.triage) or bool(self.selection) or bool(self.text)
