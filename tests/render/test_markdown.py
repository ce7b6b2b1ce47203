"""The contract as Markdown. That nothing is lost is proved in test_unicode_law."""

import msgspec
import pytest

from contract_builder.errors import InternalError
from contract_builder.model.contract import BlankRun, RefRun, Run, TextRun
from contract_builder.render.markdown import render_markdown
from contract_builder.render.markdown_text import runs_markdown
from tests.render import samples
from tests.render.reading import read_markdown

SOURCE = render_markdown(samples.contract()).decode()


def test_each_clause_is_a_heading_with_its_number():
    headings = [line for line in SOURCE.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Particulars", "## Terms", "## 1 Council Data and Derived Data",
        "## 2 Audit, testing and access for assessment", "## 3 Governing law", "## Signatures",
        "## Schedule 1 – Definitions", "## Schedule 2 – What the Exit Plan holds",
    ]  # fmt: skip


def test_numbered_paragraphs_are_nested_and_read_well_raw():
    assert (
        "\n1.2 The Supplier must deliver a complete copy of the Council Data and the Derived Data:\n\n"
        "- (a) within 10 Working Days of a written request by the Council, in an Open Format:\n"
        "  - (i) with a Data Dictionary that names and explains every field; and\n"
        "  - (ii) with counts and checksums of the records delivered; and\n"
        "- (b) on the End Date, as Schedule 2 requires.\n\n"
        "1.3 The Supplier must not charge"
    ) in SOURCE


def test_a_definition_is_one_sentence_with_its_term_in_bold():
    assert "\n**Council Data** means everything that the Council, " in SOURCE


def test_a_table_keeps_its_title_headings_and_rows():
    assert (
        "**Milestones of the exit**\n\n| Step | Who | By when | Evidence of completion |\n| --- |" in SOURCE
    )
    assert "| Deletion | Supplier | 30 days after the End Date | Certificate signed by a director |" in SOURCE


def test_a_blank_stands_out_and_says_what_to_fill_in():
    assert "| Council | **\\[To fill in: Council\\]** |" in SOURCE
    assert "[To fill in: Council]" in read_markdown(SOURCE.encode())


def test_a_line_break_inside_a_value_stays_on_its_line_as_a_reference():
    assert "| 1 High Street&#10;Exampleton&#10;EX1 1AA |" in SOURCE


def test_it_says_nothing_internal():
    for internal in ("preferred", "fallback", "short", samples.DATA.digest):
        assert internal not in SOURCE


def test_a_reference_without_a_target_is_refused():
    with pytest.raises(InternalError, match=r"clause\.gone"):
        gone = (RefRun("clause.gone", "9"),)
        render_markdown(msgspec.structs.replace(samples.contract(), background=gone))


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((TextRun("R&D & more"),), r"R\&D & more"),
        ((TextRun("4.1 The Supplier"),), "4.1 The Supplier"),
        ((TextRun("1. The Supplier"),), r"1\. The Supplier"),
        ((TextRun("- a"),), r"\- a"),
        ((TextRun("£5,000 (five) – it’s “fine”!"),), "£5,000 (five) – it’s “fine”!"),
        ((TextRun("a "), TextRun("b", "em"), TextRun(", c")), "a *b*, c"),
        ((TextRun("a"), TextRun("(b)", "em"), TextRun("c")), "a<em>(b)</em>c"),
        ((TextRun("a", "em"), TextRun("b", "strong")), "<em>a</em>**b**"),
        ((TextRun("a", "em"), TextRun("b", "em")), "*ab*"),
        ((TextRun("by "), BlankRun("x", "Date"), TextRun(".")), r"by **\[To fill in: Date\]**."),
        ((TextRun("clause\u00a0"), RefRun("x", "4.3(a)")), "clause\u00a04.3(a)"),
        ((TextRun("\u00a0a\u200bb "),), "&#160;a&#8203;b&#32;"),
        ((TextRun("see WWW.a_b.example"),), r"see WWW\.a\_b.example"),
        ((TextRun("see https://a.example/b_c"),), r"see https\://a.example/b\_c"),
    ],
)
def test_words_are_escaped_where_they_would_mean_something_and_only_there(
    runs: tuple[Run, ...], markdown: str
):
    assert runs_markdown(runs) == markdown
