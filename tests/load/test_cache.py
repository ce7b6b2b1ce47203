"""The cache: never wrong, whatever is done to it, and never in the way."""

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest

from contract_builder.load import build as build_module
from contract_builder.load import cache as cache_module
from contract_builder.load.brief import load_brief
from contract_builder.load.cache import Cache, default_cache
from contract_builder.load.library import load_library
from contract_builder.load.playbooks import load_playbooks
from contract_builder.load.triage import load_triage
from contract_builder.model.library import Library

Put = Callable[[Path, str], None]
FILES_OF_LIBRARY = 16
POSIX = pytest.mark.skipif(os.name != "posix", reason="files have no such owner or mode here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the cache; it does not exist yet."""
    return tmp_path / "cache"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed and checked, as they come."""
    files: list[str] = []
    real = build_module.build

    def counting(kind: Any, data: bytes, file: str, inside: str, sets: frozenset[str] = frozenset()) -> Any:
        files.append(file)
        return real(kind, data, file, inside, sets)

    monkeypatch.setattr(build_module, "build", counting)
    return files


def library(root: Path, folder: Path) -> Library:
    loaded = load_library(root, cache=Cache(folder))
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


def content(value: Library) -> bytes:
    return msgspec.json.encode(value)


def the_file(folder: Path) -> Path:
    (path,) = folder.glob("*.cache")
    return path


def test_the_second_load_parses_and_checks_nothing(root: Path, folder: Path, built: list[str]) -> None:
    first = library(root, folder)
    assert len(built) == FILES_OF_LIBRARY
    built.clear()
    second = library(root, folder)
    assert built == []
    assert content(first) == content(second) == content(load_library(root).value)  # type: ignore[arg-type]
    assert [p.body for p in first.clauses[1].positions] == [p.body for p in second.clauses[1].positions]


def test_playbooks_triage_and_briefs_are_kept_too(
    root: Path, folder: Path, built: list[str], samples: dict[str, tuple[str, str]], put: Put
) -> None:
    put(root / "brief.yaml", samples["brief"][1])

    def load() -> list[Any]:
        cache = Cache(folder)
        triage = root / "playbooks/triage.yaml"
        return [
            load_playbooks(root, cache=cache),
            load_triage(triage, cache),
            load_brief(root / "brief.yaml", cache=cache),
        ]

    first = load()
    assert len(built) == 5
    built.clear()
    assert load() == first
    assert built == []


def test_only_a_changed_file_is_read_anew(root: Path, folder: Path, built: list[str], put: Put) -> None:
    library(root, folder)
    built.clear()
    text = (root / "clauses/general/exit.md").read_text(encoding="utf-8")
    put(root / "clauses/general/exit.md", text.replace("title: Exit", "title: Leaving"))
    assert library(root, folder).clause_by_id["exit"].title == "Leaving"
    assert built == ["clauses/general/exit.md"]
    built.clear()
    put(root / "clauses/general/exit.md", text)
    assert library(root, folder).clause_by_id["exit"].title == "Exit"
    assert built == ["clauses/general/exit.md"]


def test_a_file_with_an_error_is_told_each_time(root: Path, folder: Path, built: list[str], put: Put) -> None:
    library(root, folder)
    put(root / "clauses/topics.yaml", "topics: {}\n")
    for _ in range(2):
        built.clear()
        assert [d.rule for d in load_library(root, cache=Cache(folder)).diagnostics] == ["missing-value"]
        assert built == ["clauses/topics.yaml"]


def test_a_file_with_the_bytes_of_another_is_not_taken_for_it(root: Path, folder: Path, put: Put) -> None:
    library(root, folder)
    put(root / "clauses/people/exit.md", (root / "clauses/general/exit.md").read_text(encoding="utf-8"))
    (root / "clauses/general/exit.md").unlink()
    assert [d.rule for d in load_library(root, cache=Cache(folder)).diagnostics] == ["clause-in-wrong-folder"]


def test_what_a_playbook_means_follows_the_facts(
    root: Path, folder: Path, built: list[str], put: Put
) -> None:
    first = load_playbooks(root, cache=Cache(folder)).value
    facts = (root / "playbooks/facts.yaml").read_text(encoding="utf-8")
    put(root / "playbooks/facts.yaml", facts.replace("type: set", "type: choice"))
    built.clear()
    second = load_playbooks(root, cache=Cache(folder)).value
    assert first is not None
    assert second is not None
    assert second.playbooks[1].rules[0].when != first.playbooks[1].rules[0].when
    assert len(built) == 3


def test_files_that_went_leave_the_cache(root: Path, folder: Path) -> None:
    library(root, folder)
    size = the_file(folder).stat().st_size
    (root / "clauses/definitions/challenge.md").unlink()
    library(root, folder)
    assert the_file(folder).stat().st_size < size


def test_an_unchanged_library_leaves_the_cache_file_alone(root: Path, folder: Path) -> None:
    library(root, folder)
    before = the_file(folder).stat()
    library(root, folder)
    after = the_file(folder).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_other_code_does_not_read_old_records(
    root: Path, folder: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library(root, folder)
    built.clear()
    monkeypatch.setattr(cache_module, "_maker", lambda: "other")
    library(root, folder)
    assert len(built) == FILES_OF_LIBRARY


def sealed(payload: bytes) -> bytes:
    """A cache file with this payload and a right checksum."""
    return f"{cache_module._maker()} {sha256(payload).hexdigest()}\n".encode() + payload


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Redress", b"Nothing", 1),
        lambda data: b"x" + data,
        lambda data: b"\x80\x04" + data,
        lambda data: data.partition(b"\n")[2],
        lambda data: sealed(b""),
        lambda data: sealed(b"[]"),
        lambda data: sealed(b'{"clause": {"clauses/general/exit.md": ["", {"id": 7}]}}'),
        lambda data: sealed(b'{"clause": ' + b"[" * 100_000),
        lambda data: sealed(b'{"surprise": {}}'),
        lambda data: sealed(b"\xff\xfe"),
    ],
)
def test_a_damaged_or_forged_cache_is_passed_over_and_mended(
    root: Path, folder: Path, built: list[str], damage: Callable[[bytes], bytes]
) -> None:
    whole = content(library(root, folder))
    path = the_file(folder)
    path.write_bytes(damage(path.read_bytes()))
    built.clear()
    assert content(library(root, folder)) == whole
    assert len(built) == FILES_OF_LIBRARY
    built.clear()
    library(root, folder)
    assert built == []


def test_a_cache_that_cannot_be_written_is_no_matter(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    library(root, tmp_path / "file")
    library(root, tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_is_no_matter(root: Path, folder: Path) -> None:
    folder.mkdir(mode=0o500)
    library(root, folder)
    assert list(folder.iterdir()) == []


def no_room(stream: Any) -> Any:
    def write(data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    stream.write = write
    return stream


def read_only(stream: Any) -> Any:
    stream.close()
    Path(stream.name).unlink()
    raise OSError(errno.EROFS, "Read-only file system")


def not_replaced(stream: Any) -> Any:
    stream.name = f"{stream.name}.gone"
    return stream


@pytest.mark.parametrize("trouble", [no_room, read_only, not_replaced])
def test_a_full_or_read_only_disk_is_no_matter_and_leaves_the_old_file(
    root: Path, folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[Any], Any]
) -> None:
    library(root, folder)
    path = the_file(folder)
    old = path.read_bytes()
    real = tempfile.NamedTemporaryFile
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", lambda *args, **more: trouble(real(*args, **more)))
    text = (root / "clauses/general/exit.md").read_text(encoding="utf-8")
    put(root / "clauses/general/exit.md", text.replace("title: Exit", "title: Leaving"))
    assert library(root, folder).clause_by_id["exit"].title == "Leaving"
    assert path.read_bytes() == old


@POSIX
def test_only_the_user_can_read_the_cache(root: Path, folder: Path) -> None:
    library(root, folder)
    assert folder.stat().st_mode & 0o077 == 0
    assert the_file(folder).stat().st_mode & 0o077 == 0


@POSIX
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
@pytest.mark.parametrize("which", ["folder", "file"])
def test_what_others_may_write_is_not_trusted(
    root: Path, folder: Path, built: list[str], mode: int, which: str
) -> None:
    library(root, folder)
    (folder if which == "folder" else the_file(folder)).chmod(mode)
    built.clear()
    library(root, folder)
    assert len(built) == FILES_OF_LIBRARY


@POSIX
def test_the_cache_of_another_user_is_not_trusted(
    root: Path, folder: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library(root, folder)
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    built.clear()
    library(root, folder)
    assert len(built) == FILES_OF_LIBRARY


def test_without_users_as_on_windows_the_cache_works(
    root: Path, folder: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid", raising=False)
    library(root, folder)
    built.clear()
    library(root, folder)
    assert built == []


def test_two_libraries_do_not_share_records(
    root: Path, folder: Path, tmp_path: Path, built: list[str]
) -> None:
    library(root, folder)
    root.rename(tmp_path / "moved")
    built.clear()
    library(tmp_path / "moved", folder)
    assert len(built) == FILES_OF_LIBRARY
    assert len(list(folder.glob("*.cache"))) == 2


@pytest.mark.parametrize("setting", ["off", "OFF", "0", "no"])
def test_the_environment_switches_it_off(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("CONTRACT_BUILDER_CACHE", setting)
    assert default_cache() is None


def test_the_environment_moves_it(monkeypatch: pytest.MonkeyPatch, root: Path, tmp_path: Path) -> None:
    monkeypatch.setenv("CONTRACT_BUILDER_CACHE", str(tmp_path / "elsewhere"))
    load_library(root, cache=default_cache())
    assert the_file(tmp_path / "elsewhere").is_file()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the cache has another place here")
def test_it_stands_where_the_desktop_standard_says(
    monkeypatch: pytest.MonkeyPatch, root: Path, tmp_path: Path
) -> None:
    monkeypatch.delenv("CONTRACT_BUILDER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    load_library(root, cache=default_cache())
    assert the_file(tmp_path / "xdg/contract-builder").is_file()


SCRIPT = """
import sys
from pathlib import Path
from contract_builder.load.cache import Cache
from contract_builder.load.library import load_library
root, folder = Path(sys.argv[1]), Path(sys.argv[2])
for turn in range(12):
    loaded = load_library(root, cache=Cache(folder))
    assert loaded.value is not None, loaded.diagnostics
    assert all(clause.positions[0].body for clause in loaded.value.clauses)
    for path in folder.glob("*.cache") if turn % 4 == 3 else ():
        path.unlink(missing_ok=True)
"""


def test_two_processes_at_once_do_not_harm_each_other(root: Path, folder: Path, built: list[str]) -> None:
    command = [sys.executable, "-c", SCRIPT, str(root), str(folder)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    results = [process.communicate(timeout=120)[1] for process in both]
    assert ([process.returncode for process in both], results) == ([0, 0], ["", ""])
    whole = content(library(root, folder))
    built.clear()
    assert content(library(root, folder)) == whole
    assert built == []
    assert [path.suffix for path in folder.iterdir()] == [".cache"]


WARM = """
import sys
from pathlib import Path
from contract_builder.load.cache import Cache
from contract_builder.load.library import load_library
from contract_builder.load.playbooks import load_playbooks
root, cache = Path(sys.argv[1]), Cache(Path(sys.argv[2]))
assert load_library(root, cache=cache).value
assert load_playbooks(root, cache=cache).value
heavy = {"yaml", "cerberus", "markdown_it", "jinja2", "lxml", "docx", "docxtpl", "tomllib"}
print(sorted(heavy & set(sys.modules)))
"""


def test_a_warm_load_imports_no_parser(root: Path, folder: Path) -> None:
    library(root, folder)
    load_playbooks(root, cache=Cache(folder))
    done = subprocess.run(
        [sys.executable, "-c", WARM, root, folder], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
