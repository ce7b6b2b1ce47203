"""The coverage as a page and as Markdown: nothing in it can become markup, and a browser and axe have no complaint."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

import contract_builder as cb
from contract_builder.model.coverage import Coverage
from contract_builder.render.coverage import render_coverage
from contract_builder.render.coverage_words import figures, tiers_words
from tests.contents import shipped
from tests.render import in_browser
from tests.render.in_browser import assert_accessible, assert_fits
from tests.render.test_accessibility import LONG

HOSTILE = '<script>alert("x")</script> | [x](javascript:y) & "quoted" \u202ereversed'


def hostile(coverage: Coverage) -> Coverage:
    """`coverage` with words everywhere that try to be markup."""
    replace = msgspec.structs.replace
    clauses = tuple(replace(c, title=HOSTILE) for c in coverage.clauses)
    findings = tuple(
        replace(
            f, title=HOSTILE, code=HOSTILE, claims=tuple(replace(c, missing=(HOSTILE,)) for c in f.claims)
        )
        for f in coverage.findings
    )
    models = tuple(replace(m, title=HOSTILE, note=HOSTILE, publisher=HOSTILE) for m in coverage.models)
    return replace(coverage, library=HOSTILE, clauses=clauses, findings=findings, models=models)


def long(coverage: Coverage) -> Coverage:
    """`coverage` with names that no line can hold."""
    clauses = tuple(msgspec.structs.replace(c, title=LONG) for c in coverage.clauses)
    return msgspec.structs.replace(coverage, clauses=clauses, library=LONG)


SHIPPED = cb.coverage_of(shipped())
FEW = msgspec.structs.replace(
    SHIPPED,
    findings=SHIPPED.findings[:10],
    topics=SHIPPED.topics[:8],
    harms=SHIPPED.harms[:4],
    models=SHIPPED.models[:2],
)
"""Some rows of each matrix: what the words of a row do to the page does not hang on the number of rows."""
PAGES = {"shipped": SHIPPED, "hostile": hostile(FEW), "long": long(FEW)}


def html(name: str) -> str:
    return render_coverage(PAGES[name], "html").decode()


def test_no_words_of_the_library_become_markup() -> None:
    page = html("hostile")
    assert "<script" not in page and "&lt;script&gt;" in page
    assert 'href="javascript' not in page


def test_no_words_of_the_library_become_markup_in_markdown() -> None:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(render_coverage(PAGES["hostile"], "md").decode())
    kinds = {t.type for token in tokens for t in (token, *(token.children or ()))}
    assert not kinds & {"html_block", "html_inline", "link_open", "code_block", "fence"}
    rows = [token for token in tokens if token.type == "tr_open"]
    cells = [token for token in tokens if token.type in ("td_open", "th_open")]
    assert rows and len(cells) > 2 * len(rows)


def test_both_say_the_figures() -> None:
    for format_ in ("html", "md"):
        text = render_coverage(SHIPPED, format_).decode()  # type: ignore[arg-type]
        assert all(words in text for words in figures(SHIPPED).values())


def test_the_same_coverage_gives_the_same_bytes() -> None:
    assert render_coverage(SHIPPED, "html") == render_coverage(cb.coverage_of(cb.load_content()), "html")


def test_a_format_that_there_is_not_is_refused() -> None:
    with pytest.raises(cb.UsageError):
        render_coverage(SHIPPED, "docx")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tiers", "words"),
    [
        ((1, 2, 3, 4), "tiers 1 to 4"),
        ((3,), "tier 3"),
        ((3, 4), "tiers 3 and 4"),
        ((1, 2, 4), "tiers 1, 2 and 4"),
    ],
)
def test_tiers_are_said_in_few_words(tiers: tuple[int, ...], words: str) -> None:
    assert tiers_words(tiers) == words


def opened(browser: Any, tmp_path: Path, name: str, width: int = 1200, scheme: str = "light") -> Any:
    file = tmp_path / "coverage.html"
    file.write_bytes(render_coverage(PAGES[name], "html"))
    return in_browser.opened(browser, file.as_uri(), width, scheme)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (1200, "dark"), (320, "light")])
def test_axe_finds_no_fault(browser: Any, tmp_path: Path, name: str, width: int, scheme: str) -> None:
    assert_accessible(opened(browser, tmp_path, name, width, scheme))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1200, 320])
def test_the_page_never_scrolls_sideways_though_its_matrices_do(
    browser: Any, tmp_path: Path, name: str, width: int
) -> None:
    assert_fits(opened(browser, tmp_path, name, width), width)


def test_headings_of_rows_and_columns_stay_in_sight_while_a_matrix_scrolls(
    browser: Any, tmp_path: Path
) -> None:
    page = opened(browser, tmp_path, "shipped", 600)
    found = page.evaluate(
        """() => {
            const box = document.querySelector('.scroll'), at = box.getBoundingClientRect();
            box.scrollTo(300, 300);
            const row = box.querySelector('tbody tr:nth-child(9) th').getBoundingClientRect();
            const column = box.querySelector('thead th:nth-child(6)').getBoundingClientRect();
            return [Math.abs(row.left - at.left) < 3, Math.abs(column.top - at.top) < 3, box.scrollLeft, box.tabIndex];
        }"""
    )
    page.close()
    assert found == [True, True, 300, 0]


def test_every_cell_says_in_words_what_its_colour_says(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, "shipped")
    silent = page.evaluate(
        "[...document.querySelectorAll('.matrix td.yes, .matrix td.part, .matrix td.near, .mark')]"
        ".filter(cell => !/[A-Za-z]{4}/.test(cell.innerText)).length"
    )
    page.close()
    assert silent == 0


def test_every_link_on_the_page_leads_somewhere_on_it(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, "shipped")
    lost = page.evaluate(
        "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
        ".filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"
    )
    page.close()
    assert lost == []


def test_nothing_is_fetched_and_the_browser_has_nothing_to_complain_of(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "coverage.html"
    file.write_bytes(render_coverage(SHIPPED, "html"))
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri(), wait_until="networkidle")
    page.close()
    assert (asked, said) == ([file.as_uri()], [])


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_code_of_each_row_stands_inside_its_cell(browser: Any, tmp_path: Path, media: str) -> None:
    page = opened(browser, tmp_path, "shipped")
    page.emulate_media(media=media)
    outside = page.evaluate(
        "[...document.querySelectorAll('.matrix .code')]"
        ".filter(c => c.getBoundingClientRect().left < c.parentElement.getBoundingClientRect().left).length"
    )
    page.close()
    assert outside == 0
