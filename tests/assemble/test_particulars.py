"""The Particulars: which fields print, and what stands in them."""

from typing import Any

import msgspec

from contract_builder.assemble import assemble
from contract_builder.check.brief import brief_problems
from contract_builder.model.agreement import Case, ParticularField
from contract_builder.model.brief import Brief
from contract_builder.model.condition import All, FactValue, Test
from contract_builder.model.contract import BlankRun, Contract, RefRun, TextRun
from contract_builder.model.library import AiType, Library, Taxonomy
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Choice, ChosenValue, Selection
from contract_builder.model.triage import Mitigation, TriageTable
from tests.assemble.library import WHY, clause, library, schedule

YES_NO = {"yes": "Yes", "no": "No"}


def field(id_: str, **more: Any) -> ParticularField:
    return ParticularField(id_, id_.capitalize(), "The rest", "What?", "legal", **more)


def made(
    *fields: ParticularField, texts: tuple[Any, ...] = (), facts: dict[str, FactValue] | None = None,
    brief_facts: dict[str, str | int] | None = None, particulars: dict[str, str] | None = None,
) -> Contract:  # fmt: skip
    """A contract of `texts` whose Particulars have `fields` and those of the test library."""
    base = with_fields(*fields, texts=texts or (clause("data", "1. Words."),))
    chosen = tuple(
        Choice(c.id, c.version, "preferred", (WHY,), WHY, tuple(ChosenValue(p.name, p.default, WHY) for p in c.parameters))
        for c in base.clauses
    )  # fmt: skip
    selection = Selection(facts={}, playbooks=("base",), chosen=chosen, left_out=(), schedule_values=())
    brief = Brief("A", "brief.yaml", ("x",), "y", facts=brief_facts or {}, particulars=particulars or {})
    done = assemble(base, selection, brief, {**(brief_facts or {}), **(facts or {})})
    assert done.contract is not None, done.diagnostics
    return done.contract


def with_fields(*fields: ParticularField, texts: tuple[Any, ...]) -> Library:
    base = library(*texts)
    taxonomy = Taxonomy((AiType("x", "T1", "Risk scores", ""), AiType("z", "T2", "Chat", "")), (), (), ())
    return msgspec.structs.replace(base, particulars=(*base.particulars, *fields), taxonomy=taxonomy)


def rest(contract: Contract) -> dict[str, str]:
    """The fields of the last section, with what stands in them; a blank as its prompt in brackets."""
    rows = [row for section in contract.particulars if section.title == "The rest" for row in section.rows]
    return {
        row.field: "".join(f"[{r.prompt}]" if isinstance(r, BlankRun) else r.text for r in row.runs)
        for row in rows
    }


def test_a_field_whose_condition_fails_is_neither_a_row_nor_an_open_item() -> None:
    high = field("guarantor", when=Test("tier", "at-least", 3))
    low, top = made(high, facts={"tier": 1}), made(high, facts={"tier": 3})
    assert (rest(low), "guarantor" in {i.field for i in low.open_items}) == ({}, False)
    assert (rest(top), "guarantor" in {i.field for i in top.open_items}) == (
        {"guarantor": "[Guarantor]"},
        True,
    )


def test_a_field_with_a_value_prints_whatever_its_condition() -> None:
    high = field("guarantor", when=Test("tier", "at-least", 3))
    assert rest(made(high, facts={"tier": 1}, particulars={"guarantor": "Big Ltd"})) == {
        "guarantor": "Big Ltd"
    }


def test_a_blank_that_a_text_uses_has_its_row_and_its_open_item() -> None:
    high = field("guarantor", when=Test("tier", "at-least", 3))
    texts = (
        clause("data", "1. See [it](../schedules/plan.md)."),
        schedule("plan", "| What | Who |\n|---|---|\n| Pays | {{ guarantor }} |"),
    )
    contract = made(high, facts={"tier": 1}, texts=texts)
    assert rest(contract) == {"guarantor": "[Guarantor]"}
    assert "guarantor" in {item.field for item in contract.open_items}


def test_a_condition_may_test_what_the_contract_holds() -> None:
    sums = field("sums", when=Test("topics", "lacks", "insurance"))
    texts = (clause("data", "1. Words.", provides=["insurance"]),)
    assert rest(made(sums)) == {"sums": "[Sums]"}
    assert rest(made(sums, texts=texts)) == {}


def test_a_choice_prints_its_words_and_its_blank_offers_them() -> None:
    asked = field("asked", choices=YES_NO)
    assert rest(made(asked, particulars={"asked": "no"})) == {"asked": "No"}
    row = made(asked).particulars[-1].rows[-1]
    assert row.runs == (BlankRun("asked", "Asked", ("Yes", "No"), "legal"),)


def test_a_fact_of_the_brief_prints_and_is_not_asked_again() -> None:
    route = field("route", fact="route", choices={"direct-award": "Direct award"})
    value = field("value", fact="estimated_value", money=True)
    kinds = field("kinds", fact="ai_types")
    facts: dict[str, FactValue] = {"ai_types": frozenset({"x", "z"})}
    contract = made(
        route, value, kinds, facts=facts, brief_facts={"route": "direct-award", "estimated_value": 420000}
    )
    assert rest(contract) == {"route": "Direct award", "value": "£420,000", "kinds": "Risk scores; Chat"}


def test_a_fact_that_nobody_stated_is_a_blank_though_rules_take_it_for_the_worst() -> None:
    route = field("route", fact="route")
    assert rest(made(route, facts={"route": "open-procedure"})) == {"route": "[Route]"}


def test_a_field_may_say_what_the_facts_come_to() -> None:
    big = All((Test("estimated_value", "more-than", 5_000_000), Test("light_touch", "is", "no")))
    duty = field("duty", cases=(Case("Yes", big), Case("No")))
    stated: dict[str, str | int] = {"estimated_value": 6_000_000, "light_touch": "no"}
    assert rest(made(duty, brief_facts=stated)) == {"duty": "Yes"}
    assert rest(made(duty, brief_facts={**stated, "light_touch": "yes"})) == {"duty": "No"}
    assert rest(made(duty, brief_facts={"estimated_value": 6_000_000}, facts={"light_touch": "no"})) == {
        "duty": "[Duty]"
    }


def test_a_value_that_a_clause_sets_prints_only_with_the_clause() -> None:
    months = {"initial_months": {"type": "integer", "unit": "months", "default": 24, "ask": "How long?"}}
    term = field("term", value="term.initial_months")
    texts = (clause("term", "1. It lasts {{ initial_months | unit }}.", parameters=months),)
    assert rest(made(term, texts=texts)) == {"term": "24 months"}
    assert rest(made(term)) == {}


def test_a_sum_that_a_clause_sets_prints_as_a_sum() -> None:
    limit = {"limit": {"type": "money", "default": 1000000, "ask": "How much?"}}
    texts = (clause("cap", "1. At most {{ limit | money }}.", parameters=limit),)
    assert rest(made(field("cap", value="cap.limit"), texts=texts)) == {"cap": "£1,000,000"}


def test_the_schedules_are_listed_by_numbers_that_follow_them() -> None:
    texts = (clause("data", "1. See [it](../schedules/plan.md)."), schedule("plan", "1. Words."))
    contract = made(field("annexed", fact="schedules"), texts=texts)
    runs = contract.particulars[-1].rows[-1].runs
    assert [r.text for r in runs if isinstance(r, RefRun)] == ["Schedule 1", "Schedule 2"]
    assert TextRun(f" ({contract.schedules[1].heading})") in runs
    assert "annexed" not in {item.field for item in contract.open_items}


def problems(brief: Brief, *fields: ParticularField) -> list[str]:
    base = with_fields(*fields, texts=(clause("data", "1. Words."),))
    table = TriageTable("1", (), {}, (), (), Mitigation(50, 25, {}, ()))
    found = brief_problems(brief, base, Playbooks((), (), ()), table)
    return [d.message for d in found if "particulars" in d.message.casefold() or "choices" in d.message or "whole" in d.message]  # fmt: skip


def test_a_brief_that_gives_what_is_worked_out_is_refused() -> None:
    brief = Brief(
        "A", "brief.yaml", ("x",), "y", particulars={"route": "Direct", "asked": "maybe", "sum": "many"}
    )
    fields = (field("route", fact="route"), field("asked", choices=YES_NO), field("sum", money=True))
    found = problems(brief, *fields)
    assert any("route" in message and "elsewhere" in message for message in found)
    assert any("'maybe' is not one of the choices" in message for message in found)
    assert any("'many' is not a whole number" in message for message in found)
