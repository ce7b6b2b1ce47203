"""Every check, by the id of its rule."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

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
from contract_builder.model.diagnostic import Diagnostic

Find: TypeAlias = Callable[[Scope], Iterator[Diagnostic]]

CHECKS: dict[str, Find] = {
    # references
    dangling_link.RULE: dangling_link.find,
    label_missing_in_position.RULE: label_missing_in_position.find,
    reference_may_dangle.RULE: reference_may_dangle.find,
    reference_may_be_left_out.RULE: reference_may_be_left_out.find,
    unused_schedule.RULE: unused_schedule.find,
    # names
    unknown_topic.RULE: unknown_topic.find,
    unknown_finding.RULE: unknown_finding.find,
    unknown_law_hook.RULE: unknown_law_hook.find,
    unknown_harm.RULE: unknown_harm.find,
    unknown_ai_type.RULE: unknown_ai_type.find,
    unknown_service_area.RULE: unknown_service_area.find,
    unknown_group.RULE: unknown_group.find,
    unknown_clause.RULE: unknown_clause.find,
    unknown_position.RULE: unknown_position.find,
    unknown_parameter.RULE: unknown_parameter.find,
    unknown_fact.RULE: unknown_fact.find,
    unknown_fact_value.RULE: unknown_fact_value.find,
    unknown_approver.RULE: unknown_approver.find,
    unknown_question.RULE: unknown_question.find,
    unmet_requirement.RULE: unmet_requirement.find,
    finding_topic_one_way.RULE: finding_topic_one_way.find,
    # values
    unknown_placeholder.RULE: unknown_placeholder.find,
    unfit_filter.RULE: unfit_filter.find,
    unused_parameter.RULE: unused_parameter.find,
    stronger_fallback.RULE: stronger_fallback.find,
    setting_out_of_bounds.RULE: setting_out_of_bounds.find,
    # terms
    undefined_term.RULE: undefined_term.find,
    unused_definition.RULE: unused_definition.find,
    circular_definition.RULE: circular_definition.find,
    # positions and notes
    short_missing.RULE: short_missing.find,
    walk_away_missing.RULE: walk_away_missing.find,
    note_missing.RULE: note_missing.find,
    # playbooks and triage
    unfit_operator.RULE: unfit_operator.find,
    playbook_extends.RULE: playbook_extends.find,
    playbook_changes_nothing.RULE: playbook_changes_nothing.find,
    floors_incomplete.RULE: floors_incomplete.find,
    # law
    law_unconfirmed.RULE: law_unconfirmed.find,
    law_not_in_force.RULE: law_not_in_force.find,
    law_review_overdue.RULE: law_review_overdue.find,
}
