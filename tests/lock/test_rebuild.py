"""A lock makes the same bytes again: elsewhere, later, without git, network or library; or says what differs."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

import contract_builder as cb
from contract_builder import locked
from contract_builder.lock import Lock, sealed
from contract_builder.render.docx.package import unpack
from tests.contents import shipped

NAME = "homelessness-risk-list"
ROOT = Path(__file__).parents[2]
FORMATS: tuple[cb.Format, ...] = ("docx", "html", "md", "json")


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    """The files of one build, and its lock."""
    content = shipped()
    made = cb.build(content, cb.read_brief(cb.example(NAME)))
    assert made.contract is not None
    documents = {f: cb.render_edition(content, made, "clean", f, made.brief.date) for f in FORMATS}
    kinds = {("clean", f): data for f, data in documents.items()}
    return {**documents, "lock": cb.lock_contract(content, made, kinds)}


@pytest.fixture(scope="module")
def lock(built: dict[str, bytes]) -> Lock:
    return cb.read_lock(built["lock"])


def test_every_format_comes_back_with_the_same_bytes(built: dict[str, bytes], lock: Lock) -> None:
    rebuilt = cb.rebuild(lock, FORMATS)
    assert {f.kind: f.same for f in rebuilt.report.files} == dict.fromkeys(FORMATS, "bytes")
    assert all(rebuilt.documents[f] == built[f] for f in FORMATS)
    assert rebuilt.report.made_with == ()


NO_WORLD = """
import socket, subprocess, sys
def refuse(*a, **k): raise OSError("there is no such thing here")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
subprocess.Popen = subprocess.run = refuse
from contract_builder.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "places",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
    ],
    ids=lambda places: places["TZ"],
)
def test_it_does_so_elsewhere_without_git_network_or_library(
    built: dict[str, bytes], places: dict[str, str], tmp_path: Path
) -> None:
    empty = tmp_path / "an empty folder"
    empty.mkdir()
    (tmp_path / f"{NAME}.lock.json").write_bytes(built["lock"])
    done = subprocess.run(
        [sys.executable, "-c", NO_WORLD, "rebuild", str(tmp_path / f"{NAME}.lock.json"), "-o", "out",
         "--format", ",".join(FORMATS)],
        cwd=empty, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        env={**{k: v for k, v in os.environ.items() if k in ("SYSTEMROOT", "HOME")}, **places,
             "PATH": str(empty), "PYTHONPATH": str(ROOT), "CONTRACT_BUILDER_CACHE": "off"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for format_ in FORMATS:
        assert (empty / "out" / f"{NAME}.{format_}").read_bytes() == built[format_], format_


def test_rendering_reads_no_library(lock: Lock, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the library was read")

    monkeypatch.setattr("contract_builder.load.files.list_files", refused)
    monkeypatch.setattr("contract_builder.load.files.read", refused)
    assert cb.rebuild(lock).report.files[0].same == "bytes"


def test_each_dependency_that_differs_is_named_with_both_values_and_what_it_matters_to(lock: Lock) -> None:
    other = replace(
        lock,
        base_document="0" * 64,
        made_with={**lock.made_with, "zlib": "9.9", "python": "2.7.18", "lxml": "1.0", "gone": "3"},
    )
    found = {d.name: d for d in cb.rebuild(other).report.made_with}
    assert set(found) == {"base document", "zlib", "python", "lxml", "gone"}
    assert (found["zlib"].locked, found["zlib"].here) == ("9.9", lock.made_with["zlib"])
    assert found["zlib"].matters_to == found["base document"].matters_to == ("docx",)
    assert set(found["python"].matters_to) == set(cb.FORMATS)
    assert found["lxml"].matters_to == found["gone"].matters_to == ()
    assert (found["gone"].locked, found["gone"].here) == ("3", "")


def test_another_zlib_gives_the_same_content_in_other_bytes(
    lock: Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contract_builder.render.docx import document

    monkeypatch.setattr(document, "pack", lambda parts, level: _pack(parts))
    rebuilt = cb.rebuild(lock)
    assert [f.same for f in rebuilt.report.files] == ["content"]
    assert unpack(rebuilt.documents["docx"])


def _pack(parts: dict[str, bytes]) -> bytes:
    from contract_builder.render.docx.package import pack

    return pack(parts, 9)


def test_a_format_that_the_lock_did_not_record_is_said_to_be_so(lock: Lock) -> None:
    less = replace(lock, documents=tuple(d for d in lock.documents if d.kind == "docx"))
    assert {f.kind: f.same for f in cb.rebuild(less, ("docx", "md")).report.files} == {
        "docx": "bytes",
        "md": "not-recorded",
    }


def test_what_was_given_is_held_against_the_lock_file_by_file(lock: Lock, tmp_path: Path) -> None:
    import shutil

    for name in ("clauses", "playbooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    brief = cb.read_brief(cb.example(NAME))
    assert cb.compare_inputs(lock, tmp_path, None, brief) == ()
    changed, gone, added = (
        "clauses/data/council-data.md",
        "clauses/topics.yaml",
        "playbooks/tiers/tier-9.yaml",
    )
    with (tmp_path / changed).open("a", encoding="utf-8") as out:
        out.write("\n")
    (tmp_path / gone).unlink()
    (tmp_path / added).write_text("not: a playbook", encoding="utf-8")
    other = replace(brief, title="Another title")
    found = {d.name: d for d in cb.compare_inputs(lock, tmp_path, None, other)}
    assert set(found) == {changed, gone, added, "brief"}
    assert (
        found[gone].here == "" and found[added].locked == "" and found[changed].here != found[changed].locked
    )
    (tmp_path / "playbooks" / "triage.yaml").write_text("- broken", encoding="utf-8")
    assert "playbooks/triage.yaml" in {d.name for d in cb.compare_inputs(lock, tmp_path, None)}


def test_an_overlay_is_held_against_the_lock_too() -> None:
    folder = ROOT / "examples" / "council"
    council = cb.council_near(folder)
    assert council is not None and council.overlay is not None
    content = cb.load_content(council=council)
    brief = cb.read_brief(folder / "brief.yaml", content)
    lock = cb.read_lock(cb.lock_contract(content, cb.build(content, brief)))
    root = Path(cb.load_content.__globals__["shipped_contents"]())
    assert cb.compare_inputs(lock, root, council.overlay, brief) == ()
    missing = {d.name for d in cb.compare_inputs(lock, root)}
    assert missing and all(not name.startswith(("clauses/", "playbooks/")) for name in missing)


def test_the_digests_of_the_lock_are_those_of_the_files(lock: Lock) -> None:
    import hashlib

    for file, digest in {**lock.library.files, **lock.playbooks.files}.items():
        assert hashlib.sha256((ROOT / file).read_bytes()).hexdigest() == digest
    assert (
        "clauses/data/council-data.md" in lock.library.files and "playbooks/base.yaml" in lock.playbooks.files
    )


def tampered(built: dict[str, bytes], old: bytes, new: bytes) -> bytes:
    assert old in built["lock"]
    return built["lock"].replace(old, new, 1)


def test_a_lock_that_was_changed_is_refused(built: dict[str, bytes]) -> None:
    for old, new in (
        (b"Mereshire", b"Elsewhere"),
        (b'"zlib": "', b'"zlib": "9'),
        (b'"seal": "', b'"seal": "0'),
    ):
        with pytest.raises(cb.UsageError, match="changed after it was written"):
            cb.read_lock(tampered(built, old, new))


def test_another_layout_or_line_ending_is_no_change(built: dict[str, bytes], lock: Lock) -> None:
    assert cb.read_lock(built["lock"].replace(b"\n", b"\r\n")) == lock
    assert cb.read_lock(msgspec.json.format(built["lock"], indent=0)) == lock


def test_a_lock_of_another_format_names_the_version_that_wrote_it(built: dict[str, bytes]) -> None:
    later = tampered(built, b'"format": 1', b'"format": 2')
    with pytest.raises(cb.UsageError, match="format 2") as refused:
        cb.read_lock(later)
    assert "0.1.0" in refused.value.hint


def test_a_lock_with_fields_that_this_version_does_not_know_is_read(
    lock: Lock, built: dict[str, bytes]
) -> None:
    from contract_builder.lock import seal_of

    plain = msgspec.json.decode(built["lock"])
    plain["later"] = {"a": 1}
    plain["selection"]["later"] = plain["brief"]["later"] = "x"
    plain["seal"] = seal_of(plain)
    assert replace(cb.read_lock(msgspec.json.encode(plain)), seal="") == replace(lock, seal="")


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\xff", b'{"format": 1}', b'{"format": "1"}', b'{"format": 1, "a": ' + b"[" * 100_000,
     b" " * (locked.MOST_BYTES + 1)],
    ids=["empty", "no fields", "a list", "no text", "one field", "another type", "nesting", "size"],
)  # fmt: skip
def test_what_is_no_lock_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(cb.UsageError):
        cb.read_lock(data)


def test_a_sealed_lock_whose_contract_leads_nowhere_is_refused(lock: Lock) -> None:
    contract = replace(lock.contract, clauses=lock.contract.clauses[:5])
    with pytest.raises(cb.UsageError, match="not whole"):
        cb.read_lock(sealed(replace(lock, contract=contract)))


def test_a_sealed_lock_that_no_printer_takes_is_refused_when_it_is_printed(lock: Lock) -> None:
    from contract_builder.model.contract import TextRun

    odd = replace(lock, contract=replace(lock.contract, background=(TextRun("a\x00b"),)))
    with pytest.raises(cb.UsageError, match="cannot be printed"):
        cb.rebuild(odd)


@pytest.mark.parametrize("edition", cb.EDITIONS)
def test_each_edition_that_was_built_comes_back_from_the_lock(edition: cb.Edition) -> None:
    content = shipped()
    made = cb.build(content, cb.read_brief(cb.example(NAME)))
    kinds = [(e, f) for e in cb.EDITIONS for f in FORMATS]
    files = {kind: cb.render_edition(content, made, *kind, date=made.brief.date) for kind in kinds}
    lock = cb.read_lock(cb.lock_contract(content, made, files))
    formats = tuple(f for f in FORMATS if (edition, f) != ("annotated", "json"))
    rebuilt = cb.rebuild(lock, formats, edition)
    assert {f.same for f in rebuilt.report.files} == {"bytes"} and rebuilt.report.edition == edition
    assert all(rebuilt.documents[f] == files[edition, f] for f in formats)
    found = cb.verify(files[edition, "docx"], lock)
    assert (found.verdict, found.sameness) == ("as-built", "bytes")


def test_an_edition_that_the_lock_lacks_is_refused_with_those_that_it_has(lock: Lock) -> None:
    with pytest.raises(cb.UsageError, match="no annotated edition") as refused:
        cb.rebuild(lock, ("docx",), "annotated")
    assert "clean, supplier" in refused.value.hint


def test_to_take_the_internal_part_out_is_no_edit_and_is_noted(built: dict[str, bytes], lock: Lock) -> None:
    from contract_builder.render.docx.fields import identity_name
    from tests.verification import editing

    sent = editing.without(built["docx"], identity_name("part", "internal", ""))
    found = cb.verify(sent, lock)
    assert (found.verdict, found.sameness) == ("as-built", "words")
    assert any("internal part" in note for note in found.notes)


def test_a_pdf_is_not_recorded_since_it_has_other_bytes_each_time(lock: Lock) -> None:
    content = shipped()
    made = cb.build(content, cb.read_brief(cb.example(NAME)))
    again = cb.read_lock(cb.lock_contract(content, made, {("clean", "pdf"): b"%PDF", ("clean", "md"): b"#"}))
    assert [document.kind for document in again.documents] == ["md"]
