"""The contracts that the tests of editions are about: every shipped example, and a council that gives way."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

import contract_builder as cb
from contract_builder.model.brief import Approver, Departure, Referral
from contract_builder.model.library import LawHook

COUNCIL = Path(__file__).parents[2] / "examples" / "council" / "brief.yaml"
GIVING_WAY = "a council that gives way"
NAMES = (*cb.examples(), "council", GIVING_WAY)
OFFICER = Approver("Imogen Threlkeld", "Monitoring Officer")
DIRECTOR = Approver("Rafe Ollerenshaw", "Director of Resources")
DEPARTURES = (
    Departure(
        clause="council-data", why="Only one bidder would assign rights in its scores", approved_by=OFFICER,
        on="2026-11-20", position="fallback",
    ),
    Departure(
        clause="exit-plan", why="Another tool is in place by spring", approved_by=DIRECTOR,
        legal_approver=OFFICER, on="2026-11-21", values={"exit_test_days": 20},
    ),
)  # fmt: skip
REFERRAL = Referral("social-scoring", "Counsel has advised that it is none", OFFICER, "2026-11-19")


class Case(NamedTuple):
    """A contract, and what it was made from."""

    content: cb.Content
    built: cb.Built

    def edition(self, edition: cb.Edition, format: cb.Format = "docx") -> bytes:
        """The contract in `edition`, as a file."""
        return cb.render_edition(self.content, self.built, edition, format, self.built.brief.date)


@cache
def case(name: str) -> Case:
    """The contract called `name`; it must build."""
    council = cb.council_near(COUNCIL.parent) if name in ("council", GIVING_WAY) else None
    content = cb.load_content(council=council)
    brief = cb.read_brief(COUNCIL if council else cb.example(name), content)
    if name == GIVING_WAY:
        exit_plan = content.library.clause_by_id["exit-plan"]
        parameter = next(p for p in exit_plan.parameters if p.type == "integer" and p.max is not None)
        second = replace(DEPARTURES[1], values={parameter.name: parameter.max})
        brief = replace(
            brief, departures=(DEPARTURES[0], second), referrals=(REFERRAL,),
            stops={**brief.stops, "social-scoring": "yes"},
        )  # fmt: skip
    built = cb.build(content, brief)
    assert built.contract is not None, built.diagnostics
    return Case(content, built)


def with_law(name: str, **changes: object) -> Case:
    """The contract called `name`, from a library in which every law hook says `changes`."""
    content = case(name).content
    law: tuple[LawHook, ...] = tuple(replace(hook, **changes) for hook in content.library.law)
    changed = replace(content, library=replace(content.library, law=law))
    return Case(changed, cb.build(changed, case(name).built.brief))
