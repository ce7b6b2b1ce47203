"""What the rules say of one clause or schedule alone: a quick look before two whole contracts are made."""

from typing import Any, TypeAlias

from contract_builder.matrix.builds import brief_for
from contract_builder.matrix.domain import AI_TYPES, SERVICE_AREA, TIER, Domain
from contract_builder.matrix.sites import Key
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause
from contract_builder.model.condition import Facts, holds
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.playbook import Rule
from contract_builder.select.gather import Voice, gather
from contract_builder.select.membership import Rules
from contract_builder.select.positions import position_by_rule
from contract_builder.select.query import reach
from contract_builder.select.settle import Settled, Statement, settle
from contract_builder.select.values import settings_of, values_of

Said: TypeAlias = tuple[Any, ...]
"""In or out by rule, the position, the values, and the errors among the rules: equal where they say the same."""


class Probe:
    """Asks the functions of `select` about one text, with the rules that speak of it."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        self._brief: Brief = brief_for(domain.plain)
        self._voices: dict[Any, dict[str, Voice]] = {}
        self._rules: dict[Key, list[Rule]] = {}
        sites = domain.sites.by_rule
        for playbook in domain.playbooks.playbooks:
            for rule in playbook.rules:
                for text in dict.fromkeys(site.text for site in sites[playbook.id, rule.id]):
                    self._rules.setdefault(text, []).append(rule)

    def said(self, text: Key, facts: Facts, without: Rule | None = None) -> Said:
        """What the rules, but for `without`, say of `text` under `facts`. Topics required are not looked at."""
        found: list[Diagnostic] = []
        rules = self._active(text, facts, without)
        settings = settings_of(rules)
        library, kind, id_ = self.domain.library, *text
        if kind != "clause":
            schedule = library.schedule_by_id.get(id_)
            values = values_of(schedule, "", settings, self._brief, (), found) if schedule else ()
            return (None, "", tuple(v.value for v in values), _errors(found))
        clause = library.clause_by_id[id_]
        is_in = _is_in(clause, rules, facts, found)
        position, _ = position_by_rule(clause, rules, found)
        values = values_of(clause, position, settings, self._brief, (), found)
        return (is_in, position, tuple(v.value for v in values), _errors(found))

    def _active(self, text: Key, facts: Facts, without: Rule | None) -> Rules:
        name = (facts[TIER], facts[AI_TYPES], facts[SERVICE_AREA])
        if name not in self._voices:
            voices = gather(self.domain.playbooks.playbooks, facts)
            self._voices[name] = {voice.playbook.id: voice for voice in voices}
        voices_by_id = self._voices[name]
        speaking = [
            (voices_by_id[rule.playbook], rule)
            for rule in self._rules.get(text, ())
            if rule is not without and rule.playbook in voices_by_id and holds(rule.when, facts)
        ]
        return tuple(sorted(speaking, key=lambda pair: (pair[0].layer, pair[0].depth, pair[0].playbook.id)))


def _is_in(clause: Clause, rules: Rules, facts: Facts, found: list[Diagnostic]) -> bool | None:
    statements = [
        Statement(value, voice, rule)
        for voice, rule in rules
        for query, value in ((rule.include, True), (rule.exclude, False))
        if query is not None and holds(reach(query, clause), facts)
    ]
    settled: Settled[bool] | None = settle(clause.id, statements, lambda a, b: a and not b, found)
    return settled.value if settled else None


def _errors(found: list[Diagnostic]) -> frozenset[tuple[str, str]]:
    return frozenset((d.rule, d.message) for d in found if d.level == "error")
