"""`coverage`: what is answered and what is open, on a terminal and in files, without losing anybody's file."""

import json
import shutil
from pathlib import Path

import msgspec

import contract_builder as cb
from contract_builder.model.coverage import Coverage
from tests.cli.conftest import Run
from tests.contents import shipped


def test_it_says_what_is_answered_claimed_and_open(run: Run) -> None:
    done = run("coverage")
    assert done.returncode == 0, done.stderr
    assert "Findings answered (" in done.stdout and "Findings open: no clause claims them (" in done.stdout
    assert "council-data: right ^on-request; number ^on-request, 15 Working Days at tier 1" in done.stdout
    assert "\x1b" not in done.stdout


def test_no_line_is_wider_than_the_terminal_but_for_names_that_are_never_broken(run: Run) -> None:
    wide = [line for line in run("coverage", COLUMNS="80").stdout.splitlines() if len(line) > 80]
    assert wide == []


def test_json_is_one_document_that_reads_back(run: Run) -> None:
    done = run("coverage", "--json")
    assert done.stderr == ""
    found = msgspec.json.decode(done.stdout.encode(), type=Coverage)
    assert json.loads(done.stdout)["format"] == 1
    assert found == cb.coverage_of(shipped())


def test_the_ending_of_the_file_says_what_is_written(run: Run, tmp_path: Path) -> None:
    for name, start in {
        "c.html": "<!doctype html>",
        "c.md": "# Coverage of",
        "c.json": "{",
        "c.txt": "Coverage",
    }.items():
        done = run("coverage", "-o", name)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_asked_for_wins_over_the_ending(run: Run, tmp_path: Path) -> None:
    run("coverage", "--format", "md", "-o", "notes.txt")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8").startswith("# Coverage of")


def test_a_file_that_is_there_stays_unless_force_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("mine", encoding="utf-8")
    done = run("coverage", "-o", "mine.html")
    assert done.returncode == 2 and "--force" in done.stderr
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "mine"
    assert run("coverage", "-o", "mine.html", "--force").returncode == 0
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") != "mine"


def test_a_folder_is_not_taken_for_a_file(run: Run) -> None:
    done = run("coverage", "-o", ".")
    assert done.returncode == 2 and "is a folder" in done.stderr


def test_what_is_required_and_answered_ends_with_0(run: Run) -> None:
    done = run("coverage", "--require", "data-may-not-come-back", "--require", "no-redress-route")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_required_and_not_answered_ends_with_1_and_is_named(run: Run) -> None:
    done = run("coverage", "--require", "all")
    assert done.returncode == 1
    assert "Not answered: F13 no-visibility-or-sharing" in done.stderr
    assert "data-may-not-come-back" not in done.stderr


def test_a_finding_that_there_is_not_is_answered_with_the_nearest(run: Run) -> None:
    done = run("coverage", "--require", "no-redres-route")
    assert done.returncode == 2 and "no-redress-route" in done.stderr and done.stdout == ""


def test_a_councils_own_clauses_are_counted_and_marked(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "council"
    shutil.copytree(Path(__file__).parents[2] / "examples" / "council", folder)
    done = run("coverage", cwd=folder)
    assert "mereshire-ethics-panel (own)" in done.stdout
    assert "mereshire-ethics-panel" not in run("coverage").stdout
