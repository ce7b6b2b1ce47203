"""What a host takes the place of is asked of nothing: not by a clause, a rule or a constraint."""

from typing import Any

import pytest
from msgspec.structs import replace

from contract_builder.model.host import Host, HostCover, HostPrecedence
from contract_builder.model.playbook import Playbooks
from contract_builder.select import select
from contract_builder.select.hosted import hosted
from tests.select.case import brief_of, facts_in, playbook_of
from tests.select.library import library_of

LIBRARY = library_of(
    {
        "audit": {"provides": ["audit-access"], "positions": {"preferred": None, "fallback": None}},
        "law": {"provides": ["governing-law"], "positions": {"preferred": None, "fallback": None}},
        "exit": {"provides": ["exit-plan"], "requires": ["governing-law"]},
    }
)
COVER = HostCover("its-own", "It says which law governs.", clause="law", words="its terms")
FREE = Host(
    "terms", "The terms of somebody", "1.0.0", "checked", "2026-11-01", "Schedule 9", "AI", "the order",
    HostPrecedence(True, "It may."), (),
)  # fmt: skip
HOST = replace(FREE, covers=(COVER,))


def broken(host: Host, *constraints: dict[str, Any], rules: tuple[dict[str, Any], ...] = ()) -> list[str]:
    """The constraints that are broken when everything is selected in its fallback, in `host`."""
    usual = {"id": "all", "include": {"that_apply": True}, "position": {"every-clause": "fallback"}}
    base = playbook_of(
        {"playbook": "base", "kind": "base", "rules": [usual, *rules], "constraints": list(constraints)}
    )
    left = hosted(LIBRARY, Playbooks((), (base,)), host)
    found = select(left.library, left.playbooks, facts_in({}), brief_of({})).diagnostics
    assert {d.rule for d in found} <= {"constraint-broken"}, found
    return list(dict.fromkeys(d.message.partition(" ")[0].removeprefix("base/") for d in found))


LAW: dict[str, Any] = {"position:law": "preferred"}
AUDIT: dict[str, Any] = {"position:audit": "preferred"}


@pytest.mark.parametrize(
    ("must", "asked"),
    [
        (LAW, False),
        ({**LAW, "tier": 2}, False),
        (AUDIT, True),
        ({**LAW, **AUDIT}, True),
        ({"all": [{**LAW, "tier": 2}, {"stage": "planning"}]}, False),
        ({"all": [{**LAW, **AUDIT}, {"stage": "planning"}]}, True),
    ],
)
def test_the_position_of_a_clause_that_the_host_takes_the_place_of_is_not_asked(
    must: dict[str, Any], asked: bool
) -> None:
    constraint = {"id": "full", "must": must}
    assert broken(FREE, constraint) == ["full"]
    assert broken(HOST, constraint) == (["full"] if asked else [])


def test_what_else_a_constraint_asks_is_asked_still() -> None:
    order = {"id": "order", "order": ["exit-plan", "audit-access"]}
    tier = {"id": "tier", "must": {**LAW, "tier": 3}}
    assert broken(HOST, {"id": "full", "must": LAW}, order, tier) == ["order", "tier"]


def test_a_topic_that_is_gone_is_required_neither_by_a_clause_nor_by_a_rule() -> None:
    needs = {"id": "needs", "require": ["governing-law", "audit-access"]}
    assert broken(HOST, rules=(needs,)) == []
    left = hosted(LIBRARY, Playbooks((), ()), HOST)
    assert [c.id for c in left.library.clauses] == ["audit", "exit"]
    assert [(o.clause, o.nearest and o.nearest.because) for o in left.left_out] == [
        ("law", "It says which law governs.")
    ]


def test_a_clause_that_is_wanted_in_any_case_is_left_with_all_that_is_asked_of_it() -> None:
    base = playbook_of({"playbook": "base", "kind": "base", "constraints": [{"id": "full", "must": LAW}]})
    left = hosted(LIBRARY, Playbooks((), (base,)), HOST, frozenset({"law"}))
    assert left.library == LIBRARY and left.playbooks.playbooks == (base,) and left.left_out == ()
