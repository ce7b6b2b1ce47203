"""What every check may look at: the contents, and indexes over them that are made once."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from contract_builder.check.presence import Presence
from contract_builder.check.texts import WithParameters, Written, texts_of, with_parameters
from contract_builder.model.base import Frozen
from contract_builder.model.clause import Schedule
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.library import Library
from contract_builder.model.playbook import FactInfo, Playbooks, Rule
from contract_builder.model.triage import TriageTable

T = TypeVar("T")


class Scope(Frozen, frozen=True, dict=True):
    """The contents under check."""

    library: Library
    playbooks: Playbooks
    triage: TriageTable
    as_of: str = ""
    """The date, as YYYY-MM-DD, on which law may be overdue for review; empty for none."""

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return {}

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once and kept under `name`: an index that few rules need."""
        if name not in self._kept:
            self._kept[name] = make()
        value: T = self._kept[name]
        return value

    def found(self, rule: str) -> tuple[Diagnostic, ...]:
        """What `rule` finds before anything is allowed, each once; looked for only the first time."""
        from contract_builder.check.registry import CHECKS  # which imports every rule, and so this file

        return self.kept(f"found by {rule}", lambda: tuple(dict.fromkeys(CHECKS[rule].find(self))))

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Every text: each position of each clause, each schedule, each definition."""
        return texts_of(self.library)

    @cached_property
    def positions(self) -> dict[str, tuple[Written, ...]]:
        """The texts of each clause, by its id."""
        found: dict[str, list[Written]] = {}
        for text in self.texts:
            if text.kind == "clause":
                found.setdefault(text.owner.id, []).append(text)
        return {clause: tuple(texts) for clause, texts in found.items()}

    @cached_property
    def schedules(self) -> dict[str, Written]:
        """The text of each schedule, by its id."""
        return {text.owner.id: text for text in self.texts if isinstance(text.owner, Schedule)}

    @cached_property
    def definitions(self) -> dict[str, Written]:
        """The text of each definition, by its id."""
        return {text.owner.id: text for text in self.texts if text.kind == "definition"}

    @cached_property
    def with_parameters(self) -> dict[str, WithParameters]:
        """The clauses and schedules by id; where both have one id, the clause."""
        return {owner.id: owner for owner in reversed(with_parameters(self.library))}

    @cached_property
    def topics(self) -> frozenset[str]:
        """The ids of the topics."""
        return frozenset(topic.id for topic in self.library.topics)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups."""
        return tuple(group.id for group in self.library.info.groups)

    @cached_property
    def facts(self) -> dict[str, FactInfo]:
        """The facts by id."""
        return {fact.id: fact for fact in self.playbooks.facts}

    @cached_property
    def fact_values(self) -> dict[str, tuple[str, ...]]:
        """What each fact with a closed list may hold; AI types and service areas come from the taxonomy."""
        taxonomy = self.library.taxonomy
        return {
            **{fact.id: fact.values for fact in self.playbooks.facts if fact.values},
            "ai_types": tuple(t.id for t in taxonomy.ai_types),
            "service_area": tuple(a.id for a in taxonomy.service_areas),
        }

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all playbooks."""
        return tuple(rule for playbook in self.playbooks.playbooks for rule in playbook.rules)

    @cached_property
    def presence(self) -> Presence:
        """How texts come into contracts."""
        return Presence(self.library, self.playbooks, self.texts)
