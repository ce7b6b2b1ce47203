"""`matrix`: what changes the words of a contract, on a terminal and in files, without losing anybody's file."""

import json
import re
import shutil
from pathlib import Path

import msgspec
import pytest

import contract_builder as cb
from contract_builder.model.matrix import TextMatrix
from contract_builder.render.matrix_words import tally
from tests.check.runner import LIBRARY
from tests.cli.conftest import Run
from tests.contents import shipped_matrix


def small(folder: Path, idle: bool = False) -> str:
    """The small library of the checks below `folder`; with `idle`, a playbook in it sets what is the default."""
    shutil.copytree(LIBRARY, folder / "small")
    if idle:
        file = folder / "small" / "playbooks" / "service-areas" / "public-health.yaml"
        file.write_text(
            file.read_text(encoding="utf-8").replace("plan_weeks: 6", "plan_weeks: 4"), encoding="utf-8"
        )
    return str(folder / "small")


def test_it_says_what_each_row_changes_and_what_each_playbook_does_in_lines_that_fit(run: Run) -> None:
    done = run("matrix", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert too_wide(done.stdout) == []
    lines = done.stdout.splitlines()
    for row in shipped_matrix().rows:
        numbers = r"\s+".join(map(str, (*tally(row)[:3], row.words)))
        assert any(re.match(rf"{row.id}\s+{numbers}\b", line) for line in lines), row.id
    assert "tier-1                         changes words" in lines
    assert "\x1b" not in done.stdout


def test_no_line_of_a_row_is_wider_than_the_terminal(run: Run) -> None:
    assert too_wide(run("matrix", "reorganisation=no", COLUMNS="80").stdout) == []


def too_wide(printed: str) -> list[str]:
    """The lines of more than 80 signs, but for names, which are never broken."""
    return [line for line in printed.splitlines() if len(line) > 80 and " " in line[-20:]]


def test_a_row_shows_the_old_words_and_the_new_and_the_rule(run: Run) -> None:
    done = run("matrix", "predictive-risk-scoring")
    assert (done.returncode, done.stderr) == (0, "")
    words = " ".join(done.stdout.split())
    assert "case_assistance_days changes from “5” to “3”" in words
    assert (
        "(predictive-risk-scoring, rule one-error-many-people, playbooks/ai-types/predictive-risk-scoring.yaml:9)"
        in words
    )
    assert "before: Within 5 Working Days" in words and "now: Within 3 Working Days" in words


def test_a_row_that_changes_nothing_says_so_with_what_was_compared(run: Run, tmp_path: Path) -> None:
    words = " ".join(run("matrix", "forecasting", "--library", small(tmp_path)).stdout.split())
    assert (
        "Changes nothing. Compared with an AI type that nothing names, in 2 cases: tier 1; tier 2." in words
    )


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("forcasting", "Did you mean `forecasting`?"),
        ("tier-1", "See `matrix tier-2`."),
        ("zzz", "There are "),
        ("reorganisation=yes", "Did you mean `reorganisation=no`?"),
        ("../../etc/passwd", "There are "),
        ("", "There are "),
        ("tier-2\x1b[31m", "cannot be printed"),
    ],
)
def test_a_row_that_there_is_not_is_answered_with_those_that_there_are(run: Run, row: str, hint: str) -> None:
    done = run("matrix", row)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_playbook_that_changes_nothing_is_warned_of(run: Run, tmp_path: Path) -> None:
    done = run("matrix", "--library", small(tmp_path, idle=True))
    assert done.returncode == 0
    assert "playbooks/service-areas/public-health.yaml:1:1: warning: The playbook" in done.stderr
    assert "[playbook-changes-nothing]" in done.stderr
    assert run("check", "--library", str(tmp_path / "small"), "--strict").returncode == 1


def test_json_is_one_document_that_reads_back(run: Run, tmp_path: Path) -> None:
    done = run("matrix", "--json", "--library", small(tmp_path, idle=True))
    assert (done.returncode, done.stderr) == (0, "")
    found = msgspec.json.decode(done.stdout.encode(), type=TextMatrix)
    assert json.loads(done.stdout)["format"] == 1
    assert [d.rule for d in found.diagnostics] == ["playbook-changes-nothing"]
    assert found == cb.text_matrix(cb.load_content(tmp_path / "small"))
    assert run("matrix", "--format", "json", "--library", str(tmp_path / "small")).stdout == done.stdout


def test_json_of_a_row_holds_that_row_alone_as_the_whole_has_it(run: Run) -> None:
    done = run("matrix", "tier-3", "--json")
    found = msgspec.json.decode(done.stdout.encode(), type=TextMatrix)
    assert found.rows == tuple(row for row in shipped_matrix().rows if row.id == "tier-3")
    assert len(found.rows) == 1


def test_the_ending_of_the_file_says_what_is_written(run: Run, tmp_path: Path) -> None:
    library = small(tmp_path)
    for name, start in {
        "m.html": "<!doctype html>",
        "m.md": "# What changes the words",
        "m.json": "{",
        "m.txt": "What changes the words",
    }.items():
        done = run("matrix", "-o", name, "--library", library)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Written: {name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_asked_for_wins_over_the_ending(run: Run, tmp_path: Path) -> None:
    run("matrix", "--format", "md", "-o", "notes.txt", "--library", small(tmp_path))
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8").startswith("# What changes the words")


def test_a_file_that_is_there_stays_unless_force_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("mine", encoding="utf-8")
    library = small(tmp_path)
    done = run("matrix", "-o", "mine.html", "--library", library)
    assert done.returncode == 2 and "--force" in done.stderr
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "mine"
    assert run("matrix", "-o", "mine.html", "--force", "--library", library).returncode == 0
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-o", "."], "is a folder"),
        (["--json", "--format", "html"], "contradict each other"),
        (["--format", "docx"], "docx"),
        (["--library", "nowhere"], "nowhere"),
        (["--library", "."], "."),
        (["-o", "file.txt/m.html", "--library", "small"], "Nothing could be written"),
    ],
)
def test_a_users_mistake_ends_with_2_and_a_sentence(
    run: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "file.txt").write_text("", encoding="utf-8")
    small(tmp_path)
    done = run("matrix", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr and "Traceback" not in done.stderr


def test_a_councils_own_playbook_is_counted(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "council"
    shutil.copytree(Path(__file__).parents[2] / "examples" / "council", folder)
    assert "mereshire" in run("matrix", cwd=folder).stdout
    assert "mereshire" not in {p.playbook for p in shipped_matrix().playbooks}
