"""Contracts under given facts: selected and assembled for real, each once."""

from collections import Counter
from typing import Any, NamedTuple

import msgspec

from contract_builder.assemble import assemble
from contract_builder.matrix.domain import AI_TYPES, SERVICE_AREA, Domain
from contract_builder.matrix.texts import Texts, texts_of
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts, holds
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Selection
from contract_builder.select import select


class Build(NamedTuple):
    """One contract."""

    selection: Selection
    texts: Texts | None
    """Its words; none where an error of the library stands in the way."""


class Builds:
    """Makes contracts from one library and `playbooks`, and keeps them."""

    def __init__(self, domain: Domain, playbooks: Playbooks) -> None:
        self.domain, self.playbooks = domain, playbooks
        self._selections: dict[Any, Selection] = {}
        self._texts: dict[Any, Texts | None] = {}
        self._conditions = tuple({site.guard for site in domain.sites.paragraphs})

    def selection(self, facts: Facts) -> Selection:
        """What is selected under `facts`."""
        name = self.domain.alike(facts)
        if name not in self._selections:
            self._selections[name] = select(self.domain.library, self.playbooks, facts, brief_for(facts))
        return self._selections[name]

    def build(self, facts: Facts) -> Build:
        """The contract under `facts`.

        What a constraint, the floor or a contradiction finds stops no comparison: the words are those
        that would print once it is answered.
        """
        selection = self.selection(facts)
        name = (chosen(selection), tuple(holds(c, facts) for c in self._conditions))
        if name not in self._texts:
            self._texts[name] = self._assemble(selection, facts)
        return Build(selection, self._texts[name])

    def _assemble(self, selection: Selection, facts: Facts) -> Texts | None:
        calm = msgspec.structs.replace(selection, diagnostics=())
        made = assemble(self.domain.library, calm, brief_for(facts), facts)
        if made.contract is None:
            return None
        positions = {choice.clause: choice.position for choice in selection.chosen}
        return texts_of(made.contract, positions, self.domain.sites.bodies, facts)


def chosen(selection: Selection) -> tuple[Any, ...]:
    """What of `selection` can change words: clauses, positions, values."""
    return (
        tuple((c.clause, c.position, tuple(v.value for v in c.values)) for c in selection.chosen),
        tuple((s.schedule, tuple(v.value for v in s.values)) for s in selection.schedule_values),
    )


def problems(selection: Selection) -> Counter[str]:
    """How many errors of each rule selecting found. Their messages name rules, and so differ without a difference."""
    return Counter(d.rule for d in selection.diagnostics if d.level == "error")


def offered(selection: Selection) -> frozenset[str]:
    """The clauses on offer."""
    return frozenset(left.clause for left in selection.left_out if left.offered)


def brief_for(facts: Facts) -> Brief:
    """A brief that says no more than `facts` do."""
    types = facts[AI_TYPES]
    return Brief(
        title="",
        file="",
        ai_types=tuple(sorted(types)) if isinstance(types, frozenset) else (),
        service_area=str(facts[SERVICE_AREA]),
    )
