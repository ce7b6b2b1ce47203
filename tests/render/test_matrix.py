"""The text matrix as a page, as Markdown and in words: the same figures, the words that differ marked, nothing as markup."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

import contract_builder as cb
from contract_builder.model.matrix import Context, MatrixRow, TextMatrix
from contract_builder.render.matrix_words import (
    besides_words,
    contexts_words,
    effect_words,
    outcome,
    parts_between,
    statements,
    tally,
    where,
)
from tests.contents import shipped_matrix
from tests.matrix.library import DELETION, HEALTH, change, effect, item, matrix, row
from tests.render.in_browser import assert_accessible, assert_fits, opened
from tests.render.reading import Element, read_html, read_markdown
from tests.render.test_accessibility import LONG
from tests.render.test_coverage import HOSTILE

SAID = {
    "title", "old", "new", "against", "label", "condition", "because", "parameter", "message", "file", "besides",
    "library", "groups", "seen_in",
}  # fmt: skip
"""Fields that hold words of the library."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TextMatrix]:
    """Matrices by name: of the small library with two playbooks more, one of them idle; and what could go wrong with it."""
    words = "The Supplier must keep a log. ^log"
    edits = {
        DELETION: item("ai_types has biometric", words),
        HEALTH: {"{plan_weeks: 6}": "{plan_weeks: 4}"},
    }
    small = matrix(tmp_path_factory.mktemp("library"), edits)
    return {"small": small, "hostile": with_words(small, HOSTILE), "long": with_words(small, LONG)}


def with_words(value: Any, words: str, field: str = "") -> Any:
    """`value` with `words` in the place of all words of the library."""
    if isinstance(value, msgspec.Struct):
        fields = {name: with_words(getattr(value, name), words, name) for name in value.__struct_fields__}
        if isinstance(value, Context):
            fields["words"] = words
        return type(value)(**fields)
    if isinstance(value, tuple):
        return tuple(with_words(each, words, field) for each in value)
    if isinstance(value, dict):
        return {key: with_words(each, words, field) for key, each in value.items()}
    return words if isinstance(value, str) and field in SAID and value else value


def html(found: TextMatrix) -> Element:
    return read_html(cb.render_text_matrix(found, "html"))


def section(page: Element, id: str) -> Element:
    return page.one("section", id=id)


def cells(line: Element) -> list[str]:
    return [child.text for child in line.children if isinstance(child, Element)]


# --- in words


def test_the_outcome_of_a_row_counts_what_comes_goes_and_changes(made: dict[str, TextMatrix]) -> None:
    assert outcome(row(made["small"], "tier-2")) == (
        "1 clause comes in and 1 clause changes; 29 words, in the case with the most."
    )
    assert tally(row(made["small"], "tier-2"))[:3] == (1, 0, 1)


def test_a_row_without_changes_says_what_tests_it(made: dict[str, TextMatrix]) -> None:
    stage = row(made["small"], "stage=tendering")
    assert outcome(stage) == "Changes nothing. It is tested by the departure rule base/planning-is-open."
    assert besides_words(stage) == "1 constraint or departure rule tests it"
    assert outcome(row(made["small"], "tier-4")) == "Changes nothing."
    assert besides_words(row(made["small"], "tier-4")) == ""


def test_the_contexts_are_said_in_few_words() -> None:
    tiers = tuple(Context({"tier": n}, f"tier {n}") for n in (1, 2, 3))
    other = Context({"tier": 4, "stage": "x"}, "tier 4, stage is x")
    found = MatrixRow("x", "switch", "x", "y", (*tiers, other), (), 0)
    assert where(found, (0,)) == "at tier 1"
    assert where(found, (0, 2)) == "at tiers 1 and 3"
    assert where(found, (1, 3)) == "at tier 2; tier 4, stage is x"
    assert where(found, (0, 1, 2, 3)) == "in every case compared"
    one = msgspec.structs.replace(found, contexts=(other,), not_compared=2)
    assert where(one, (0,)) == "in the case compared"
    assert contexts_words(one) == (
        "Compared with y, in 1 case: tier 4, stage is x. In 2 more cases no contract can be made: see `check`."
    )


def test_more_than_four_contexts_are_counted() -> None:
    contexts = tuple(Context({"tier": 4, "stage": str(n)}, f"tier 4, stage is {n}") for n in range(7))
    found = MatrixRow("x", "switch", "x", "y", contexts, (), 0)
    assert where(found, (0, 1, 2, 3, 4, 5)).endswith("tier 4, stage is 3; and 2 more")


def test_each_statement_says_what_changes_where_and_by_which_rule(made: dict[str, TextMatrix]) -> None:
    biometric, two = row(made["small"], "biometric"), row(made["small"], "tier-2")
    (value,) = statements(change(biometric, "deletion"), biometric)
    assert value == (
        "deletion_days changes from “10” to “5”, in the case compared: Faces are sensitive. "
        "(biometric, rule faster, playbooks/ai-types/biometric.yaml:8)"
    )
    (coming,) = statements(change(two, "redress"), two)
    assert coming == (
        "Comes in at its preferred position (16 words), in the case compared: The tags fit. "
        "(base, rule what-applies, playbooks/base.yaml:6)"
    )
    assert next(statements(change(two, "deletion"), two)).startswith(
        "The position changes from short to preferred"
    )


def test_the_effect_of_a_playbook_is_said_with_what_else_it_holds(made: dict[str, TextMatrix]) -> None:
    idle = effect(made["small"], "public-health")
    assert effect_words(idle) == "changes nothing"
    holds = msgspec.structs.replace(idle, effect="besides", besides=("constraints", "offers"))
    assert effect_words(holds) == "changes no words; it has constraints and offers"


def test_the_words_that_differ_are_told_from_those_that_stay() -> None:
    assert parts_between("within 10 days of it", "within 5 days of all of it") == (
        [("within", False), ("10", True), ("days of", False), ("it", False)],
        [("within", False), ("5", True), ("days of", False), ("all of", True), ("it", False)],
    )


# --- as a page


def test_the_page_lists_every_row_and_links_those_that_change_something(made: dict[str, TextMatrix]) -> None:
    found = made["small"]
    lines = [line for table in section(html(found), "overview").all("tbody") for line in table.all("tr")]
    assert [cells(line)[0] for line in lines] == [each.title for each in found.rows]
    assert [bool(line.all("a")) for line in lines] == [bool(each.changes) for each in found.rows]
    two = next(line for line in lines if cells(line)[0].startswith("Tier 2"))
    assert cells(two) == ["Tier 2, moderate", "1", "0", "1", "29", "Deletion, Redress"]


def test_the_matrix_marks_each_clause_that_a_row_changes_and_links_the_details(
    made: dict[str, TextMatrix],
) -> None:
    page = html(made["small"])
    grid = section(page, "matrix").one("table")
    assert cells(grid.one("thead").one("tr")) == ["Row", "Deletion", "Redress"]
    marks = {cells(line)[0]: cells(line)[1:] for line in grid.all("tr") if line.all("td")}
    assert marks == {
        "Biometric": ["values, words", ""],
        "Tier 2, moderate": ["position", "comes in"],
        "personal_data is no": ["values", ""],
    }
    link = next(a for a in grid.all("a") if a.text == "values, words")
    assert page.one("h4", id=link.get("href")[1:]).text == "Deletion values, words"


def test_the_old_words_and_the_new_read_as_they_stand_with_the_difference_marked(
    made: dict[str, TextMatrix],
) -> None:
    found = change(row(made["small"], "biometric"), "deletion")
    details = section(html(made["small"]), "row.ai-type.biometric")
    delete, log = (line.all("td") for line in details.one("tbody").all("tr"))
    assert [delete[0].text, delete[1].text] == [found.paragraphs[0].old, found.paragraphs[0].new]
    assert [e.text for e in delete[0].all("del")] == ["10"]
    assert [e.text for e in delete[1].all("ins")] == ["5"]
    assert [cell.text for cell in log] == [
        "Not there",
        "The Supplier must keep a log.",
        "In the case compared. It prints only if ai_types has biometric.",
    ]


def test_a_playbook_that_changes_nothing_is_named_with_its_file(made: dict[str, TextMatrix]) -> None:
    said = section(html(made["small"]), "playbooks")
    assert "Changes nothing." in said.text
    assert f"{HEALTH}:1:1 The playbook `public-health` changes nothing" in said.text


def test_with_many_clauses_there_is_a_table_for_each_group(made: dict[str, TextMatrix]) -> None:
    found = made["small"]
    two = row(found, "tier-2")
    redress = change(two, "redress")
    many = tuple(msgspec.structs.replace(redress, id=f"redress-{n}") for n in range(14))
    columns = tuple(msgspec.structs.replace(found.columns[1], id=c.id) for c in many)
    wide = msgspec.structs.replace(
        found,
        rows=(msgspec.structs.replace(two, changes=(*two.changes, *many)),),
        columns=(*found.columns, *columns),
    )
    captions = [table.one("caption").text for table in section(html(wide), "matrix").all("table")]
    assert captions == [
        "Data: the clauses that something changes",
        "People: the clauses that something changes",
    ]


def test_a_library_that_nothing_changes_has_a_page(made: dict[str, TextMatrix]) -> None:
    rows = tuple(msgspec.structs.replace(each, changes=(), words=0) for each in made["small"].rows)
    page = html(msgspec.structs.replace(made["small"], rows=rows, playbooks=(), diagnostics=()))
    assert "Nothing changes any clause." in section(page, "matrix").text
    assert "There are no playbooks but the base." in section(page, "playbooks").text


def test_the_page_says_that_it_is_internal_and_markdown_says_the_same_figures(
    made: dict[str, TextMatrix],
) -> None:
    page = cb.render_text_matrix(made["small"], "html").decode()
    assert page.count("do not send to a supplier") == 2
    words = read_markdown(cb.render_text_matrix(made["small"], "md"))
    at = words.index("tier-2")
    assert words[at : at + 6] == ["tier-2", "1", "0", "1", "29", "deletion (position), redress (comes in)"]
    assert "The Supplier must keep a log." in words
    assert any(text.startswith(f"{HEALTH}:1:1: The playbook") for text in words)


def test_no_words_of_the_library_become_markup(made: dict[str, TextMatrix]) -> None:
    page = cb.render_text_matrix(made["hostile"], "html").decode()
    assert "<script" not in page and "&lt;script&gt;" in page
    assert 'href="javascript' not in page


def test_no_words_of_the_library_become_markup_in_markdown(made: dict[str, TextMatrix]) -> None:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(cb.render_text_matrix(made["hostile"], "md").decode())
    kinds = {t.type for token in tokens for t in (token, *(token.children or ()))}
    assert not kinds & {"html_block", "html_inline", "link_open", "code_block", "fence"}
    plain = parser.parse(cb.render_text_matrix(made["small"], "md").decode())
    for kind in ("tr_open", "td_open", "heading_open", "bullet_list_open"):
        assert sum(t.type == kind for t in tokens) == sum(t.type == kind for t in plain), kind


def test_the_json_reads_back(made: dict[str, TextMatrix]) -> None:
    data = cb.render_text_matrix(made["small"], "json")
    assert msgspec.json.decode(data, type=TextMatrix) == made["small"]


def test_a_format_that_there_is_not_is_refused(made: dict[str, TextMatrix]) -> None:
    with pytest.raises(cb.UsageError):
        cb.render_text_matrix(made["small"], "docx")  # type: ignore[arg-type]


# --- in a browser


@pytest.fixture(params=["small", "hostile", "long"])
def address(request: pytest.FixtureRequest, made: dict[str, TextMatrix], tmp_path: Path) -> str:
    file = tmp_path / "matrix.html"
    file.write_bytes(cb.render_text_matrix(made[request.param], "html"))
    return file.as_uri()


@pytest.mark.parametrize("width", [1200, 320])
def test_axe_finds_no_fault(browser: Any, address: str, width: int) -> None:
    assert_accessible(opened(browser, address, width))


@pytest.mark.parametrize("width", [1200, 320])
def test_the_page_never_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    assert_fits(opened(browser, address, width), width)


def test_nothing_is_fetched_and_every_link_leads_somewhere_on_the_page(browser: Any, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address, wait_until="networkidle")
    lost = page.evaluate(
        "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
        ".filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"
    )
    page.close()
    assert (asked, said, lost) == ([address], [], [])


def test_no_word_of_the_shipped_library_is_broken_in_the_overview(browser: Any, tmp_path: Path) -> None:
    """A column that is too narrow would break "estimated_value" in the middle, into two boxes on two lines."""
    file = tmp_path / "matrix.html"
    file.write_bytes(cb.render_text_matrix(shipped_matrix(), "html"))
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.goto(file.as_uri())
    broken = page.evaluate(
        """() => {
            const broken = [];
            for (const cell of document.querySelectorAll('.overview th, .changes td:last-child')) {
                const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    for (const found of walker.currentNode.data.matchAll(/[\\w]+/g)) {
                        const range = document.createRange();
                        range.setStart(walker.currentNode, found.index);
                        range.setEnd(walker.currentNode, found.index + found[0].length);
                        if (range.getClientRects().length > 1) broken.push(found[0]);
                    }
                }
            }
            return broken;
        }"""
    )
    page.close()
    assert broken == []
