"""What keeps the pages whole: titles with their tables, rows with their neighbours, the front of a schedule."""

from typing import Any

import pytest
from msgspec.structs import replace

from contract_builder.model.contract import (
    Contract,
    Grid,
    Numbered,
    Para,
    ParticularsRow,
    ParticularsSection,
    TextRun,
)
from contract_builder.model.host import HostNode
from contract_builder.render.apparatus import Apparatus, Section
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.columns import eased
from tests.render.docx.word import W, root_of, style_of, text_of, val
from tests.render.samples import contract as sample


def words(text: str) -> tuple[TextRun, ...]:
    return (TextRun(text),)


def grid(rows: int) -> Grid:
    return Grid((words("Head"),), tuple((words(f"Row {n}"),) for n in range(1, rows + 1)))


def with_blocks(*blocks: Any) -> Any:
    """The document of a contract whose last schedule says `blocks`."""
    of = sample()
    return root_of(
        render_docx(replace(of, schedules=(*of.schedules[:-1], replace(of.schedules[-1], blocks=blocks))))
    )


def last_table(root: Any) -> Any:
    return list(root.iter(W + "tbl"))[-1]


def stays(p: Any) -> bool:
    return p.find(f"{W}pPr/{W}keepNext") is not None


def staying(table: Any) -> list[bool]:
    """Which rows below the header stay with the next."""
    return [all(map(stays, row.iter(W + "p"))) for row in list(table.iter(W + "tr"))[1:]]


@pytest.mark.parametrize("style", ["em", "strong"])
def test_a_paragraph_of_emphasis_alone_is_the_title_of_the_table_below(style: str) -> None:
    root = with_blocks(Para((TextRun("Register", style),)), grid(2))  # type: ignore[arg-type]
    titles = [text_of(p) for p in root.iter(W + "p") if style_of(p) == "TableTitle"]
    assert titles[-1] == "Register"
    assert val(last_table(root).find(f"{W}tblPr/{W}tblCaption")) == "Register"


def test_a_paragraph_that_says_more_is_no_title_and_stays_with_the_table() -> None:
    root = with_blocks(Para((TextRun("Register", "em"), TextRun(" of all."))), grid(2))
    (lead,) = [p for p in root.iter(W + "p") if text_of(p) == "Register of all."]
    assert style_of(lead) == "ScheduleText"
    assert stays(lead)
    assert val(last_table(root).find(f"{W}tblPr/{W}tblCaption")) == "Head"


def test_the_last_item_before_a_table_stays_with_it() -> None:
    item = Numbered(2, "(a)", "1(a)", words("The last item."), "y")
    root = with_blocks(Numbered(1, "1.", "1", words("Items:"), "x", (item,)), grid(1), Para(words("Behind.")))
    found = {text_of(p): stays(p) for p in root.iter(W + "p")}
    assert found["The last item."]
    assert not found["Behind."]


def test_a_paragraph_between_two_tables_has_space_on_both_sides() -> None:
    root = with_blocks(grid(1), Para(words("Between.")), grid(1))
    (between,) = [p for p in root.iter(W + "p") if text_of(p) == "Between."]
    (spacing,) = between.iter(W + "spacing")
    assert int(val(spacing, "", "before")) > 0
    assert int(val(spacing, "", "after")) > 0


def test_a_table_of_a_third_of_a_page_stays_whole() -> None:
    assert staying(last_table(with_blocks(grid(1)))) == [False]
    assert staying(last_table(with_blocks(grid(20)))) == [True] * 19 + [False]
    assert not all(staying(last_table(with_blocks(grid(21))))[:-1])


def test_a_short_section_of_the_particulars_stays_whole() -> None:
    rows = tuple(ParticularsRow(f"f{n}", f"Label {n}", words("Said.")) for n in range(25))
    whole, long = ParticularsSection("Whole", rows[:12]), ParticularsSection("Long", rows)
    root = root_of(render_docx(replace(sample(), particulars=(whole, long))))
    first, second = list(root.iter(W + "tbl"))[:2]
    assert staying(first) == [True] * 11 + [False]
    assert not all(staying(second)[:-1])


def test_of_a_long_table_no_page_has_but_a_few_lines() -> None:
    assert staying(last_table(with_blocks(grid(30)))) == [True] * 5 + [False] * 19 + [True] * 5 + [False]
    tall = (words("word " * 60),)
    rows = Grid((words("Head"),), (tall,) * 9)
    assert staying(last_table(with_blocks(rows))) == [True, *[False] * 6, True, False]


def test_of_a_table_whose_lines_nobody_counted_no_row_stands_alone() -> None:
    section = Section("Law", (), ("A", "B"), (("1", "2"),) * 8, (50, 50))
    root = root_of(render_docx(sample(), apparatus=Apparatus("Internal", (section,))))
    assert staying(last_table(root)) == [True, *[False] * 5, True, False]


def numbered(level: int, words_: str, *items: Numbered) -> Numbered:
    number = {1: "1.", 2: "(a)", 3: "(i)"}[level]
    return Numbered(level, number, number, words(words_), words_, items)


def space_after(root: Any, text: str) -> str:
    """What the paragraph `text` says of the space after it, beside its style."""
    (p,) = [p for p in root.iter(W + "p") if text_of(p) == text]
    found = p.find(f"{W}pPr/{W}spacing")
    return val(found, "", "after") if found is not None else ""


def test_what_follows_a_list_of_items_stands_off_from_it() -> None:
    items = (numbered(2, "One", numbered(3, "Inner")), numbered(2, "Two", numbered(3, "Last")))
    root = with_blocks(numbered(1, "First", *items), numbered(1, "Second"), numbered(1, "Third"))
    assert space_after(root, "Last") == "120"
    assert [space_after(root, text) for text in ("One", "Inner", "Two", "First", "Second")] == [""] * 5


def test_the_last_paragraph_of_a_schedule_does_not_stand_on_a_page_alone() -> None:
    root = with_blocks(numbered(1, "First"), numbered(1, "Second", numbered(2, "Item")), numbered(1, "Third"))
    item = [p for p in root.iter(W + "p") if text_of(p) == "Item"][-1]
    assert stays(item)
    (third,) = [p for p in root.iter(W + "p") if text_of(p) == "Third"]
    assert all(p.find(f"{W}pPr/{W}keepLines") is not None for p in (item, third))
    found = {text_of(p): stays(p) for p in root.iter(W + "p")}
    assert not found["First"]
    assert not found["Third"]
    last = numbered(1, "Third, with items", numbered(2, "Its item"))
    found = {text_of(p): stays(p) for p in with_blocks(numbered(1, "Before it"), last).iter(W + "p")}
    assert not found["Before it"]


def schedule() -> Contract:
    node = HostNode(
        "host", "", "Schedule 1", "AI", "The Host", "H-1", ("Buyer", "Supplier"), "Part A", "Part B", 1, True
    )
    return replace(sample(), host=node)


@pytest.mark.parametrize("mark", ["", "INTERNAL: not for the supplier"])
def test_an_ai_schedule_says_its_reference_and_status_on_the_front(mark: str) -> None:
    apparatus = Apparatus("Internal", (Section("What", ("Words.",)),), {}, mark)
    root = root_of(render_docx(schedule(), apparatus=apparatus))
    front = [text_of(p) for p in root.iter(W + "p") if style_of(p) == "CoverLine"]
    who = sample().identity
    assert front[0] == f"Reference: {who.reference}"
    assert front[1].startswith("Status: ")
    assert front[1].endswith(mark or who.date)


def test_the_words_above_a_table_of_the_internal_part_stay_with_it() -> None:
    section = Section("Law", ("First.", "Second."), ("A", "B"), (("1", "2"),), (50, 50))
    root = root_of(render_docx(sample(), apparatus=Apparatus("Internal", (section,))))
    found = {text_of(p): stays(p) for p in root.iter(W + "p")}
    assert found["First."]
    assert found["Second."]


def test_columns_are_moved_for_fewer_lines_and_none_goes_below_its_least() -> None:
    rows = (("one two three four five six seven eight nine ten", "a"), ("x", "b"))
    even = (1000, 1000)
    moved = eased(even, (400, 400), rows)
    assert sum(moved) == sum(even)
    assert moved[0] > moved[1] >= 400
    assert eased(even, even, rows) == even
