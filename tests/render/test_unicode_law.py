"""The law of every format: what goes in comes out, character for character, and nothing more."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from contract_builder.model.contract import (
    BlankRun,
    ClauseNode,
    Contract,
    DefinitionNode,
    ExecutionNode,
    Grid,
    Identity,
    Numbered,
    Para,
    ParticularsRow,
    ParticularsSection,
    RefRun,
    Run,
    Runs,
    ScheduleNode,
    SignatoryNode,
    TextRun,
)
from contract_builder.render.html import render_html
from contract_builder.render.json import read_json, render_json
from contract_builder.render.markdown import render_markdown
from tests.render.reading import read_html, read_markdown

ACTIVE = (
    "*", "**", "_", "`", "```", "~~~", "<", "<!--", "-->", "</p>", "<script>", "&", "&amp;", "&#10;", "|", "\\", "\\|",
    "# ", "> ", "- ", "+ ", "---", "1. ", "1) ", "12", "    ", "[", "](x)", "![", "https://a_b.c", "www.a_b", "$x$",
    ":tada:", "@me", "{{ x }}", "'", '"', "\n", "\n\n", "\r\n", "\t", "  \n", "\u00a0", "\u2028", "\u2029", "\u200b",
    "\u202e", "\u2066", "\ufeff", "\x7f", "\x85", "\u3000", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "é", "שלום",
    "\U000e0041", "\U0001f3f4", "a", " ",
)  # fmt: skip
"""Markdown, HTML, white space, direction controls and emoji: what a value may hold and a parser may eat."""

CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[chr(c) for c in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)],
)
"""Every character that is legal in a contract; the others are refused at input."""

TEXTS = st.lists(st.sampled_from(ACTIVE) | st.text(CHARACTERS, max_size=4), min_size=1, max_size=8).map(
    "".join
)
WORDS = TEXTS.filter(bool)
STYLES = st.sampled_from(("", "", "em", "strong"))
RUNS: st.SearchStrategy[Runs] = st.lists(
    st.builds(TextRun, WORDS, STYLES)
    | st.builds(RefRun, st.just("clause.x"), WORDS)
    | st.builds(BlankRun, st.just("field"), WORDS),
    min_size=1,
    max_size=4,
).map(tuple)

TRICKY: Runs = (
    TextRun("(a)", "em"), TextRun("b"), TextRun(" c ", "strong"), TextRun("d*", "em"), TextRun("\x85", "strong"),
)  # fmt: skip


def contract_of(words: str, runs: Runs) -> Contract:
    """`words` wherever words may stand, `runs` wherever runs may stand."""
    nested = Numbered(
        1, "1.1", "1.1", runs, "clause.x.1",
        (Numbered(2, "(a)", "1.1(a)", runs, "", (Numbered(3, "(i)", "1.1(a)(i)", runs),)),),
    )  # fmt: skip
    grid = Grid((runs, runs), ((runs, runs), (runs, runs)), words)
    return Contract(
        Identity(words, words, words, words, words, words, "1", words),
        (runs, runs), words, runs,
        (ParticularsSection(words, (ParticularsRow("field", words, runs),)),),
        (ClauseNode("x", "1.0.0", "1", words, "clause.x", (Para(runs), nested, grid), ""),),
        (
            ScheduleNode("definitions", "", "Schedule 1", "Definitions", "schedule.definitions", (), (
                DefinitionNode("d", "1.0.0", words, "means", "definition.d", (Para(runs),)),)),
            ScheduleNode("y", "1.0.0", "Schedule 2", words, "schedule.y", (Numbered(1, "1", "1", runs),)),
        ),
        ExecutionNode(words, runs, (SignatoryNode(words, runs, (words,)),)),
        (), (),
    )  # fmt: skip


def said(runs: Runs) -> str:
    """The words of `runs` as a reader should find them."""
    return "".join(_said(run) for run in runs)


def _said(run: Run) -> str:
    return f"[To fill in: {run.prompt}]" if isinstance(run, BlankRun) else run.text


def in_markdown(words: str, runs: Runs) -> list[str]:
    """All that the Markdown of `contract_of` must say, in its order."""
    said_ = said(runs)
    return [
        words, words, words, f"Reference: {words}", f"Date of this draft: {words}", words,
        "Between", f"{said_} (the Council)", "and", f"{said_} (the Supplier)",
        f"Made from {words}, version {words}", "Particulars", words, "Item", "Detail", words, said_, "Terms", said_,
        f"1 {words}", said_, f"1.1 {said_}", f"(a) {said_}", f"(i) {said_}", words, *[said_] * 6,
        words, said_, words, said_, f"{words}:",
        "Schedule 1 – Definitions", "In this Contract:", f"{words} means {said_}",
        f"Schedule 2 – {words}", f"1 {said_}",
    ]  # fmt: skip


def in_html(words: str, runs: Runs) -> list[str]:
    """All that the paragraphs, headings, terms and cells of the page must say, in its order."""
    said_ = said(runs)
    return [
        words, words, words, "Reference", words, "Date of this draft", words, words,
        "Between", f"{said_} (the Council)", "and", f"{said_} (the Supplier)",
        "Contents", "Particulars", words, words, said_, "Terms", said_,
        f"1 {words}", said_, f"1.1 {said_}", f"(a) {said_}", f"(i) {said_}", words, *[said_] * 6,
        words, said_, words, said_,
        "Schedule 1 – Definitions", "In this Contract:", words, f"means {said_}",
        f"Schedule 2 – {words}", f"1 {said_}", f"{words}. Made from {words}, version {words}.",
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(WORDS, RUNS)
@example("1. x", TRICKY)
@example("\x85", (TextRun("\x85"),))
@example("\u00a0 a \u00a0", (TextRun(" ", "em"), TextRun(" ", "strong")))
@example("#", (TextRun("- - -"),))
def test_markdown_says_exactly_what_the_contract_says(words: str, runs: Runs) -> None:
    assert read_markdown(render_markdown(contract_of(words, runs))) == in_markdown(words, runs)


@settings(max_examples=150, deadline=None)
@given(WORDS, RUNS)
@example("</title>", TRICKY)
def test_html_says_exactly_what_the_contract_says(words: str, runs: Runs) -> None:
    page = read_html(render_html(contract_of(words, runs)))
    body = page.one("body")
    leaves = ("p", "h1", "h2", "h3", "dt", "td", "th", "caption")
    found = [
        element.text
        for element in body.walk()
        if element.tag in leaves or (element.tag == "dd" and "keep" in element.get("class"))
    ]
    assert found == in_html(words, runs)
    assert page.one("title").text == f"{words} ({words})"
    assert [li.text for li in page.one("ul", class_="sign").all("li")] == [words]


@settings(max_examples=150, deadline=None)
@given(WORDS, RUNS)
def test_json_says_exactly_what_the_contract_says(words: str, runs: Runs) -> None:
    contract = contract_of(words, runs)
    data = render_json(contract)
    assert read_json(data) == contract
    assert json.loads(data)["clauses"][0]["heading"] == words
    texts = [run.get("text", run.get("prompt")) for run in json.loads(data)["background"]]
    assert texts == [run.prompt if isinstance(run, BlankRun) else run.text for run in runs]
