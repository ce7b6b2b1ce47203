"""`contract-builder check`: what it prints in each form, what it counts, and how it ends."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from contract_builder.check.registry import CHECKS
from tests.check.runner import Case, cases, make
from tests.cli.conftest import Run

SARIF = json.loads((Path(__file__).parent / "sarif.schema.json").read_text(encoding="utf-8"))
REDRESS, DELETION = "clauses/people/redress.md", "clauses/data/deletion.md"
NO_NOTE = {"\n## Note\n\nIt is here because nobody answers.\n": ""}
ALLOW = {
    "requires: [deletion]": "requires: [deletion]\nallow:\n  - rule: note-missing\n    words: No drafting note\n"
    "    because: The note follows, 100% sure."
}
WRONG = {DELETION: {"provides: [deletion, exit]": "provides: [deletion, exti]"}}


def library(folder: Path, change: dict[str, dict[str, str]]) -> Path:
    """The small library in `folder`, changed."""
    make(Case("", "", change, {}, "", []), folder)
    return folder


def sarif(done: "subprocess.CompletedProcess[str]") -> Any:
    """The only run in what was printed, which is SARIF as we write it."""
    log = json.loads(done.stdout)
    jsonschema.validate(log, SARIF, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    return log["runs"][0]


def test_a_clean_library_says_so(run: Run, tmp_path: Path) -> None:
    done = run("check", "--library", str(library(tmp_path / "lib", {})))
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing found.\n", "")


def test_what_is_allowed_is_counted_and_not_shown(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {REDRESS: {**NO_NOTE, **ALLOW}})
    done = run("check", "--library", str(folder), "--strict")
    assert (done.returncode, done.stdout) == (0, "Nothing found; 1 allowed, with a reason.\n")


def test_an_allowance_for_what_must_not_be_allowed_changes_nothing(run: Run, tmp_path: Path) -> None:
    allow = "provides: [deletion, exti]\nallow: [{rule: unknown-topic, words: exti, because: It follows next year.}]"
    folder = library(tmp_path / "lib", {DELETION: {"provides: [deletion, exit]": allow}})
    done = run("check", "--library", str(folder))
    assert done.returncode == 1
    assert "[unknown-topic]" in done.stderr and "[allowance-not-possible]" in done.stderr


def test_json_lists_what_was_found_and_what_is_allowed_with_the_reason(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {REDRESS: {**NO_NOTE, **ALLOW}, **WRONG})
    for option in (("--json",), ("--format", "json"), ("--json", "--format", "json")):
        done = run("check", "--library", str(folder), *option)
        report = json.loads(done.stdout)
        assert done.returncode == 1
        assert report["format"] == 1
        assert {d["rule"] for d in report["diagnostics"]} >= {"unknown-topic"}
        (allowed,) = report["allowed"]
        assert allowed["diagnostic"]["rule"] == "note-missing"
        assert allowed["because"] == "The note follows, 100% sure."
        lines = (folder / REDRESS).read_text(encoding="utf-8").splitlines()
        assert lines[allowed["line"] - 1] == "  - rule: note-missing"


def test_sarif_holds_each_rule_each_finding_and_what_is_allowed(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {REDRESS: {**NO_NOTE, **ALLOW}, **WRONG})
    made = sarif(run("check", "--library", str(folder), "--format", "sarif", cwd=folder))
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    found = {result["ruleId"]: result for result in made["results"]}
    wrong = found["unknown-topic"]
    assert wrong["level"] == "error" and wrong["suppressions"] == []
    assert "`exti`" in wrong["message"]["text"] and "Did you mean `exit`?" in wrong["message"]["text"]
    where = wrong["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == DELETION
    assert where["region"]["snippet"]["text"] == "provides: [deletion, exti]"
    note = found["note-missing"]
    assert note["level"] == "warning"
    (suppression,) = note["suppressions"]
    assert suppression["justification"] == "The note follows, 100% sure."
    region = suppression["location"]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "- rule: note-missing"


def test_sarif_of_files_that_cannot_be_read_names_the_rules_of_reading(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {})
    path = folder / DELETION
    path.write_text(path.read_text(encoding="utf-8").replace("order: 10", "oder: 10"), encoding="utf-8")
    done = run("check", "--library", str(folder), "--format", "sarif")
    made = sarif(done)
    assert done.returncode == 1
    (result,) = made["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "oder" and region["endColumn"] - region["startColumn"] == 4
    assert made["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_a_path_is_told_from_the_root_of_the_repository(run: Run, tmp_path: Path, form: str) -> None:
    repository = tmp_path / "our café, 100% ours"
    (repository / ".git").mkdir(parents=True)
    folder = library(repository / "terms" / "v 1", WRONG)
    for cwd in (repository, folder, tmp_path):  # within it, deeper in it, and outside
        done = run("check", "--library", str(folder), "--format", form, cwd=cwd)
        assert done.returncode == 1
        if form == "sarif":
            uris = [
                r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                for r in sarif(done)["results"]
            ]
            assert f"terms/v%201/{DELETION}" in uris
        else:
            assert f"file=terms/v 1/{DELETION},line=" in done.stdout


def test_the_overlay_of_a_council_is_told_from_its_own_repository(run: Run, tmp_path: Path) -> None:
    council = tmp_path / "council"
    (council / "rules" / "clauses" / "people").mkdir(parents=True)
    (council / ".git").mkdir()
    (council / "council.toml").write_text('[council]\nname = "Mere"\noverlay = "rules"\n', encoding="utf-8")
    folder = library(tmp_path / "lib", {})
    text = (folder / REDRESS).read_text(encoding="utf-8")
    own = text.replace("id: redress", "id: help").replace("requires: [deletion]", "requires: [deletoin]")
    (council / "rules/clauses/people/help.md").write_text(own, encoding="utf-8")
    done = run("check", "--library", str(folder), "--format", "github", cwd=council)
    assert "::error file=rules/clauses/people/help.md,line=" in done.stdout
    done = run("check", "--library", str(folder), cwd=council)
    assert "requires: [deletoin]" in done.stderr and "^^^" in done.stderr


def test_github_gets_one_workflow_command_a_finding(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {**WRONG, REDRESS: NO_NOTE})
    done = run("check", "--library", str(folder), "--format", "github", cwd=folder)
    lines = done.stdout.splitlines()
    form = r"::(error|warning) file=[^:,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::[^\n]+"
    assert lines and all(re.fullmatch(form, line) for line in lines)
    (topic,) = [line for line in lines if "unknown-topic" in line]
    assert topic.endswith("::There is no topic `exti`.%0ADid you mean `exit`?")
    number = (folder / DELETION).read_text(encoding="utf-8").splitlines().index(
        "provides: [deletion, exti]"
    ) + 1
    assert topic.startswith(f"::error file={DELETION},line={number},endLine={number},col=1,endColumn=27,")
    assert "error" in done.stderr


def test_nothing_in_a_file_can_give_github_a_command(run: Run, tmp_path: Path) -> None:
    bad = 'provides: [deletion, exit, "a%0A::error::b,c:d"]'
    folder = library(tmp_path / "lib", {})
    path = folder / DELETION
    path.write_text(
        path.read_text(encoding="utf-8").replace("provides: [deletion, exit]", bad), encoding="utf-8"
    )
    path.rename(path.with_name("a,b%3A1.md"))
    done = run("check", "--library", str(folder), "--format", "github", cwd=folder)
    assert done.returncode == 1
    for line in done.stdout.splitlines():
        assert line.count("file=") == 1 and "file=clauses/data/a%2Cb%253A1.md," in line
    assert "a%250A::error::b,c:d" in done.stdout


def a_case(level: str) -> Case:
    """A case of a rule of `level` that finds something."""
    found = [
        c for c in cases() if c.rule in CHECKS and CHECKS[c.rule].level == level and c.finds and not c.as_of
    ]
    if not found:
        pytest.skip(f"no rule is of level {level}")
    return found[0]


def test_warnings_fail_only_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {REDRESS: NO_NOTE})
    assert run("check", "--library", str(folder)).returncode == 0
    strict = run("check", "--library", str(folder), "--strict")
    assert strict.returncode == 1 and "1 warning" in strict.stderr


def test_advice_is_counted_and_shown_on_request(run: Run, tmp_path: Path) -> None:
    case = a_case("advice")
    make(case, tmp_path / "lib")
    options = ("check", "--library", str(tmp_path / "lib"), "--rule", case.rule)
    quiet = run(*options, "--strict")
    assert quiet.returncode == 0
    assert "advice (--advice shows it)" in quiet.stdout and f"[{case.rule}]" not in quiet.stderr
    shown = run(*options, "--strict", "--advice")
    assert shown.returncode == 0
    assert f"[{case.rule}]" in shown.stderr and "(--advice" not in shown.stderr
    assert not run(*options, "--format", "github").stdout
    assert run(*options, "--format", "github", "--advice").stdout.startswith("::notice ")
    assert {r["level"] for r in sarif(run(*options, "--format", "sarif"))["results"]} == {"note"}
    assert {d["level"] for d in json.loads(run(*options, "--json").stdout)["diagnostics"]} == {"advice"}


def test_an_overdue_review_is_a_warning(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {})
    options = ("check", "--library", str(folder), "--as-of", "2030-01-01")
    done = run(*options)
    assert done.returncode == 0 and "warning" in done.stderr and "[law-review-overdue]" in done.stderr
    assert run(*options, "--strict").returncode == 1


def test_only_the_rules_that_are_named_run(run: Run, tmp_path: Path) -> None:
    folder = library(tmp_path / "lib", {**WRONG, REDRESS: NO_NOTE})
    done = run("check", "--library", str(folder), "--rule", "note-missing", "--json")
    assert {d["rule"] for d in json.loads(done.stdout)["diagnostics"]} == {"note-missing"}
    done = run(
        "check", "--library", str(folder), "--rule", "note-missing", "--rule", "unknown-topic", "--json"
    )
    assert {d["rule"] for d in json.loads(done.stdout)["diagnostics"]} == {"note-missing", "unknown-topic"}


def test_the_rules_are_listed_and_each_is_explained(run: Run) -> None:
    listed = run("check", "--list-rules").stdout
    for rule in CHECKS:
        assert rule in listed
    explained = run("check", "--explain", "dangling-link").stdout
    assert "A cross-reference leads to" in explained and "It cannot be allowed." in explained
    assert "allow: [{rule: note-missing," in run("check", "--explain", "note-missing").stdout


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--rule", "dangling-lnik"), "Did you mean dangling-link?"),
        (("--explain", "zzz"), "--list-rules"),
        (("--explain", "note-mising"), "Did you mean note-missing?"),
        (("--json", "--format", "sarif"), "Give one of the two"),
        (("--format", "xml"), "sarif"),
    ],
)
def test_a_wrong_option_exits_with_2_and_says_what_to_write(
    run: Run, options: tuple[str, ...], says: str
) -> None:
    done = run("check", *options)
    assert done.returncode == 2 and says in done.stderr and not done.stdout
