"""`contract-builder rebuild` and `verify`: what they print, how they end, and what they refuse."""

import json
import shutil
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run

NAME = "event-listing-drafts"


@pytest.fixture
def out(run: Run, tmp_path: Path) -> Path:
    """The folder that the command line built into."""
    done = run("build", f"example:{NAME}", "-o", "out")
    assert done.returncode == 0, done.stderr
    return tmp_path / "out"


def edited(out: Path) -> Path:
    opened = docx.Document(str(out / f"{NAME}.docx"))
    runs = [r for p in opened.paragraphs for r in p.runs if "Working Days" in r.text]
    runs[0].text = runs[0].text.replace("Working Days", "years")
    opened.add_paragraph("The Supplier is not \u202eliable.")
    opened.save(str(out / "edited.docx"))
    return out / "edited.docx"


def test_rebuild_writes_the_same_bytes_and_says_so(run: Run, out: Path, tmp_path: Path) -> None:
    done = run("rebuild", f"out/{NAME}.lock.json", "-o", "again")
    assert done.returncode == 0, done.stderr
    assert "the same bytes as the first time" in done.stdout
    assert (tmp_path / "again" / f"{NAME}.docx").read_bytes() == (out / f"{NAME}.docx").read_bytes()


def test_rebuild_never_writes_over_a_file_without_force(run: Run, out: Path) -> None:
    (out / f"{NAME}.docx").write_bytes(b"a lawyer's edits")
    done = run("rebuild", f"out/{NAME}.lock.json", "-o", "out")
    assert done.returncode == 2 and "--force" in done.stderr
    assert (out / f"{NAME}.docx").read_bytes() == b"a lawyer's edits"


def test_rebuild_holds_a_library_and_a_brief_against_the_lock(run: Run, out: Path, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for name in ("clauses", "playbooks"):
        shutil.copytree(root / name, tmp_path / "library" / name)
    same = run(
        "rebuild", f"out/{NAME}.lock.json", "-o", "a", "--library", "library", "--brief", f"example:{NAME}"
    )
    assert same.returncode == 0 and "As the lock says: the library and the brief." in same.stdout
    (tmp_path / "library" / "clauses" / "law.yaml").write_text("x", encoding="utf-8")
    other = run("rebuild", f"out/{NAME}.lock.json", "-o", "b", "--library", "library", "--brief",
                "example:homelessness-risk-list", "--json")  # fmt: skip
    report = json.loads(other.stdout)
    assert other.returncode == 1
    assert [d["name"] for d in report["inputs"]] == ["clauses/law.yaml", "brief"]
    assert report["files"][0]["same"] == "bytes" and report["compared"] == ["library", "brief"]


def test_what_would_have_other_bytes_is_written_and_ends_with_1(run: Run, out: Path, tmp_path: Path) -> None:
    from msgspec.structs import replace

    from contract_builder import locked
    from contract_builder.lock import sealed

    lock = locked.read_lock((out / f"{NAME}.lock.json").read_bytes())
    old = replace(lock, made_with={**lock.made_with, "zlib": "1.1.1"},
                  documents=tuple(replace(d, bytes="0" * 64) for d in lock.documents))  # fmt: skip
    (out / "old.lock.json").write_bytes(sealed(old))
    done = run("rebuild", "out/old.lock.json", "-o", "again")
    assert done.returncode == 1 and (tmp_path / "again" / "old.docx").exists()
    assert "the same parts, packed into other bytes" in done.stdout
    assert "zlib" in done.stdout and "1.1.1" in done.stdout


def test_verify_says_as_built_with_and_without_the_lock(run: Run, out: Path) -> None:
    alone, with_lock = (
        run("verify", f"out/{NAME}.docx"),
        run("verify", f"out/{NAME}.docx", "--lock", f"out/{NAME}.lock.json"),
    )
    assert alone.returncode == with_lock.returncode == 0
    assert "As built: every word." in alone.stdout and "--lock" in alone.stdout
    assert with_lock.stdout == "As built: every byte.\n"


def test_verify_names_what_was_edited_and_shows_the_words(run: Run, out: Path) -> None:
    file = edited(out)
    done = run("verify", str(file), "--lock", f"out/{NAME}.lock.json")
    assert done.returncode == 1
    assert done.stdout.startswith("Edited.") and "Clause " in done.stdout
    words = " ".join(done.stdout.split())
    assert "Working Days" in words and "years" in words and "Added words, after" in words
    assert "\u202e" not in done.stdout
    found = json.loads(run("verify", str(file), "--json").stdout)
    assert found["verdict"] == "edited" and found["compared_with"] == "file"
    assert sum(part["state"] == "edited" for part in found["parts"]) == 1


def test_verify_of_somebody_elses_file_says_so(run: Run, out: Path) -> None:
    other = docx.Document()
    other.add_paragraph("Terms")
    other.save(str(out / "other.docx"))
    done = run("verify", "out/other.docx")
    assert done.returncode == 1 and done.stdout.startswith("Not a file that contract-builder made")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "missing.docx"], "There is no file"),
        (["verify", "."], "is a folder"),
        (["verify", "text.txt"], "not a Word document"),
        (["rebuild", "text.txt", "-o", "x"], "no lock"),
        (["rebuild", "missing.lock.json", "-o", "x"], "There is no file"),
        (["rebuild", "a\x1b[31m.json", "-o", "x"], "cannot be printed"),
    ],
)
def test_bad_usage_says_what_to_do_and_ends_with_2(
    run: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "text.txt").write_text("a text")
    done = run(*arguments)
    assert done.returncode == 2 and done.stdout == ""
    assert says in " ".join(done.stderr.split()) and "\x1b" not in done.stderr
