"""`contract-builder check FILE.docx`: what it prints, how it ends, and what it refuses."""

import json
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run


@pytest.fixture
def contract(run: Run, tmp_path: Path) -> Path:
    """A contract that the command line built to be sent."""
    done = run("build", "example:event-listing-drafts", "-o", "out", "--edition", "supplier,clean")
    assert done.returncode == 0, done.stderr
    return tmp_path / "out" / "event-listing-drafts.supplier.docx"


def with_words(document: Path, words: str, name: str = "edited.docx") -> Path:
    """`document` with one more paragraph, beside it."""
    opened = docx.Document(str(document))
    opened.add_paragraph(words)
    target = document.with_name(name)
    opened.save(str(target))
    return target


def test_what_build_writes_to_be_sent_is_clean(run: Run, contract: Path) -> None:
    done = run("check", str(contract))
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing found.\n", "")


def test_the_internal_part_of_what_is_not_to_be_sent_is_found(run: Run, contract: Path) -> None:
    done = run("check", str(contract.with_name("event-listing-drafts.docx")))
    assert done.returncode == 1
    assert "“Internal only: open items and provenance”. [note-left]" in " ".join(done.stderr.split())


def test_a_drafting_note_is_an_error_and_the_words_say_where(run: Run, contract: Path) -> None:
    note = with_words(contract, "Drafting note: we would take 30 days.")
    done = run("check", str(note))
    assert done.returncode == 1
    assert f"{note}: error: A note or an internal word is left: 'Drafting note'." in " ".join(
        done.stderr.split()
    )
    assert "“Drafting note: we would take 30 days.”" in " ".join(done.stderr.split())
    assert "[note-left]" in done.stderr and "1 error" in done.stderr and done.stdout == ""


def test_a_warning_counts_only_where_it_is_asked_for(run: Run, contract: Path) -> None:
    prompt = with_words(contract, "The sum is [insert the sum].")
    assert run("check", str(prompt)).returncode == 0
    assert run("check", str(prompt), "--strict").returncode == 1


@pytest.mark.parametrize("option", [("--json",), ("--format", "json")])
def test_json_lists_what_was_found_in_each_file(run: Run, contract: Path, option: tuple[str, ...]) -> None:
    first, second = with_words(contract, "Walk away", "a.docx"), with_words(contract, "{{ x }}", "b.docx")
    done = run("check", str(first), str(second), str(contract), *option)
    report = json.loads(done.stdout)
    assert done.returncode == 1 and report["format"] == 1
    assert [(d["rule"], d["place"]["file"], d["place"]["text"]) for d in report["diagnostics"]] == [
        ("note-left", str(first), "Walk away"),
        ("placeholder-left", str(second), "{{ x }}"),
    ]


def test_what_a_terminal_obeys_is_not_printed(run: Run, contract: Path) -> None:
    for form in ((), ("--json",)):
        done = run("check", str(with_words(contract, "Drafting note \x9b31m\u202e of ours")), *form)
        assert done.returncode == 1
        assert not {"\x9b", "\u202e"} & set(done.stdout + done.stderr)


def test_what_cannot_be_read_ends_with_2_after_the_rest_was_looked_at(
    run: Run, contract: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no zip")
    done = run("check", str(broken), str(with_words(contract, "Walk away")))
    assert done.returncode == 2
    assert "[docx-unreadable]" in done.stderr and "[note-left]" in done.stderr


def test_a_zip_bomb_is_refused_before_it_is_unpacked(run: Run, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(120):
            part.write(bytes(1_000_000))
    done = run("check", str(bomb))
    assert done.returncode == 2 and "too large when unpacked" in done.stderr


def test_an_entity_that_names_a_file_is_not_read(run: Run, contract: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Drafting note of somebody else")
    with zipfile.ZipFile(contract) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document '.encode()
    text = parts["word/document.xml"].replace(b"<w:document ", entity, 1).replace(b"</w:t>", b"&x;</w:t>", 1)
    hostile = tmp_path / "hostile.docx"
    with zipfile.ZipFile(hostile, "w") as archive:
        for name, data in {**parts, "word/document.xml": text}.items():
            archive.writestr(name, data)
    done = run("check", str(hostile))
    assert done.returncode == 1 and "[docx-broken-part]" in done.stderr
    assert "somebody else" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.docx"], "There is no file"),
        (["."], "is a folder"),
        (["brief.yaml"], "is no .docx file"),
        (["a.docx", "--as-of", "2026-11-24"], "--as-of cannot be given for a document"),
        (["a.docx", "--rule", "dangling-link"], "--rule cannot be given for a document"),
        (["a.docx", "--format", "sarif"], "--format sarif cannot be given for a document"),
        (["a\x1b[31m.docx"], "cannot be printed"),
    ],
)
def test_bad_usage_says_what_to_do_and_ends_with_2(
    run: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "brief.yaml").write_text("facts: {}")
    done = run("check", *arguments)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split()) and "\x1b" not in done.stderr
