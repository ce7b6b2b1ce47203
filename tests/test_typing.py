"""A host that uses the API is checked by its own type checker: our examples pass, and a slip in them does not."""

import subprocess
import sys

import pytest

from tests.needs import require_module
from tests.test_docs import blocks

SLIPS = [
    ("content.nothing", "has no attribute"),
    ("cb.biuld(content, brief)", "has no attribute"),
    ("cb.render_contract(built.contract, 'pdf')", "incompatible type"),
    ("cb.render_contract(built.contract, 'docx')", "None"),
    ("cb.explain(content, built.selection, 'remedies').because", "has no attribute"),
    ("cb.bundle(content, 'forecasting', 'public-health', 2)", "incompatible type"),
]
HEAD = (
    "import contract_builder as cb\ncontent = cb.load_content()\n"
    "brief = cb.read_brief(cb.example('homelessness-risk-list'))\nbuilt = cb.build(content, brief)\n"
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What mypy says of the examples of the docs, and of each slip, in strict mode."""
    require_module("mypy", "Install the extra: pip install -e '.[dev]'.")
    folder = tmp_path_factory.mktemp("host")
    examples = [code for where, code in blocks("python") if where.startswith("docs")]
    for n, code in enumerate(examples):
        (folder / f"example_{n}.py").write_text(code, encoding="utf-8")
    for n, (code, _) in enumerate(SLIPS):
        (folder / f"slip_{n}.py").write_text(f"{HEAD}{code}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--follow-imports=silent",
         "--cache-dir", str(folder / "cache"), str(folder)],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def test_the_examples_of_the_docs_are_typed_as_they_stand(said: str) -> None:
    assert not [line for line in said.splitlines() if line.startswith("example_")]


@pytest.mark.parametrize(("n", "words"), [(n, words) for n, (_, words) in enumerate(SLIPS)])
def test_a_slip_of_a_host_is_told_by_the_type_checker(said: str, n: int, words: str) -> None:
    assert [line for line in said.splitlines() if line.startswith(f"slip_{n}.py") and words in line], said
