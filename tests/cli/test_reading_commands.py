"""The commands that read: triage, select, bundle, explain, list, show, check, completion."""

import json
import re
import shutil
from pathlib import Path

import pytest

from contract_builder import api
from tests.cli.conftest import Run

HOME = "example:homelessness-risk-list"
READING = [
    ("triage", HOME),
    ("select", HOME),
    ("bundle", "--ai-type", "generative-drafting", "--service-area", "adult-social-care", "--tier", "3"),
    ("explain", HOME, "remedies"),
    ("list",),
    ("list", "--what", "ai-types"),
    ("list", "--what", "examples"),
    ("list", "--what", "groups"),
    ("list", "--what", "gates"),
    ("list", "--what", "questions"),
    ("list", "--what", "safeguards"),
    ("list", "--what", "facts"),
    ("list", "--what", "particulars"),
    ("show", "remedies"),
    ("show", "redress"),
    ("check",),
]


@pytest.mark.parametrize("arguments", READING, ids=lambda a: " ".join(a)[:40])
def test_a_reading_command_prints_one_json_document_and_nothing_else(
    run: Run, arguments: tuple[str, ...]
) -> None:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    json.loads(done.stdout)


@pytest.mark.parametrize("arguments", READING, ids=lambda a: " ".join(a)[:40])
def test_it_prints_plain_words_without_colour_off_a_terminal(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() and "\x1b" not in done.stdout


def test_bundle_shows_what_is_mandatory_offered_and_why(run: Run) -> None:
    what = ("--ai-type", "generative-drafting", "--service-area", "libraries-culture-economy", "--tier", "1")
    done, told = run("bundle", *what), json.loads(run("bundle", *what, "--json").stdout)
    mandatory = {choice["clause"] for choice in told["chosen"]}
    offered = {one["clause"] for one in told["left_out"] if one["offered"]}
    assert "council-data" in mandatory and "model-change-control" in offered
    before, _, after = done.stdout.partition(f"\nOffered ({len(offered)})")
    assert f"Mandatory ({len(mandatory)})" in before
    assert all(re.search(rf"^{clause} ", before, re.MULTILINE) for clause in mandatory)
    assert all(re.search(rf"^{clause} ", after, re.MULTILINE) for clause in offered)
    assert "base/what-applies, playbooks/base.yaml:" in done.stdout
    assert "Only if tier is at least 2; here it is 1." in done.stdout


def test_explain_says_why_in_with_the_rule_its_file_and_line(run: Run) -> None:
    done = run("explain", HOME, "redress-for-affected-people")
    assert "is in, at its preferred position" in done.stdout
    line = next(
        n
        for n, text in enumerate(
            (api.shipped_contents() / "playbooks/tiers/tier-3.yaml").read_text().splitlines(), 1
        )
        if "help-for-the-people-affected" in text
    )
    assert f"tier-3/help-for-the-people-affected, playbooks/tiers/tier-3.yaml:{line}" in done.stdout


def test_explain_says_why_out_with_the_nearest_rule_and_the_failing_fact(run: Run) -> None:
    done = run("explain", "example:event-listing-drafts", "model-change-control")
    assert "is out" in done.stdout
    assert "Only if tier is at least 2; here it is 1." in done.stdout
    assert "base/what-applies" in done.stdout and "take" in done.stdout


@pytest.mark.parametrize(
    ("option", "value", "there", "not_there"),
    [
        ("--group", "data", "council-data", "remedies"),
        ("--topic", "redress", "redress-for-affected-people", "council-data"),
        ("--tier", "1", "council-data", "model-change-control"),
        ("--ai-type", "forecasting", "council-data", None),
        ("--service-area", "public-health", "council-data", None),
        ("--harm", "loss-of-public-data-value", "council-data", "redress-for-affected-people"),
    ],
)
def test_list_filters(run: Run, option: str, value: str, there: str, not_there: str | None) -> None:
    ids = {clause["id"] for clause in json.loads(run("list", option, value, "--json").stdout)["clauses"]}
    assert there in ids and not_there not in ids


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("bundle", "--ai-type", "generative", "--service-area", "adult-social-care", "--tier", "2"),
            "Did you mean generative-drafting?",
        ),
        (
            ("bundle", "--ai-type", "biometric", "--service-area", "adult-social-care", "--tier", "9"),
            "1<=x<=4",
        ),
        (("explain", HOME, "remedy"), "Did you mean remedies?"),
        (("show", "remedis"), "Did you mean remedies?"),
        (("triage", "no-such-file.yaml"), "There is no file no-such-file.yaml"),
        (("triage", "example:nothing"), "homelessness-risk-list"),
        (("triage", "."), "is a folder"),
        (("list", "--topic", "redres"), "Did you mean redress?"),
        (("list", "--ai-type", "chatbot"), "list --what ai-types"),
        (("list", "--harm", "lock-in"), "Did you mean cost-or-lock-in?"),
        (("check", "--as-of", "1.1.2030"), "YYYY-MM-DD"),
        (("check", "--as-of", "2026-02-30"), "YYYY-MM-DD"),
        (("build", HOME, "-o", "out", "--format", "rtf"), "docx, html, md, json, pdf"),
        (("shwo",), "show"),
    ],
)
def test_bad_usage_exits_with_2_and_says_what_to_do(run: Run, arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr and not done.stdout


def test_a_brief_with_errors_shows_them_all_with_a_caret(run: Run, tmp_path: Path) -> None:
    text = api.example("homelessness-risk-list").decode()
    text = text.replace("service_area:", "servicearea:").replace("light_touch: no", "light_touch: maybe")
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    done = run("triage", "brief.yaml")
    assert done.returncode == 2
    assert "servicearea" in done.stderr and "service_area" in done.stderr and "^" in done.stderr


def test_check_finds_a_fault_and_exits_with_1(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library"
    for part in ("clauses", "playbooks"):
        shutil.copytree(api.shipped_contents() / part, library / part)
    topics = library / "clauses/commercial/anti-lock-in.md"
    topics.write_text(
        topics.read_text(encoding="utf-8").replace("provides: [anti-lock-in", "provides: [anti-lokin"),
        encoding="utf-8",
    )
    done = run("check", "--library", str(library))
    assert done.returncode == 1
    assert "anti-lokin" in done.stderr and "anti-lock-in" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.returncode == 0 and "_CONTRACT_BUILDER_COMPLETE" in done.stdout


def test_the_shell_completes_clause_ids(run: Run) -> None:
    done = run(
        COMP_WORDS="contract-builder show council-d",
        COMP_CWORD="2",
        _CONTRACT_BUILDER_COMPLETE="bash_complete",
    )
    assert "council-data" in done.stdout


def test_a_bug_is_called_a_bug_and_exits_with_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from contract_builder.cli.main import run as run_here

    def broken(*_: object) -> None:
        raise RuntimeError("a state that cannot happen")

    monkeypatch.setattr(api, "assess", broken)
    assert run_here(["triage", HOME]) == 70
    assert "This is a bug in contract-builder" in capsys.readouterr().err
