"""Schedules: in only if they are cited, numbered in their own order."""

from contract_builder.assemble import assemble
from contract_builder.model.brief import Brief
from contract_builder.model.selection import Choice, Selection
from tests.assemble.library import WHY, assembled, clause, contract, definition, library, schedule
from tests.assemble.reading import schedule_lines, terms

EARLY = schedule("early", "1. Words.", order=1)
LATE = schedule("late", "1. Words.", order=9)


def headings(*texts, **more):  # type: ignore[no-untyped-def]
    return [(s.number, s.id) for s in contract(*texts, **more).schedules]


def test_a_schedule_that_nothing_cites_is_not_there() -> None:
    assert headings(clause("data", "1. Words."), EARLY, LATE) == [("Schedule 1", "definitions")]


def test_schedules_are_numbered_in_their_order_and_not_in_that_of_the_references() -> None:
    first = clause(
        "data", "1. [It](../schedules/late.md), [it](../schedules/early.md), [it](../schedules/late.md)."
    )
    assert headings(first, LATE, EARLY) == [
        ("Schedule 1", "definitions"), ("Schedule 2", "early"), ("Schedule 3", "late"),
    ]  # fmt: skip


def test_schedules_of_one_order_are_numbered_by_their_ids() -> None:
    first = clause("data", "1. [It](../schedules/b.md) and [it](../schedules/a.md).")
    assert headings(first, schedule("b", "1. Words."), schedule("a", "1. Words."))[1:] == [
        ("Schedule 2", "a"), ("Schedule 3", "b"),
    ]  # fmt: skip


def test_a_schedule_brings_in_the_schedules_that_it_cites_even_in_a_circle() -> None:
    first = clause("data", "1. See [it](../schedules/a.md).")
    a = schedule("a", "1. See [it](b.md).")
    b = schedule("b", "1. See [it](a.md) and [it](c.md).")
    c = schedule("c", "1. See [it](c.md).")
    assert [name for _, name in headings(first, a, b, c, LATE)] == ["definitions", "a", "b", "c"]


def test_a_definition_brings_in_a_schedule_and_the_schedule_its_terms() -> None:
    made = contract(
        clause("data", "1. The Measures."),
        definition("measures", "Measures", "what [it](../schedules/late.md) lists."),
        schedule("late", "1. Every Fault."),
        definition("fault", "Fault", "a failure."),
        definition("idle", "Idle", "nothing."),
    )
    assert [s.id for s in made.schedules] == ["definitions", "late"]
    assert terms(made) == ["Fault", "Measures"]


def test_a_link_with_other_words_does_not_bring_a_schedule_in() -> None:
    soft = '1. As [it](../schedules/late.md "this Contract") says.'
    assert headings(clause("data", soft), LATE) == [("Schedule 1", "definitions")]
    hard = "1. See [it](../schedules/late.md)."
    assert headings(clause("data", soft), clause("more", hard), LATE)[1:] == [("Schedule 2", "late")]


def test_a_label_of_a_schedule_brings_it_in_too() -> None:
    made = contract(
        clause("data", "1. See [it](../schedules/late.md#^one)."), schedule("late", "1. Words. ^one")
    )
    assert schedule_lines(made, "late") == ["1 Words."]


def test_the_values_of_a_schedule_print_in_it() -> None:
    days = {"days": {"type": "integer", "unit": "days", "default": 5, "ask": "How many?"}}
    plan = schedule(
        "plan", "1. Within {{ days | unit }}.\n\n| When |\n|---|\n| {{ days }} days |\n", parameters=days
    )
    first = clause("plan", "1. See [it](../schedules/plan.md).")
    assert schedule_lines(contract(first, plan), "plan") == ["1 Within 5 days.", "When", "5 days"]
    given = contract(first, plan, values={"plan": {"days": 1}})
    assert schedule_lines(given, "plan") == ["1 Within 1 day.", "When", "1 days"]


def test_the_default_prints_where_a_selection_has_no_value_for_a_schedule() -> None:
    days = {"days": {"type": "integer", "default": 5, "ask": "How many?"}}
    made = library(
        clause("data", "1. See [it](../schedules/p.md)."), schedule("p", "1. {{ days }}.", parameters=days)
    )
    selection = Selection({}, (), (Choice("data", "1.0.0", "preferred", (WHY,), WHY),), ())
    done = assemble(made, selection, Brief("A purchase", "brief.yaml", ("x",), "y"), {})
    assert done.contract is not None
    assert schedule_lines(done.contract, "p") == ["1 5."]


def test_a_schedule_has_a_digest_of_its_words() -> None:
    first = clause("data", "1. See [it](../schedules/late.md).")
    one = contract(first, LATE).schedules[1]
    other = contract(first, schedule("late", "1. Other words.", order=9)).schedules[1]
    assert len(one.digest) == 64
    assert one.digest != other.digest


def test_a_dangling_reference_in_a_schedule_names_its_file() -> None:
    made = assembled(
        clause("data", "1. See [it](../schedules/late.md)."), schedule("late", "1. [It](gone.md).")
    )
    assert [(d.rule, d.place.file) for d in made.diagnostics] == [
        ("dangling-reference", "clauses/schedules/late.md")
    ]
