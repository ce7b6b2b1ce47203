"""What counts as a change of words: not a number that moves; a paragraph that was rewritten, and not one gone and one come."""

from pathlib import Path

from contract_builder.matrix.compare import changed_between, words_between
from contract_builder.matrix.texts import Paragraph
from tests.matrix.library import (
    DELETION,
    OF_REDRESS,
    PLAN,
    REDRESS,
    change,
    changes,
    item,
    matrix,
    row,
    where,
)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Paragraphs of level 1; "delete: words" has a label."""
    made = []
    for text in texts:
        label, colon, words = text.rpartition(": ")
        made.append(Paragraph(label if colon else "", 1, (("text", words),), ""))
    return tuple(made)


def changed(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """The words of the paragraphs that differ, before and now."""
    return [
        (c.old.words if c.old else "", c.new.words if c.new else "")
        for c in changed_between(paragraphs(*old), paragraphs(*new))
    ]


def test_a_paragraph_with_a_label_is_the_same_one_however_much_is_rewritten() -> None:
    assert changed(["a: One two three."], ["a: Wholly other words stand here."]) == [
        ("One two three.", "Wholly other words stand here.")
    ]


def test_a_paragraph_without_a_label_is_the_same_one_if_half_of_its_words_are() -> None:
    assert changed(["Give it back in ten days."], ["Give it back in five days."]) == [
        ("Give it back in ten days.", "Give it back in five days.")
    ]
    assert changed(["Give it back in ten days."], ["Nobody pays for anything here."]) == [
        ("", "Nobody pays for anything here."),
        ("Give it back in ten days.", ""),
    ]


def test_a_paragraph_between_others_is_the_only_one_that_comes() -> None:
    assert changed(["First one.", "Last one."], ["First one.", "A middle.", "Last one."]) == [
        ("", "A middle.")
    ]


def test_a_paragraph_that_moves_with_its_label_and_says_the_same_is_no_change() -> None:
    assert changed(["a: First.", "b: Second."], ["b: Second.", "a: First."]) == []


def test_the_words_that_go_and_the_words_that_come_are_both_counted() -> None:
    assert words_between("within 10 Working Days of it", "within 1 Working Day of it") == 4
    assert words_between("", "three new words") == words_between("three old words", "") == 3
    assert words_between("the same", "the same") == 0


def test_a_number_that_moves_is_no_change(tmp_path: Path) -> None:
    """The new item stands first, so that what `redress` refers to has another number."""
    first = "1. The Supplier must delete Council Data\n   within {{ deletion_days | unit }} of a request, and"
    edit = {DELETION: {first: f"1. *(only if stage is tendering)* A log is kept. ^log\n{first}"}}
    assert changes(row(matrix(tmp_path, edit), "stage=tendering")) == {"deletion": ("words",)}


def test_a_reference_to_something_else_is_a_change(tmp_path: Path) -> None:
    """The words are the same but for what they refer to, which stands by name."""
    words = "1. *(only if stage is {})* See [this](../data/deletion.md#^{}).\n"
    both = words.format("planning", "how") + words.format("tendering", "delete")
    (see,) = change(
        row(matrix(tmp_path, {REDRESS: {OF_REDRESS: OF_REDRESS + both}}), "stage=tendering"), "redress"
    ).paragraphs
    assert "‹deletion, how›" in see.old and "‹deletion, delete›" in see.new


def test_a_clause_whose_words_and_value_change_says_both(tmp_path: Path) -> None:
    edit = {DELETION: item("ai_types has biometric", "A log is kept. ^log")}
    assert changes(row(matrix(tmp_path, edit), "biometric")) == {"deletion": ("values", "words")}


def test_a_paragraph_of_a_schedule_is_referred_to_by_one_name(tmp_path: Path) -> None:
    """In print it is cited level by level: paragraph 2, and then (a)."""
    log = "The log names:\n   1. each person; and ^person\n   1. each day. ^day"
    edit = {
        PLAN: {". ^steps\n": f". ^steps\n1. {log}\n"},
        REDRESS: item("stage is tendering", "See [this](../schedules/plan.md#^person).", OF_REDRESS),
    }
    (see,) = change(row(matrix(tmp_path, edit), "stage=tendering"), "redress").paragraphs
    assert see.new == "See paragraph ‹plan, person› of ‹plan›."


def test_the_words_of_a_row_are_those_of_the_context_with_the_most(tmp_path: Path) -> None:
    """At tier 1 one word more than at the others."""
    two = {
        ". ^delete\n1. [The plan](../schedules/plan.md) says how. ^how\n\n## Walk": ". ^delete\n"
        "1. *(only if stage is tendering)* A log is there. ^log\n\n## Walk",
    }
    edit = {DELETION: {**item("stage is tendering", "A log is kept and shown. ^log"), **two}}
    found = row(matrix(tmp_path, edit), "stage=tendering")
    assert [(p.new, where(found, p)) for p in change(found, "deletion").paragraphs] == [
        ("A log is there.", ["tier 1"]),
        ("A log is kept and shown.", ["tier 2"]),
    ]
    assert (change(found, "deletion").words, found.words) == (6, 6)
