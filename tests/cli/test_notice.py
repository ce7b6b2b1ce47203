"""`notice` as an officer runs it."""

import json
from pathlib import Path

from tests.cli.conftest import Run

BRIEF = "example:homelessness-risk-list"


def test_it_prints_text_to_paste_a_paragraph_to_a_line(run: Run) -> None:
    done = run("notice", BRIEF)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    start, end = (
        next(n for n, line in enumerate(lines) if line.startswith(f"===== Copy {w}")) for w in ("from", "to")
    )
    copied = [line for line in lines[start:end] if line[:1].isdigit()]
    assert copied[3].startswith("4. Growth. The Council may raise the number of users") and copied[
        3
    ].endswith(".")
    assert "FOR THE OFFICER, AND NOT TO BE PUBLISHED" in lines[end:]


def test_the_ending_of_a_file_says_its_format(run: Run, tmp_path: Path) -> None:
    for name, begins in (("n.md", "# Wording"), ("n.txt", "WORDING"), ("n.json", "{")):
        done = run("notice", BRIEF, "-o", name)
        assert done.returncode == 0 and done.stdout == "", done.stderr
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert run("notice", BRIEF, "-o", "n.md").returncode == 2
    assert run("notice", BRIEF, "-o", "n.md", "--force").returncode == 0


def test_json_is_the_same_document_however_it_is_asked_for(run: Run) -> None:
    said = run("notice", BRIEF, "--json").stdout
    assert said == run("notice", BRIEF, "--format", "json").stdout
    document = json.loads(said)
    assert [s["id"] for s in document["sections"]] == ["use", "changes", "risks", "measures", "terms"]
    assert document["contract"]["digest"]


def test_build_writes_the_same_wording_beside_the_report(run: Run, tmp_path: Path) -> None:
    assert run("build", BRIEF, "-o", "out").returncode == 0
    beside = (tmp_path / "out" / "homelessness-risk-list.notice.md").read_text(encoding="utf-8")
    assert beside == run("notice", BRIEF, "--format", "md").stdout


def test_a_brief_that_makes_no_contract_prints_nothing_on_stdout(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("brief: 1\ntitle: x\n", encoding="utf-8")
    done = run("notice", "brief.yaml")
    assert done.returncode == 2 and done.stdout == ""
