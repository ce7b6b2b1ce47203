"""The rule `unlawful-case-passes`."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.condition import Condition, Facts, holds, tests_of
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.playbook import Constraint

RULE = "unlawful-case-passes"
LEVEL: Level = "error"


class Unlawful(NamedTuple):
    """Facts under which the law lets no contract be made."""

    facts: Facts
    words: str
    because: str


BY_LAW = (
    Unlawful(
        {"estimated_value": 5_000_001, "light_touch": "no", "published_kpis": 2},
        "a contract of more than £5 million, not light touch, with two key performance indicators",
        "section 52 of the Procurement Act 2023 asks for at least three",
    ),
)
"""Each stands on the edge of what is lawful, so that a constraint that was loosened is noticed, too."""


def find(scope: Scope) -> Iterator[Diagnostic]:
    """No constraint of the base playbook refuses a purchase that the law rules out.

    The facts of a brief are enough to see that such a contract may not be made: above £5 million without three key
    performance indicators, for instance. A constraint that was taken out, or loosened, would let it through without
    a word. Contents without these facts pass.
    """
    for base in (p for p in scope.playbooks.playbooks if p.kind == "base"):
        for case in BY_LAW:
            known = case.facts.keys() <= scope.facts.keys()
            if known and not any(_refuses(constraint, case.facts) for constraint in base.constraints):
                yield Diagnostic(
                    RULE,
                    at(base.file),
                    f"No constraint refuses {case.words}, though {case.because}.",
                    f"Under `constraints`, write one that fails where {_words(case.facts)}.",
                )


def _refuses(constraint: Constraint, case: Facts) -> bool:
    """Whether the facts of `case` alone break `constraint`."""
    must = constraint.must
    if must is None or not (_facts(must) | _facts(constraint.when)) <= case.keys():
        return False
    return holds(constraint.when, case) and not holds(must, case)


def _facts(condition: Condition) -> set[str]:
    return {test.fact for test in tests_of(condition)}


def _words(case: Facts) -> str:
    return ", ".join(f"`{fact}` is {value}" for fact, value in case.items())
