"""What a host program gets: one document with a schema on stdout, or one with what is wrong on stderr."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator

from contract_builder import UsageError, api, json_schema
from contract_builder.cli.failures import failures_as_words
from tests.cli.conftest import Run
from tests.contents import shipped

HOME = "example:homelessness-risk-list"
BUNDLE = ("bundle", "--ai-type", "forecasting", "--service-area", "public-health", "--tier", "2")
PRINTED = [
    ("triage", ("triage", HOME)),
    ("selection", ("select", HOME)),
    ("selection", BUNDLE),
    ("explanation", ("explain", HOME, "remedies")),
    ("explanation", ("explain", "example:event-listing-drafts", "model-change-control")),
    ("what-if", ("what-if", HOME, "duration=days")),
    ("build", ("build", HOME, "-o", "out")),
    ("notice", ("notice", HOME)),
    ("clauses", ("list",)),
    ("clauses", ("list", "--group", "data")),
    *(("names", ("list", "--what", what)) for what in ("ai-types", "topics", "harms", "groups", "examples")),
    *(("answers", ("list", "--what", what)) for what in ("gates", "questions", "facts", "particulars")),
    *(("entry", ("show", name)) for name in ("remedies", "redress", "Council Data", "terms-undefined")),
    ("diagnostics", ("check",)),
    ("coverage", ("coverage",)),
]


def fits(name: str, text: str) -> Any:
    value = json.loads(text)
    assert not [e.message for e in Draft202012Validator(json_schema(name)).iter_errors(value)]
    return value


@pytest.mark.parametrize(
    ("name", "arguments"), PRINTED, ids=lambda a: a if isinstance(a, str) else " ".join(a)
)
def test_what_a_command_prints_fits_its_schema(run: Run, name: str, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    fits(name, done.stdout)


def test_a_law_hook_is_shown_with_its_kind(run: Run) -> None:
    hook = shipped().library.law[0].id
    entry = fits("entry", run("show", hook, "--json").stdout)
    assert entry["kind"] == "law" and entry["law"]["id"] == hook
    assert entry["clause"] is entry["topic"] is entry["finding"] is entry["definition"] is None


def test_the_text_of_a_clause_does_not_depend_on_the_width_of_a_terminal(run: Run) -> None:
    wide = run("show", "remedies", "--json").stdout
    assert wide == run("show", "remedies", "--json", COLUMNS="40").stdout


def test_build_writes_a_contract_and_a_lock_that_fit_their_schemas(run: Run, tmp_path: Path) -> None:
    done = run("build", HOME, "-o", "out", "--format", "json", "--json")
    contract, lock, *_ = (tmp_path / file for file in json.loads(done.stdout)["files"])
    fits("contract", contract.read_text(encoding="utf-8"))
    assert fits("lock", lock.read_text(encoding="utf-8"))["contract"] == json.loads(contract.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("show", "remedis"), "Nothing is called remedis.", "Did you mean remedies?"),
        (("triage", "none.yaml"), "There is no file none.yaml", "example:"),
        (("build", HOME), "Missing option '-o' / '--out'.", "--help"),
        (("shwo",), "No such command 'shwo'. Did you mean 'show'?", "--help"),
        (("triage", HOME, "--loud"), "No such option", "--help"),
        (("build", HOME, "-o", "there.txt/out"), "Nothing could be written", "-o"),
    ],
)
def test_bad_usage_is_a_document_on_stderr(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    (tmp_path / "there.txt").write_text("", encoding="utf-8")
    done = run(*arguments, "--json")
    assert done.returncode == 2 and not done.stdout
    (found,) = fits("diagnostics", done.stderr)["diagnostics"]
    assert found["rule"] == "usage" and found["level"] == "error" and found["place"]["file"] == ""
    assert message in found["message"] and hint in found["hint"]


def test_a_wrong_brief_is_a_document_with_every_place(run: Run, tmp_path: Path) -> None:
    text = api.example("homelessness-risk-list").decode().replace("service_area:", "servicearea:")
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    for command in (("triage",), ("select",), ("explain", "remedies"), ("build", "-o", "out")):
        done = run(command[0], "brief.yaml", *command[1:], "--json")
        assert done.returncode == 2 and not done.stdout
        found = fits("diagnostics", done.stderr)["diagnostics"]
        assert found[0]["rule"] == "unknown-key" and found[0]["place"]["line"] > 0


def test_a_stop_is_a_document_and_exits_with_1(run: Run, tmp_path: Path) -> None:
    text = (
        api.example("homelessness-risk-list")
        .decode()
        .replace("emotion-inference: no", "emotion-inference: yes")
    )
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    done = run("build", "brief.yaml", "-o", "out", "--json")
    assert done.returncode == 1 and not done.stdout
    assert [d["rule"] for d in fits("diagnostics", done.stderr)["diagnostics"]] == ["triage-stop"]


def test_without_json_what_is_wrong_is_told_in_words(run: Run) -> None:
    assert run("show", "remedis").stderr.startswith("Error: Nothing is called remedis.")


def test_a_name_that_would_speak_to_a_terminal_is_escaped_and_whole(run: Run) -> None:
    name = "\x9b31mred\u202e\U000e0041"
    done = run("show", name, "--json")
    assert not set(name) & set(done.stderr) - set("31mred")
    assert name in json.loads(done.stderr)["diagnostics"][0]["message"]


@pytest.mark.parametrize(
    ("error", "rule", "code"),
    [
        (UsageError("No.", "Yes."), "usage", 2),
        (click.Abort(), "stopped", 2),
        (PermissionError(13, "Permission denied", "a.txt"), "file-unusable", 2),
        (ZeroDivisionError("a bug"), "internal-error", 70),
    ],
)
def test_each_failure_has_a_rule_and_an_exit_code(
    capsys: pytest.CaptureFixture[str], error: Exception, rule: str, code: int
) -> None:
    with pytest.raises(SystemExit) as done, failures_as_words(as_json=True):
        raise error
    assert done.value.code == code
    out, err = capsys.readouterr()
    assert not out and fits("diagnostics", err)["diagnostics"][0]["rule"] == rule
