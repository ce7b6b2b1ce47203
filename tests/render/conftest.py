"""One browser for all pages."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.needs import require_module, require_program

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by Playwright. Each test opens a page of its own, and closes it."""
    program = require_program("chromium", "Install Chromium: apt install chromium, or your system's own way.")
    playwright = require_module("playwright.sync_api", "Install it: pip install playwright")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()
