"""Names of files and folders from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contract_builder.cli.files import stem_of, write_all
from contract_builder.errors import UsageError
from tests.cli.conftest import Run

POSIX = pytest.mark.skipif(os.name == "nt", reason="names are text, and links need rights, on Windows")


@pytest.mark.parametrize(
    "name", ["con", "CON.yaml", "nul.b.yaml", "-x.yaml", "..yaml", "..", ".yaml", "a\nb", "a\x1b[31m", "a:b.yaml",
             'q"<script>', " .yaml", "a .yaml", "~x", "gpj\u202eexe.yaml", "a\udcff", "x" * 101, "a\\b"]
)  # fmt: skip
def test_a_name_that_something_would_take_for_something_else_names_no_files(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        stem_of(Path(name))
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("name", ["homes.yaml", "2026-11 Homes v1.2.yaml", "Cyngor Môn.yaml", "console.yaml"])
def test_an_ordinary_name_names_the_files(name: str) -> None:
    assert stem_of(Path(name)) == name.removesuffix(".yaml")


@pytest.mark.parametrize("name", ["a\x1b]0;x\x07.yaml", "a\nb.yaml", "a\u202e.yaml"])
def test_a_path_that_would_speak_to_the_terminal_is_refused_in_plain_words(run: Run, name: str) -> None:
    done = run("build", name, "-o", "out")
    assert done.returncode == 2
    assert not set(done.stderr) & set("\x1b\x07\u202e")


@POSIX
def test_a_path_that_is_no_text_is_refused(tmp_path: Path) -> None:
    command: list[str | bytes] = [
        sys.executable,
        "-m",
        "contract_builder",
        "build",
        "example:event-listing-drafts",
        "-o",
        b"o\xff",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2, done.stderr


def test_an_example_is_named_not_reached_by_a_path(run: Run) -> None:
    for name in ("../../etc/passwd", "../README", "x/../event-listing-drafts", ""):
        assert run("triage", f"example:{name}").returncode == 2


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(UsageError):
            write_all(tmp_path / "out", {"a.docx": b"x", "b.docx": b"x" * 20_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list((tmp_path / "out").iterdir()) == []


@POSIX
def test_a_link_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"kept")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.docx").symlink_to(victim)
    write_all(tmp_path / "out", {"a.docx": b"new"})
    assert victim.read_bytes() == b"kept"
