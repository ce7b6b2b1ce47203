"""Cross-references: what prints where a link stands."""

import pytest

from contract_builder.model.contract import RefRun
from tests.assemble.library import assembled, clause, contract, definition, schedule
from tests.assemble.reading import (
    clause_lines,
    definition_lines,
    lines,
    numbers,
    references,
    schedule_lines,
)

EXIT = clause(
    "exit", "1. Words.\n1. The Supplier must:\n   1. go; and\n   1. stay. ^stay", provides=["leaving"]
)
PLAN = schedule("plan", "1. One:\n   1. first; and\n   1. second. ^second\n1. Two. ^two")


@pytest.mark.parametrize(
    ("link", "printed"),
    [
        ("[it](exit.md)", "clause 2"),
        ("[it](exit.md#^stay)", "clause 2.2(b)"),
        ("[it](../topics.yaml#leaving)", "clause 2"),
        ("[it](#^here)", "clause 1.1"),
        ("[it](../schedules/plan.md)", "Schedule 2"),
        ("[it](../schedules/plan.md#^two)", "paragraph 2 of Schedule 2"),
        ("[it](../schedules/plan.md#^second)", "paragraph 1(b) of Schedule 2"),
        ('[it](exit.md "other words")', "clause 2"),
        ('[it](gone.md "the terms on exit")', "the terms on exit"),
        ('[it](exit.md#^gone "the terms on exit")', "the terms on exit"),
        ('[it](../topics.yaml#gone "the terms on exit")', "the terms on exit"),
        ('[it](../schedules/gone.md "the terms on exit")', "the terms on exit"),
    ],
)
def test_a_link_prints_the_number_of_its_target(link: str, printed: str) -> None:
    made = contract(clause("first", f"1. As {link} says. ^here"), EXIT, PLAN)
    assert clause_lines(made, "first") == [f"1.1 As {printed} says."]


def test_a_topic_is_the_first_clause_in_print_that_provides_it() -> None:
    made = contract(
        clause("first", "1. As [it](../topics.yaml#leaving) says."),
        EXIT,
        clause("late", "1. Words.", provides=["leaving"]),
    )
    assert clause_lines(made, "first") == ["1.1 As clause 2 says."]


def test_within_a_schedule_its_own_paragraphs_are_cited_without_its_number() -> None:
    own = schedule(
        "own", "1. One. ^one\n1. See [one](#^one), [this](own.md) and [that](plan.md#^two).", order=5
    )
    made = contract(clause("first", "1. See [own](../schedules/own.md)."), own, PLAN)
    assert schedule_lines(made, "own")[1] == "2 See paragraph 1, Schedule 2 and paragraph 2 of Schedule 3."


def test_a_schedule_cites_clauses() -> None:
    own = schedule("own", "1. See [it](../general/exit.md#^stay).")
    made = contract(clause("first", "1. See [own](../schedules/own.md)."), EXIT, own)
    assert schedule_lines(made, "own") == ["1 See clause 2.2(b)."]


def test_a_definition_cites_clauses_and_schedules() -> None:
    text = (
        "the plan that [it](../general/exit.md#^stay) and [the schedule](../schedules/plan.md#^two) ask for."
    )
    made = contract(clause("first", "1. An Exit Plan."), EXIT, PLAN, definition("plan", "Exit Plan", text))
    assert definition_lines(made, "plan") == [
        "Exit Plan means the plan that clause 2.2(b) and paragraph 2 of Schedule 2 ask for."
    ]


def test_a_word_and_its_number_stay_on_one_line() -> None:
    made = contract(clause("first", "1. As [it](exit.md) says."), EXIT)
    assert lines(made.clauses[0].blocks)
    texts = [r.text for r in made.clauses[0].blocks[0].runs]  # type: ignore[union-attr]
    assert texts == ["As ", "clause\u00a0", "2", " says."]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1. [It](exit.md) applies.", "Clause 2 applies."),
        ("1. It ends. [It](exit.md) applies.", "It ends. Clause 2 applies."),
        ("1. It ends (now.) [It](exit.md) applies.", "It ends (now.) Clause 2 applies."),
        ("1. *Exit.* [It](exit.md) applies.", "Exit. Clause 2 applies."),
        ("1. *Exit*. [It](exit.md) applies.", "Exit. Clause 2 applies."),
        ("1. Always: [it](exit.md) applies.", "Always: clause 2 applies."),
        ("1. [It](exit.md), [it](exit.md#^stay) and that.", "Clause 2, clause 2.2(b) and that."),
        ("1. [It](../schedules/plan.md#^two) applies.", "Paragraph 2 of Schedule 2 applies."),
        ('1. [It](gone.md "the exit terms") applies.', "The exit terms applies."),
    ],
)
def test_a_capital_stands_at_the_start_of_a_sentence_and_nowhere_else(text: str, printed: str) -> None:
    made = contract(clause("first", text), EXIT, PLAN)
    assert clause_lines(made, "first") == [f"1.1 {printed}"]


def test_an_item_that_goes_on_with_a_sentence_starts_small() -> None:
    text = "1. These stay:\n   1. [it](exit.md);\n   1. [it](exit.md#^stay); and\n   1. this clause.\n1. [It](exit.md) ends."
    made = contract(clause("first", text), EXIT)
    assert clause_lines(made, "first")[1:] == [
        "(a) clause 2;", "(b) clause 2.2(b); and", "(c) this clause.", "1.2 Clause 2 ends.",
    ]  # fmt: skip


def test_a_definition_goes_on_from_its_term_so_it_starts_small() -> None:
    made = contract(
        clause("first", "1. The Exit Terms."), EXIT,
        definition("terms", "Exit Terms", "[these](../general/exit.md). [It](../general/exit.md) rules."),
    )  # fmt: skip
    assert definition_lines(made, "terms") == ["Exit Terms means clause 2. Clause 2 rules."]


def test_a_cell_of_a_table_starts_with_a_capital() -> None:
    own = schedule("own", "1. Steps:\n\n| When | Where |\n|---|---|\n| First | [it](../general/exit.md) |\n")
    made = contract(clause("first", "1. See [own](../schedules/own.md)."), EXIT, own)
    assert schedule_lines(made, "own") == ["1 Steps:", "When | Where", "First | Clause 2"]


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("[it](gone.md)", "the clause gone"),
        ("[it](exit.md#^gone)", "the clause exit#^gone"),
        ("[it](../topics.yaml#gone)", "the topic gone"),
        ("[it](../schedules/gone.md)", "the schedule gone"),
        ("[it](#^gone)", "this file#^gone"),
    ],
)
def test_a_link_without_a_target_or_other_words_is_an_error_at_its_line(link: str, says: str) -> None:
    first = clause("first", f"1. One.\n1. Two, as\n   {link} says.")
    made = assembled(first, EXIT)
    assert made.contract is None
    (problem,) = made.diagnostics
    assert problem.rule == "dangling-reference"
    assert says in problem.message
    heading = first.positions[0].line
    assert (problem.place.file, problem.place.line) == ("clauses/general/first.md", heading + 4)


def test_a_reference_in_a_definition_never_finds_a_clause_that_happens_to_share_its_id() -> None:
    made = assembled(
        clause("exit", "1. The Exit Plan. ^one"),
        definition("exit", "Exit Plan", "as [above](#^one)."),
    )
    assert [d.rule for d in made.diagnostics] == ["dangling-reference"]
    assert made.diagnostics[0].place.file == "clauses/definitions/exit.md"


def test_a_label_in_an_item_whose_condition_fails_is_no_target() -> None:
    made = assembled(
        clause("first", "1. See [it](#^high).\n1. *(only if tier is at least 3)* High. ^high"),
        facts={"tier": 1},
    )
    assert [d.rule for d in made.diagnostics] == ["dangling-reference"]


def test_all_dangling_references_are_told_at_once() -> None:
    made = assembled(
        clause("first", "1. [It](gone.md)."), clause("second", "1. [It](lost.md) and [it](away.md).")
    )
    assert [d.message.split(" has")[0] for d in made.diagnostics] == [
        "The reference to the clause gone", "The reference to the clause lost", "The reference to the clause away",
    ]  # fmt: skip


def test_what_is_cited_is_exactly_what_a_reference_names() -> None:
    own = schedule("own", "1. One. ^one\n1. See [one](#^one).", order=5)
    first = clause(
        "first",
        "1. [It](exit.md#^stay), [that](../schedules/plan.md#^second), [own](../schedules/own.md)\n"
        '   and [none](gone.md "nothing"). ^unused',
    )
    made = contract(first, EXIT, own, PLAN)
    cited = references(made)
    assert made.cited == {run.anchor for run in cited}
    assert made.cited == {
        "clause.exit.stay", "schedule.own", "schedule.own.one", "schedule.plan", "schedule.plan.1",
        "schedule.plan.second",
    }  # fmt: skip


def test_a_reference_carries_the_number_of_its_target() -> None:
    made = contract(
        clause("first", "1. As [it](exit.md#^stay), [that](../schedules/plan.md#^second)."), EXIT, PLAN
    )
    known = numbers(made)
    for run in references(made):
        full, own = known[run.anchor]
        assert run.text == (full if run.full else own)
    assert RefRun("clause.exit.stay", "2.2(b)") in references(made)
    assert RefRun("schedule.plan.second", "(b)", full=False) in references(made)
