"""`contract-builder register`: what it writes, what it says, and what it refuses."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NAME = "event-listing-drafts"


def test_it_writes_each_format_and_says_what_has_a_date(run: Run, tmp_path: Path) -> None:
    done = run(
        "register",
        f"example:{NAME}",
        "-o",
        "out",
        "--format",
        "xlsx,csv,ics,json",
        "--end-date",
        "2029-01-10",
    )
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        f"{NAME}.register.{e}" for e in ("csv", "ics", "json", "xlsx")
    ]
    assert "Start Date: 11 January 2027" in done.stdout and "End Date: 10 January 2029" in done.stdout
    assert "with a date" in done.stdout and "gov.uk/bank-holidays" in done.stdout


def test_a_lock_gives_the_same_register_as_its_brief(run: Run, tmp_path: Path) -> None:
    run("build", f"example:{NAME}", "-o", "out")
    of_lock = run("register", f"out/{NAME}.lock.json", "-o", "a", "--format", "csv,ics,xlsx,json", "--json")
    of_brief = run("register", f"example:{NAME}", "-o", "b", "--format", "csv,ics,xlsx,json", "--json")
    assert of_lock.returncode == of_brief.returncode == 0
    assert json.loads(of_lock.stdout) == json.loads(of_brief.stdout)
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes(), file.name


def test_it_never_writes_over_a_file_without_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / f"{NAME}.register.csv").write_text("what was ticked off")
    done = run("register", f"example:{NAME}", "-o", "out", "--format", "csv,ics")
    assert done.returncode == 2 and "--force" in done.stderr
    assert not (tmp_path / "out" / f"{NAME}.register.ics").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            [f"example:{NAME}", "-o", "x", "--start-date", "2027-01-12"],
            "The Particulars state the Start Date",
        ),
        ([f"example:{NAME}", "-o", "x", "--end-date", "soon"], "no date"),
        ([f"example:{NAME}", "-o", "x", "--format", "pdf"], "one or more of"),
        (["missing.lock.json", "-o", "x"], "There is no file"),
        (["missing.yaml", "-o", "x"], "There is no file"),
    ],
)
def test_bad_usage_says_what_to_do_and_ends_with_2(run: Run, arguments: list[str], says: str) -> None:
    done = run("register", *arguments)
    assert done.returncode == 2 and done.stdout == ""
    assert says in " ".join(done.stderr.split())
