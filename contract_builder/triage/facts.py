"""The facts of one procurement: what conditions are tested against."""

from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts, FactValue
from contract_builder.model.playbook import FactInfo


def facts_of(brief: Brief, infos: tuple[FactInfo, ...], tier: int) -> Facts:
    """Every fact in `infos`, from the brief, from its triage answers, or as if unknown.

    `tier` is the inherent tier. A fact that the brief states wins over one that an AI type implies,
    and that over one that an answer implies.
    """
    facts: dict[str, FactValue] = {}
    for info in infos:
        stated = brief.facts.get(info.id)
        of_type = next((info.implied_by[t] for t in brief.ai_types if t in info.implied_by), None)
        implied = info.answers.get(brief.answers.get(info.question, "")) if info.question else None
        value = next(v for v in (stated, of_type, implied, info.if_unknown) if v is not None)
        facts[info.id] = value if info.type != "set" else frozenset([str(value)] if value != "" else ())
    facts["tier"] = tier
    facts["ai_types"] = frozenset(brief.ai_types)
    facts["service_area"] = brief.service_area
    return facts
