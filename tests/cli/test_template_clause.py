"""`template-clause`: where the file goes, and what comes of it."""

import shutil
from pathlib import Path

import pytest

from contract_builder import api
from tests.cli.conftest import Run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for part in ("clauses", "playbooks"):
        shutil.copytree(api.shipped_contents() / part, tmp_path / "library" / part)
    return tmp_path / "library"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    shutil.copytree(api.shipped_contents() / "examples" / "council", tmp_path / "council")
    return tmp_path / "council"


def test_it_writes_into_the_library_and_check_says_what_is_left_to_write(run: Run, library: Path) -> None:
    done = run("template-clause", "our-supply-chain", "--provides", "supply-chain", "--library", str(library))
    assert done.returncode == 0, done.stderr
    assert (library / "clauses" / "commercial" / "our-supply-chain.md").is_file()
    assert "Next" in done.stdout and "check --library" in done.stdout
    checked = run("check", "--library", str(library))
    assert checked.returncode == 1
    assert "This is not written yet: what it must do, and for whom." in checked.stderr
    ours = [line for line in checked.stderr.split("\n") if "our-supply-chain.md:" in line]
    assert ours and all(line.endswith("[text-not-written]") for line in ours)


def test_a_contract_with_a_clause_that_is_not_written_cannot_be_made(run: Run, library: Path) -> None:
    run("template-clause", "our-supply-chain", "--provides", "supply-chain", "--library", str(library))
    done = run("build", "example:homelessness-risk-list", "-o", "out", "--library", str(library))
    assert done.returncode == 1
    assert "our-supply-chain is not written yet" in done.stderr


def test_below_council_toml_it_goes_into_the_overlay(run: Run, council: Path) -> None:
    done = run("template-clause", "mereshire-insurance", "--provides", "insurance", cwd=council)
    assert done.returncode == 0, done.stderr
    assert (council / "overlay" / "clauses" / "commercial" / "mereshire-insurance.md").is_file()


@pytest.mark.parametrize("source", ["remedies", "mereshire-ethics-panel"])
def test_a_copy_of_a_clause_goes_into_the_overlay_and_is_clean(run: Run, council: Path, source: str) -> None:
    done = run("template-clause", "our-own", "--from", source, cwd=council)
    assert done.returncode == 0, done.stderr
    assert f"exclude: [{source}]" in " ".join(done.stdout.split())
    (made,) = (council / "overlay" / "clauses").glob("*/our-own.md")
    assert f"derived_from: {source}@1.0.0" in made.read_text(encoding="utf-8")
    checked = run("check", cwd=council)
    assert "our-own" not in checked.stderr


@pytest.mark.parametrize(
    ("out", "made"),
    [
        ("mine", "mine/data/x.md"),
        ("mine/data", "mine/data/x.md"),
        ("mine/data/x.md", "mine/data/x.md"),
        ("library", "library/clauses/data/x.md"),
    ],
)
def test_the_folder_and_the_file_may_be_named(run: Run, library: Path, out: str, made: str) -> None:
    done = run("template-clause", "x", "--group", "data", "-o", out)
    assert done.returncode == 0, done.stderr
    assert (library.parent / made).is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("remedies", "--group", "data", "-o", "."), "There is a clause remedies already"),
        (("x", "--group", "datta", "-o", "."), "Did you mean `data`?"),
        (("x", "--provides", "redres", "-o", "."), "Did you mean `redress`?"),
        (("x", "--from", "remedy", "-o", "."), "Did you mean `remedies`?"),
        (("x", "--from", "remedies", "--provides", "redress", "-o", "."), "do not go together"),
        (("x", "--group", "data"), "Say where to write"),
        (("x", "--group", "data", "-o", "y.md"), "data/x.md"),
        (("../x", "--group", "data", "-o", "."), "is no id"),
        (("x\x1b[31m", "--group", "data", "-o", "."), "cannot be printed"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_cure(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("template-clause", *arguments)
    assert done.returncode == 2 and says in done.stderr and not done.stdout
    assert not list(tmp_path.rglob("*.md"))


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "data" / "x.md"
    file.parent.mkdir()
    file.write_text("mine")
    done = run("template-clause", "x", "--group", "data", "-o", ".")
    assert done.returncode == 2 and "is there already" in done.stderr
    assert file.read_text() == "mine"
