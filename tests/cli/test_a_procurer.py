"""What somebody meets who fills in a brief with no lawyer and no developer beside them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from contract_builder import api
from contract_builder.cli import files
from contract_builder.cli.diagnostics import as_text
from contract_builder.cli.table import table
from contract_builder.errors import UsageError
from contract_builder.model.diagnostic import Diagnostic, Place
from tests.cli.conftest import Run

DRAFTS = "event-listing-drafts"


def brief_with(folder: Path, old: str, new: str) -> str:
    """A copy of an example in which `old` was written over with `new`."""
    text = api.example(DRAFTS).decode()
    assert old in text
    (folder / "brief.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return "brief.yaml"


@pytest.mark.parametrize(
    ("what", "part"),
    [
        ("gates", "stops"),
        ("questions", "answers"),
        ("safeguards", "evidence"),
        ("facts", ""),
        ("particulars", ""),
    ],
)
def test_every_key_and_answer_of_a_brief_can_be_looked_up(run: Run, what: str, part: str) -> None:
    listed = {
        e["id"]: [a["answer"] for a in e["answers"]]
        for e in json.loads(run("list", "--what", what, "--json").stdout)["asked"]
    }
    for name in api.examples():
        brief = yaml.load(api.example(name), yaml.BaseLoader)
        given = brief["triage"].get(part, {}) if part else brief[what]
        for key, answer in given.items():
            assert key in listed
            assert answer in listed[key] or listed[key] in ([], ["a whole number"])


def test_a_question_is_shown_with_its_answers_and_their_points(run: Run) -> None:
    done = run("list", "--what", "questions")
    assert "home-school-job-licence: A home, schooling, a job or a licence (7 points)" in done.stdout
    assert "unknown: scores as the worst (12 points)" in done.stdout


@pytest.mark.parametrize(
    "command", [("triage",), ("select",), ("explain", "remedies"), ("build", "-o", "out")]
)
def test_a_misspelt_name_ends_each_command_with_2(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    brief = brief_with(tmp_path, "reversibility: easy", "reversibility: eassy")
    done = run(command[0], brief, *command[1:])
    assert done.returncode == 2
    assert "brief.yaml:29" in done.stderr and "Did you mean easy?" in done.stderr


def test_select_says_that_a_gate_stops_the_purchase(run: Run, tmp_path: Path) -> None:
    brief = brief_with(tmp_path, "covert-staff-monitoring: no", "covert-staff-monitoring: yes")
    done = run("select", brief)
    assert done.returncode == 1
    assert "STOP AND REFER (covert-staff-monitoring)" in done.stdout and "In (" in done.stdout


def test_a_word_file_is_not_taken_for_a_brief(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"PK")
    done = run("build", "brief.docx", "-o", "out")
    assert done.returncode == 2 and "text file" in done.stderr


def test_an_output_folder_that_cannot_be_made_is_named_with_a_cure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("build", f"example:{DRAFTS}", "-o", "file/out")
    assert done.returncode == 2
    assert str(Path("file/out")) in done.stderr and "another folder" in done.stderr


def test_a_file_that_word_has_open_is_named_with_a_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(self: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file because it is being used", str(self))

    monkeypatch.setattr(Path, "replace", in_use)
    with pytest.raises(UsageError, match=r"draft\.docx cannot be written") as raised:
        files.write_all(tmp_path, {"draft.docx": b"x"})
    assert "open in Word" in raised.value.hint
    assert not list(tmp_path.iterdir())


def test_one_is_one_working_day(run: Run) -> None:
    done = run("explain", "example:homelessness-risk-list", "redress-for-affected-people")
    assert "systemic_error_days = 1 Working Day\n" in done.stdout


def test_no_colour_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Diagnostic("rule", Place("brief.yaml", 1, 1, 5, "title"), "It is wrong.", "Write it well.")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" in as_text(problem)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in as_text(problem)


def test_a_table_too_wide_for_the_terminal_is_stacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    rows = [("precedence-over-supplier-terms", "1.0.0", "This Contract comes before Supplier Terms")]
    text = table(("Clause", "Version", "Title"), rows)
    assert max(map(len, text.splitlines())) <= 40
    assert "Version: 1.0.0" in text


def test_a_pipe_that_stops_reading_is_no_finding() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "contract_builder", "show", "remedies", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_the_shell_completes_examples(run: Run) -> None:
    done = run(
        COMP_WORDS="contract-builder build example:e",
        COMP_CWORD="2",
        _CONTRACT_BUILDER_COMPLETE="bash_complete",
    )
    assert f"example:{DRAFTS}" in done.stdout
