"""Definitions: those that are used, and those that they use, and no others."""

import pytest

from contract_builder.assemble.parts import phrases, terms_in
from tests.assemble.library import clause, contract, definition, schedule
from tests.assemble.reading import clause_lines, terms

DATA = definition(
    "derived-data", "Derived Data", "what is made from Council Data.", also=["Derived Data Sets"]
)
COUNCIL_DATA = definition("council-data", "Council Data", "what the council puts in.")
COUNCIL = definition("council", "Council", "the council.")
DAY = definition("working-day", "Working Day", "a day on which banks open.", also=["Working Days"])
UNUSED = definition("unused", "Unused Term", "nothing.")
DAYS = {"days": {"type": "integer", "unit": "Working Days", "default": 5, "ask": "How many?"}}


def used(text: str, **more: object) -> list[str]:
    """The terms that a clause with `text` brings in."""
    values = more.pop("values", None)
    made = contract(clause("data", text, **more), DATA, COUNCIL_DATA, COUNCIL, DAY, UNUSED, values=values)
    return terms(made)


def test_a_term_that_is_used_brings_in_what_it_uses_and_nothing_else() -> None:
    assert used("1. The Derived Data is kept.") == ["Council", "Council Data", "Derived Data"]


def test_the_parties_are_defined_in_every_contract() -> None:
    assert used("1. Words.") == ["Council"]


def test_a_plural_form_brings_in_its_term() -> None:
    assert "Derived Data" in used("1. All Derived Data Sets are kept.")
    assert "Working Day" in used("1. For ten Working Days.")


def test_the_longest_term_counts() -> None:
    assert used("1. The Council Data is kept.") == ["Council", "Council Data"]


def test_a_term_stands_at_the_start_of_a_sentence_or_in_a_possessive() -> None:
    assert "Council Data" in used("1. Council Data is kept.")
    assert "Derived Data" in used("1. The Derived Data's owner.")


def test_small_letters_are_no_term() -> None:
    assert used("1. The derived data is kept.") == ["Council"]


def test_items_below_schedules_and_tables_are_looked_at_too() -> None:
    made = contract(
        clause("data", "1. All:\n   1. of [it](../schedules/plan.md)."),
        schedule("plan", "1. Words.\n\n| What | When |\n|---|---|\n| Derived Data | now |\n"),
        DATA, COUNCIL_DATA, UNUSED,
    )  # fmt: skip
    assert terms(made) == ["Council Data", "Derived Data"]


def test_a_unit_is_a_term_that_no_word_of_the_text_shows() -> None:
    text = "1. Within {{ days | unit }} it is done."
    assert "Working Day" in used(text, parameters=DAYS)
    assert "Working Day" in used(text, parameters=DAYS, values={"data": {"days": 1}})
    assert "Working Day" not in used("1. Within {{ days }} hours it is done.", parameters=DAYS)


def test_a_value_that_is_a_text_may_use_terms() -> None:
    routes = {
        "routes": {
            "type": "text",
            "default": "a complaint; and the Council's Derived Data, too",
            "ask": "Which?",
        }
    }
    assert "Derived Data" in used("1. By {{ routes }}.", parameters=routes)


def test_the_words_that_print_in_place_of_a_reference_may_use_terms() -> None:
    assert "Derived Data" in used('1. As [it](gone.md "the terms on Derived Data") say.')


def test_words_that_do_not_print_use_no_term() -> None:
    assert used('1. As [it](#^here "the terms on Derived Data") say. ^here') == ["Council"]


def test_terms_that_use_each_other_come_to_an_end() -> None:
    made = contract(
        clause("data", "1. The Input is kept."),
        definition("input", "Input", "what makes an Output."),
        definition("output", "Output", "what an Input makes, or another Output."),
    )
    assert terms(made) == ["Input", "Output"]


def test_terms_stand_in_the_order_of_the_alphabet_whatever_their_capitals() -> None:
    made = contract(
        clause("data", "1. A Zone, an AI System, an Act of God and a Basis."),
        definition("zone", "Zone", "one."), definition("ai", "AI System", "two."), definition("basis", "Basis", "three."),
        definition("act", "Act of God", "four."),
    )  # fmt: skip
    assert terms(made) == ["Act of God", "AI System", "Basis", "Zone"]


def test_a_definition_carries_its_verb() -> None:
    made = contract(clause("data", "1. A Zone."), definition("zone", "Zone", "a place.", verb="includes"))
    assert made.schedules[0].definitions[0].verb == "includes"


def test_a_value_in_the_particulars_prints_in_a_definition() -> None:
    made = contract(
        clause("data", "1. A Version."), definition("version", "Version", "version {{ system_version }}."),
        particulars={"system_version": "4.2"},
    )  # fmt: skip
    (found,) = made.schedules[0].definitions
    assert "".join(r.text for r in found.blocks[0].runs) == "version 4.2."  # type: ignore[union-attr]
    assert clause_lines(made, "data") == ["1.1 A Version."]


@pytest.mark.parametrize(
    ("run", "found"),
    [
        ("Council Data", ["Council Data"]),
        ("The Council Data", ["Council Data"]),
        ("Council Council Data", ["Council", "Council Data"]),
        ("Data Council", ["Council"]),
        ("Nothing Here", []),
        ("", []),
    ],
)
def test_the_terms_in_a_run_of_words(run: str, found: list[str]) -> None:
    index = {d.term: d for d in (COUNCIL, COUNCIL_DATA)}
    assert [d.term for d in terms_in(run, index)] == found


def test_marks_and_possessives_break_a_text() -> None:
    assert list(phrases("the Council's  Data, (all) Sub-contractors’ and O'Brien Ltd")) == [
        "the Council", "Data", "", "all", "Sub-contractors", "and O'Brien Ltd",
    ]  # fmt: skip
