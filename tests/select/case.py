"""A rule case: a library in shorthand, playbooks and a brief in their real format, and what is selected."""

from typing import Any

import yaml

from contract_builder.load.build import build
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.playbook import Playbook, Playbooks
from contract_builder.model.selection import Choice, LeftOut, Reason, Selection
from contract_builder.select import select
from tests.select.library import library_of

Data = dict[str, Any]
SETS = frozenset({"ai_types"})
USUAL_FACTS: Data = {
    "tier": 2,
    "ai_types": ["generative-drafting"],
    "service_area": "housing-and-homelessness",
    "route": "below-threshold",
    "stage": "planning",
}
FOLDERS = {
    "base": "",
    "tier": "tiers/",
    "ai-type": "ai-types/",
    "service-area": "service-areas/",
    "overlay": "overlay/",
}
APPROVED_ON = "2026-11-24"


class _Dumper(yaml.SafeDumper):
    """Writes what strict YAML allows."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def select_case(case: Data) -> Selection:
    """What is selected in `case`."""
    library = library_of(case["library"], case.get("schedules"))
    playbooks = Playbooks((), tuple(playbook_of(data) for data in case.get("playbooks", [])))
    return select(library, playbooks, facts_in(case), brief_of(case.get("brief", {})))


def facts_in(case: Data) -> Facts:
    """The facts of `case`; those that it does not state are the usual ones."""
    facts = {**USUAL_FACTS, **case.get("facts", {})}
    return {name: frozenset(v) if isinstance(v, list) else v for name, v in facts.items()}


def playbook_of(data: Data) -> Playbook:
    """A playbook, read by the loader; what does not matter to a case is filled in."""
    full = {"title": data["playbook"], "version": "1.0.0", **data}
    if data["kind"] != "base":
        full = {"extends": "base", "applies_to": data["playbook"], **full}
    for key in ("rules", "constraints", "departures"):
        if key in full:
            full[key] = [{"because": f"The reason of {entry['id']}.", **entry} for entry in full[key]]
    inside = f"{FOLDERS[data['kind']]}{data['playbook']}.yaml"
    return _built("playbook", full, inside)


def brief_of(data: Data) -> Brief:
    """A brief, read by the loader."""
    departures = [
        {
            "why": "It was asked for.",
            "approved_by": {"name": "A. Patel", "role": "Director"},
            "on": APPROVED_ON,
            **d,
        }
        for d in data.get("departures", [])
    ]
    usual = {"brief": 1, "title": "A purchase", "ai_types": ["x"], "service_area": "y"}
    more = {"departures": departures} if departures else {}
    return _built("brief", {**usual, **data, **more}, "brief.yaml")


def _built(kind: Any, data: Data, inside: str) -> Any:
    text = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
    value, found = build(kind, text.encode(), inside, inside, SETS)
    assert value is not None, [(d.message, d.hint) for d in found]
    return value


def reasons_of(choice: Choice) -> tuple[Reason, ...]:
    """Every reason that a choice records: why it is in, at its position, with its values."""
    return (*choice.reasons, choice.position_reason, *(v.reason for v in choice.values))


def told(reason: Reason) -> str:
    """A reason in one line: "include base/what-applies: It fits. (over base/other)"."""
    over = f" (over {reason.overrode})" if reason.overrode else ""
    return f"{reason.effect} {name_of(reason)}: {reason.because}{over}"


def name_of(reason: Reason | None) -> str:
    """The rule of a reason, or what else gave it."""
    if reason is None:
        return "none"
    return f"{reason.playbook}/{reason.rule}" if reason.rule else reason.effect


def failing_of(left: LeftOut) -> list[str]:
    """The facts that kept a clause out: "tier is at least 3; it is 1"."""
    return [f"{fact.wanted}; it is {fact.actual}" for fact in left.failing]
