"""The examples in the README and the docs run as they stand."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(language: str) -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for n, code in enumerate(
            re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
        ):
            found.append((f"{page.relative_to(ROOT)}#{n}", code))
    return found


@pytest.mark.parametrize(("where", "code"), blocks("python"))
def test_a_python_example_runs(where: str, code: str) -> None:
    exec(compile(code, where, "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|^    .*?$|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("http", "#", "mailto:")):
            assert (page.parent / target.split("#")[0]).exists(), target


def test_the_package_docstring_is_true() -> None:
    import doctest

    import contract_builder

    outcome = doctest.testmod(contract_builder)
    assert outcome.attempted and not outcome.failed
