"""Several rules, one subject: whose word counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.playbook import Rule
from contract_builder.model.selection import Effect, Reason
from contract_builder.select.gather import Voice

T = TypeVar("T")
UNDECIDED = "siblings-disagree"
"""The rule id of the Diagnostic that a value in the brief answers, too."""


class Statement(Generic[T]):
    """What one rule says of a subject: by name, or of everything of its kind."""

    __slots__ = ("by_name", "rule", "value", "voice")

    def __init__(self, value: T, voice: Voice, rule: Rule, by_name: bool = True) -> None:
        self.value, self.voice, self.rule, self.by_name = value, voice, rule, by_name


class Settled(Generic[T]):
    """The word that counts, the one that it replaced, and a sibling's that is no weaker."""

    __slots__ = ("overrode", "rival", "statement")

    def __init__(
        self,
        statement: Statement[T],
        overrode: Statement[T] | None = None,
        rival: Statement[T] | None = None,
    ) -> None:
        self.statement, self.overrode, self.rival = statement, overrode, rival

    @property
    def value(self) -> T:
        """What counts."""
        return self.statement.value

    def reason(self, effect: Effect) -> Reason:
        """Why the value is what it is."""
        over = self.overrode
        return reason_of(self.statement.rule, effect, f"{over.rule.playbook}/{over.rule.id}" if over else "")


def reason_of(rule: Rule, effect: Effect, overrode: str = "") -> Reason:
    """The reason that `rule` gives."""
    return Reason(effect, rule.because, rule.id, rule.playbook, rule.file, rule.line, overrode)


def place_of(rule: Rule) -> Place:
    """Where `rule` stands."""
    return Place(rule.file, rule.line, 1)


def settle(
    subject: str, statements: list[Statement[T]], stronger: Callable[[T, T], bool], found: list[Diagnostic]
) -> Settled[T] | None:
    """The statement that counts; contradictions go to `found`.

    The nearest wins, if it says `override: true` or agrees with what it replaces; within one
    playbook a later rule must say so, too, but what names the subject is nearer than what is said
    of all. Siblings are equally near: each of them speaks over what is farther, and of their words
    the stronger wins, `stronger(a, b)`. Where neither is, only a nearer rule can choose.
    """
    current: Settled[T] | None = None
    for layer in sorted({s.voice.layer for s in statements}):
        level = [s for s in statements if s.voice.layer == layer]
        words = [
            _along(subject, current, [s for s in level if line in s.voice.lines], found)
            for line in sorted({line for s in level for line in s.voice.lines})
        ]
        current = _strongest(words, stronger)
    if current is not None and current.rival is not None:
        found.append(_undecided(subject, current.statement, current.rival))
    return current


def _along(
    subject: str, current: Settled[T] | None, statements: list[Statement[T]], found: list[Diagnostic]
) -> Settled[T]:
    """The word of one line of playbooks, each of which extends the one before."""
    depths = sorted({s.voice.depth for s in statements})
    first, *nearer = [
        _own_word(subject, [s for s in statements if s.voice.depth == d], found) for d in depths
    ]
    word = _over(subject, current, first, found)
    for near in nearer:
        word = _over(subject, word, near, found)
    return word


def _over(
    subject: str, current: Settled[T] | None, near: Statement[T], found: list[Diagnostic]
) -> Settled[T]:
    if current is None:
        return Settled(near)
    if near.rule.override and (near.value != current.value or current.rival):
        return Settled(near, current.statement)
    if near.value != current.value:
        found.append(_contradiction(subject, near, current.statement))
    return current


def _own_word(subject: str, statements: list[Statement[T]], found: list[Diagnostic]) -> Statement[T]:
    """The word of one playbook."""
    named = [s for s in statements if s.by_name]
    current, *others = named or statements
    for later in others:
        if later.value == current.value:
            continue
        if later.rule.override and later.rule is not current.rule:
            current = later
        else:
            found.append(_contradiction(subject, later, current))
    return current


def _strongest(words: list[Settled[T]], stronger: Callable[[T, T], bool]) -> Settled[T]:
    best = words[0]
    for other in words[1:]:
        if stronger(other.value, best.value):
            best = other
    if best.rival is None:
        rivals = (w for w in words if w.value != best.value and not stronger(best.value, w.value))
        if rival := next(rivals, None):
            return Settled(best.statement, best.overrode, rival.statement)
    return best


def _contradiction(subject: str, near: Statement[T], far: Statement[T]) -> Diagnostic:
    return Diagnostic(
        "contradiction-without-override",
        place_of(near.rule),
        f"Rule {near.rule.playbook}/{near.rule.id} says {_word(near.value)} for {subject}, but "
        f"{far.rule.playbook}/{far.rule.id} ({far.rule.file}:{far.rule.line}) says {_word(far.value)}.",
        "If this rule is meant to win, give it `override: true` and say why in `because`.",
    )


def _undecided(subject: str, one: Statement[T], other: Statement[T]) -> Diagnostic:
    return Diagnostic(
        UNDECIDED,
        place_of(one.rule),
        f"Rule {one.rule.playbook}/{one.rule.id} says {_word(one.value)} for {subject}, and "
        f"{other.rule.playbook}/{other.rule.id} ({other.rule.file}:{other.rule.line}) says "
        f"{_word(other.value)}; neither is nearer or stronger.",
        "Give a value in the brief, or a rule with `override: true` in an overlay.",
    )


def _word(value: object) -> str:
    return {True: "in", False: "out"}[value] if isinstance(value, bool) else str(value)
