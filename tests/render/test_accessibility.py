"""Both pages in a real browser: no accessibility fault, no sideways scrolling at 320 px, nothing fetched."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from contract_builder.render.html import render_html
from contract_builder.render.report import render_report
from tests.render import samples
from tests.render.in_browser import assert_accessible, assert_fits, opened

LONG = "Extraordinarilylongunbrokennameofasystemthatsomebodythoughtof" * 3


def pages() -> dict[str, bytes]:
    """Each page by name; `long` has a value that no line can hold."""
    contract = samples.contract()
    library, brief = samples.library(), samples.brief()
    return {
        "contract": render_html(contract),
        "contract-long": render_html(samples.with_value(LONG)),
        "report": render_report(samples.triage(), samples.selection(), library, contract, brief),
        "report-long": render_report(
            samples.triage(),
            samples.selection(),
            library,
            contract,
            msgspec.structs.replace(brief, title=LONG),
        ),
        "report-stopped": render_report(samples.stopped(), None, library, None, brief),
    }


PAGES = pages()


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_bytes(PAGES[request.param])
    return file.as_uri()


@pytest.mark.parametrize("width", [1000, 320])
def test_axe_finds_no_fault(browser: Any, address: str, width: int) -> None:
    assert_accessible(opened(browser, address, width))


@pytest.mark.parametrize("width", [1000, 320])
def test_the_page_never_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    assert_fits(opened(browser, address, width), width)


def test_the_browser_fetches_the_page_alone_and_has_nothing_to_complain_of(
    browser: Any, address: str
) -> None:
    """A style whose hash were wrong would be refused with a message on the console."""
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address, wait_until="networkidle")
    margin = page.evaluate("getComputedStyle(document.querySelector('h1')).marginTop")
    page.close()
    assert (asked, said) == ([address], [])
    assert margin == "4px"


def test_the_first_thing_that_a_keyboard_reaches_skips_to_the_main_part(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    seen = page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    target = page.evaluate("document.querySelector(location.hash).tagName")
    page.close()
    assert (seen, target) == (True, "MAIN")


def test_numbers_can_be_selected_and_copied_with_their_words(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGES["contract"])
    page = browser.new_page()
    page.goto(file.as_uri())
    words = page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('main')), getSelection() + ''"
    )
    page.close()
    assert "1.2 The Supplier must deliver" in words
    assert "(ii) with counts and checksums" in words
