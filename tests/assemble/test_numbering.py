"""Numbers: 4.1, (a), (i) in a clause; 1, (a), (i) in a schedule; (a), (i) in a definition."""

import pytest

from contract_builder.assemble.numbering import letter, own_number, roman
from tests.assemble.library import assembled, clause, contract, definition, schedule
from tests.assemble.reading import all_blocks, clause_lines, definition_lines, numbered, schedule_lines

THREE_LEVELS = """
1. One:
   1. first:
      1. deep; and
      1. deeper; and
   1. second.
1. Two.
"""


@pytest.mark.parametrize(
    ("n", "written"), [(1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")]
)
def test_letters_go_on_past_z_as_word_counts(n: int, written: str) -> None:
    assert letter(n) == written


@pytest.mark.parametrize(
    ("n", "written"),
    [
        (1, "i"),
        (3, "iii"),
        (4, "iv"),
        (9, "ix"),
        (14, "xiv"),
        (40, "xl"),
        (49, "xlix"),
        (90, "xc"),
        (399, "cccxcix"),
    ],
)
def test_roman_numerals(n: int, written: str) -> None:
    assert roman(n) == written


@pytest.mark.parametrize(
    ("level", "clause_number", "written"), [(1, "4", "4.3"), (1, "", "3"), (2, "4", "(c)"), (3, "4", "(iii)")]
)
def test_the_number_of_each_level(level: int, clause_number: str, written: str) -> None:
    assert own_number(level, 3, clause_number) == written


def test_a_clause_is_numbered_to_three_levels_below_its_heading() -> None:
    made = contract(clause("first", "1. Words."), clause("second", THREE_LEVELS))
    assert [c.number for c in made.clauses] == ["1", "2"]
    assert clause_lines(made, "second") == [
        "2.1 One:", "(a) first:", "(i) deep; and", "(ii) deeper; and", "(b) second.", "2.2 Two.",
    ]  # fmt: skip
    items = list(numbered(made.clauses[1].blocks))
    assert [i.full for i in items] == ["2.1", "2.1(a)", "2.1(a)(i)", "2.1(a)(ii)", "2.1(b)", "2.2"]
    assert [i.level for i in items] == [1, 2, 3, 3, 2, 1]


def test_a_schedule_is_numbered_afresh() -> None:
    made = contract(clause("first", "1. See [it](../schedules/plan.md)."), schedule("plan", THREE_LEVELS))
    assert made.schedules[1].number == "Schedule 2"
    assert schedule_lines(made, "plan") == [
        "1 One:", "(a) first:", "(i) deep; and", "(ii) deeper; and", "(b) second.", "2 Two.",
    ]  # fmt: skip
    assert [i.full for i in numbered(made.schedules[1].blocks)][:3] == ["1", "1(a)", "1(a)(i)"]


def test_a_definition_has_no_numbers_of_its_own_so_its_lists_start_at_a() -> None:
    text = "a fault that:\n\n1. stops the work:\n   1. for a day; or\n   1. for good; or\n1. harms somebody."
    made = contract(
        clause("first", "1. A Serious Fault is told."), definition("fault", "Serious Fault", text)
    )
    assert definition_lines(made, "fault") == [
        "Serious Fault means a fault that:", "(a) stops the work:", "(i) for a day; or", "(ii) for good; or",
        "(b) harms somebody.",
    ]  # fmt: skip
    items = list(numbered(made.schedules[0].definitions[0].blocks))
    assert [i.level for i in items] == [2, 3, 3, 2]
    assert [i.full for i in items] == ["(a)", "(a)(i)", "(a)(ii)", "(b)"]


def test_a_definition_with_a_list_of_three_levels_is_refused() -> None:
    text = "a fault:\n\n1. one:\n   1. two:\n      1. three."
    made = assembled(
        clause("first", "1. A Serious Fault is told."), definition("fault", "Serious Fault", text)
    )
    assert made.contract is None
    assert [(d.rule, d.place.file) for d in made.diagnostics] == [
        ("list-too-deep", "clauses/definitions/fault.md")
    ]


def test_a_paragraph_without_a_number_takes_none() -> None:
    made = contract(clause("first", "1. One.\n\nA paragraph.\n\n1. Two."))
    assert clause_lines(made, "first") == ["1.1 One.", "A paragraph.", "1.2 Two."]


def test_an_item_is_named_by_its_label_or_by_its_place() -> None:
    text = "1. One. ^first\n1. Two:\n   1. deep; and\n   1. deeper. ^deeper"
    made = contract(clause("data", text))
    assert [i.anchor for i in numbered(made.clauses[0].blocks)] == [
        "clause.data.first", "clause.data.2", "clause.data.2.1", "clause.data.deeper",
    ]  # fmt: skip


def test_no_two_things_have_one_name_even_where_a_label_looks_like_a_place() -> None:
    made = contract(clause("data", "1. One. ^2\n1. Two.\n1. See [one](#^2)."))
    anchors = [i.anchor for _, block in all_blocks(made) for i in numbered([block])]
    assert len(set(anchors)) == len(anchors) == 3
    assert clause_lines(made, "data")[-1] == "1.3 See clause 1.1."


def test_more_items_than_letters() -> None:
    items = "\n".join("   1. one;" for _ in range(27))
    made = contract(clause("data", f"1. All of:\n{items}"))
    assert [line.split()[0] for line in clause_lines(made, "data")][-2:] == ["(z)", "(aa)"]
