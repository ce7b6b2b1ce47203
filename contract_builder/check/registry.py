"""Every check, by the id of its rule, in the groups of the documentation."""

from collections.abc import Callable, Iterator
from inspect import getdoc
from typing import NamedTuple, Protocol, TypeAlias

from contract_builder.check.rules import (
    allowance_not_possible,
    american_spelling,
    and_or,
    answer_does_not_hold,
    circular_definition,
    code_twice,
    dangling_link,
    duty_in_definition,
    duty_without_limit,
    duty_without_record,
    eu_only_term,
    finding_topic_one_way,
    floors_incomplete,
    host_covers_floor,
    host_names_unknown,
    host_words_clash,
    label_missing_in_position,
    law_not_in_force,
    law_review_overdue,
    law_unconfirmed,
    legalese,
    liability_listed_twice,
    modal_verb,
    note_missing,
    notice_value_elsewhere,
    number_typed,
    obligation_deadline,
    obligation_party,
    old_law,
    parameter_range,
    passive_duty,
    playbook_changes_nothing,
    playbook_extends,
    position_below_tier,
    precedence_ranks_supplier_first,
    protection_not_required,
    reading_age,
    reason_without_source,
    reference_may_be_left_out,
    reference_may_dangle,
    reference_typed,
    sentence_length,
    setting_out_of_bounds,
    short_missing,
    short_out_of_reach,
    stale_obligation,
    stronger_fallback,
    text_not_written,
    two_duties,
    undefined_term,
    unfit_filter,
    unfit_operator,
    unknown_ai_type,
    unknown_anchor,
    unknown_approver,
    unknown_citation,
    unknown_clause,
    unknown_fact,
    unknown_fact_value,
    unknown_finding,
    unknown_group,
    unknown_harm,
    unknown_law_hook,
    unknown_parameter,
    unknown_placeholder,
    unknown_position,
    unknown_question,
    unknown_service_area,
    unknown_topic,
    unlawful_case_passes,
    unmet_requirement,
    unused_allowance,
    unused_definition,
    unused_group,
    unused_harm,
    unused_law_hook,
    unused_parameter,
    unused_schedule,
    vague_standard,
    walk_away_missing,
    written_two_ways,
)
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

Find: TypeAlias = Callable[[Scope], Iterator[Diagnostic]]


class _Module(Protocol):
    """What the file of a rule holds."""

    RULE: str
    LEVEL: Level

    def find(self, scope: Scope) -> Iterator[Diagnostic]:
        """What the rule finds, and why it matters."""


class Check(NamedTuple):
    """One rule of `check`."""

    rule: str
    """Its id, such as `dangling-link`: also the name of its file, its page and its cases."""
    group: str
    level: Level
    find: Find
    may_be_allowed: bool
    """Whether a file may allow what it finds, with a reason, under its key `allow`."""

    @property
    def finds(self) -> str:
        """What it finds, in a sentence."""
        return self._paragraphs()[0]

    @property
    def why(self) -> tuple[str, ...]:
        """Why that matters and what is let pass, in paragraphs."""
        return self._paragraphs()[1:]

    def _paragraphs(self) -> tuple[str, ...]:
        return tuple(" ".join(p.split()) for p in (getdoc(self.find) or "").split("\n\n"))


_GROUPS: dict[str, tuple[_Module, ...]] = {
    "references": (
        dangling_link,
        label_missing_in_position,
        reference_may_dangle,
        reference_may_be_left_out,
        reference_typed,
        unused_schedule,
    ),
    "names": (
        unknown_topic,
        unknown_finding,
        unknown_law_hook,
        unknown_harm,
        unknown_ai_type,
        unknown_service_area,
        unknown_group,
        unknown_clause,
        unknown_position,
        unknown_parameter,
        unknown_fact,
        unknown_fact_value,
        unknown_approver,
        unknown_question,
        unknown_anchor,
        unknown_citation,
        unmet_requirement,
        finding_topic_one_way,
        code_twice,
    ),
    "coverage": (answer_does_not_hold,),
    "values": (
        unknown_placeholder,
        unfit_filter,
        notice_value_elsewhere,
        unused_parameter,
        stronger_fallback,
        setting_out_of_bounds,
    ),
    "terms": (
        undefined_term,
        unused_definition,
        circular_definition,
    ),
    "wording": (
        vague_standard,
        legalese,
        modal_verb,
        passive_duty,
        duty_in_definition,
        and_or,
        written_two_ways,
        american_spelling,
        eu_only_term,
        old_law,
        sentence_length,
        reading_age,
    ),
    "duties": (
        two_duties,
        duty_without_limit,
        duty_without_record,
        obligation_deadline,
        obligation_party,
        stale_obligation,
        number_typed,
        parameter_range,
    ),
    "positions and notes": (
        short_missing,
        walk_away_missing,
        note_missing,
        text_not_written,
        short_out_of_reach,
        position_below_tier,
    ),
    "together": (
        precedence_ranks_supplier_first,
        liability_listed_twice,
        protection_not_required,
        unlawful_case_passes,
        unused_harm,
        unused_group,
    ),
    "playbooks and triage": (
        unfit_operator,
        playbook_extends,
        playbook_changes_nothing,
        reason_without_source,
        floors_incomplete,
    ),
    "hosts": (
        host_names_unknown,
        host_covers_floor,
        host_words_clash,
    ),
    "law": (
        law_unconfirmed,
        law_not_in_force,
        law_review_overdue,
        unused_law_hook,
    ),
    "allowances": (
        unused_allowance,
        allowance_not_possible,
    ),
}

_JUDGE_WORDS = frozenset({"wording", "duties"})
"""Groups whose rules judge words, so that a file may allow even what they call an error."""
_NEVER_ALLOWED = (law_review_overdue, unused_law_hook, unused_harm, unused_group)
"""Their findings stand in files that have no key `allow`."""


def _may_be_allowed(module: _Module, group: str) -> bool:
    """A warning and advice may be right where they stand; an error is one, but where words are judged."""
    return module not in _NEVER_ALLOWED and (module.LEVEL != "error" or group in _JUDGE_WORDS)


CHECKS: dict[str, Check] = {
    module.RULE: Check(module.RULE, group, module.LEVEL, module.find, _may_be_allowed(module, group))
    for group, modules in _GROUPS.items()
    for module in modules
}
