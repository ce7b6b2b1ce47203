"""Every check, by the id of its rule, in the groups of the documentation."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, TypeAlias

from contract_builder.check.rules import (
    circular_definition,
    dangling_link,
    finding_topic_one_way,
    floors_incomplete,
    label_missing_in_position,
    law_not_in_force,
    law_review_overdue,
    law_unconfirmed,
    note_missing,
    playbook_changes_nothing,
    playbook_extends,
    reference_may_be_left_out,
    reference_may_dangle,
    setting_out_of_bounds,
    short_missing,
    stronger_fallback,
    undefined_term,
    unfit_filter,
    unfit_operator,
    unknown_ai_type,
    unknown_approver,
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
    unmet_requirement,
    unused_definition,
    unused_parameter,
    unused_schedule,
    walk_away_missing,
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


_GROUPS: dict[str, tuple[_Module, ...]] = {
    "references": (
        dangling_link,
        label_missing_in_position,
        reference_may_dangle,
        reference_may_be_left_out,
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
        unmet_requirement,
        finding_topic_one_way,
    ),
    "values": (
        unknown_placeholder,
        unfit_filter,
        unused_parameter,
        stronger_fallback,
        setting_out_of_bounds,
    ),
    "terms": (
        undefined_term,
        unused_definition,
        circular_definition,
    ),
    "positions and notes": (
        short_missing,
        walk_away_missing,
        note_missing,
    ),
    "playbooks and triage": (
        unfit_operator,
        playbook_extends,
        playbook_changes_nothing,
        floors_incomplete,
    ),
    "law": (
        law_unconfirmed,
        law_not_in_force,
        law_review_overdue,
    ),
}

CHECKS: dict[str, Check] = {
    module.RULE: Check(module.RULE, group, module.LEVEL, module.find)
    for group, modules in _GROUPS.items()
    for module in modules
}
