"""What must be true of the whole Selection: constraints, and the floor."""

from contract_builder.model.condition import (
    Condition,
    Facts,
    FactValue,
    Test,
    failing,
    holds,
    value_words,
    words,
)
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.playbook import Constraint, Playbook
from contract_builder.model.selection import Choice
from contract_builder.select.gather import Voice
from contract_builder.select.membership import Membership


def check_whole(
    chosen: tuple[Choice, ...],
    membership: Membership,
    voices: tuple[Voice, ...],
    library: Library,
    facts: Facts,
    brief_file: str,
) -> list[Diagnostic]:
    """Constraints of every playbook that applies, and the floor, against what was chosen."""
    found: list[Diagnostic] = []
    clauses = [library.clause_by_id[choice.clause] for choice in chosen]
    topics = frozenset(topic for clause in clauses for topic in clause.provides)
    extra: dict[str, FactValue] = {"clauses": frozenset(c.id for c in clauses), "topics": topics}
    seen = {**facts, **extra, **{f"position:{choice.clause}": choice.position for choice in chosen}}
    for voice in voices:
        found += [
            _floor_broken(topic, voice.playbook, membership, library, brief_file)
            for topic in voice.playbook.floor
            if topic not in topics
        ]
        for constraint in voice.playbook.constraints:
            if holds(constraint.when, seen):
                found += _check(constraint, chosen, library, seen)
    return found


def _floor_broken(
    topic: str, playbook: Playbook, membership: Membership, library: Library, brief_file: str
) -> Diagnostic:
    keepers = [membership.keeper(c.id, brief_file) for c in library.providers.get(topic, ())]
    known = [keeper for keeper in keepers if keeper]
    why = ", because " + " and ".join(words for words, _ in known) if known else ""
    return Diagnostic(
        "floor-broken",
        known[0][1] if known else Place(playbook.file),
        f"No clause of this contract answers {topic}{why}. "
        "Every contract must, whatever an overlay or a departure says.",
        "Bring back a clause that provides the topic.",
    )


def _check(
    constraint: Constraint, chosen: tuple[Choice, ...], library: Library, seen: Facts
) -> list[Diagnostic]:
    problems: list[str] = []
    if constraint.must is not None and not holds(constraint.must, seen):
        problems += _must_problems(constraint.must, seen)
    if constraint.order and not _in_order(constraint.order, chosen, library):
        problems.append("the clauses stand in the order " + ", ".join(constraint.order))
    if constraint.agree and (values := _apart(constraint.agree, chosen)):
        problems.append(f"these values are one: {values}")
    place = Place(constraint.file, constraint.line, 1)
    who = f"{constraint.playbook}/{constraint.id}"
    return [
        Diagnostic("constraint-broken", place, f"{who} wants that {problem}.", constraint.because)
        for problem in problems
    ]


def _must_problems(must: Condition, seen: Facts) -> list[str]:
    return [f"{words(test)}, and {_actual(test, seen)}" for test in failing(must, seen)]


def _actual(test: Test, seen: Facts) -> str:
    """What is so instead. All topics or clauses of a contract would be too long a list."""
    if test.operator in ("has", "lacks"):
        return "it does not" if test.operator == "has" else "it does"
    if test.fact.startswith("position:") and test.fact not in seen:
        return "the clause is not in this contract"
    return f"it is {value_words(seen.get(test.fact))}"


def _in_order(topics: tuple[str, ...], chosen: tuple[Choice, ...], library: Library) -> bool:
    """Whether the first clauses that provide `topics` stand in that order; topics that are out do not count."""
    order = {choice.clause: n for n, choice in enumerate(chosen)}
    providers = ([order[c.id] for c in library.providers.get(t, ()) if c.id in order] for t in topics)
    firsts = [min(places) for places in providers if places]
    return firsts == sorted(firsts)


def _apart(names: tuple[str, ...], chosen: tuple[Choice, ...]) -> str:
    """The values that should be one and are not, in words; empty if they are."""
    values = {f"{c.clause}.{v.parameter}": v.value for c in chosen for v in c.values}
    there = {name: values[name] for name in names if name in values}
    return ", ".join(f"{n} is {v}" for n, v in there.items()) if len(set(there.values())) > 1 else ""
