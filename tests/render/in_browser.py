"""What a page in a real browser is held to."""

from typing import Any

from tests.needs import require_module

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = {"runOnly": {"type": "tag", "values": _RULES}, "resultTypes": ["violations"]}
"""Every rule runs. What passes is named by its rule, without a path to each element, which takes most of the time."""


def opened(browser: Any, address: str, width: int, scheme: str = "light") -> Any:
    """The page at `address` in a window that is `width` pixels wide."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address)
    return page


def assert_accessible(page: Any) -> None:
    """Axe finds no fault in `page`, which is closed."""
    axe = require_module(
        "axe_playwright_python.sync_playwright", "Install it: pip install axe-playwright-python"
    )
    results = axe.Axe().run(page, options=_AXE)
    page.close()
    assert len(results.response["passes"]) > 20
    assert not results.response["violations"], results.generate_report()


def assert_fits(page: Any, width: int) -> None:
    """`page` does not scroll sideways; it is closed."""
    found = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert found == width
