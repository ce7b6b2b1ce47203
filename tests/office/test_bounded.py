"""A program that hangs, fails or wants too much ends, and nothing that it started lives on."""

import os
import sys
import time
from pathlib import Path

import pytest

from contract_builder.errors import UsageError
from contract_builder.office.bounded import run_bounded

POSIX = pytest.mark.skipif(os.name == "nt", reason="process groups and address space are POSIX")
GIGABYTE = 1_000_000_000


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_program_that_ends_well_says_nothing(tmp_path: Path) -> None:
    run_bounded(python("open('made', 'w').write('x')"), 60, 4 * GIGABYTE, str(tmp_path))
    assert (tmp_path / "made").read_text() == "x"


def test_a_program_that_fails_is_named_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ended with 3: no paper") as raised:
        run_bounded(python("print('no paper'); raise SystemExit(3)"), 60, 4 * GIGABYTE, str(tmp_path))
    assert raised.value.hint


@POSIX
def test_a_program_that_hangs_is_killed_with_what_it_started(tmp_path: Path) -> None:
    child = "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
    child += "open('pid', 'w').write(str(p.pid)); time.sleep(600)"
    with pytest.raises(UsageError, match="did not finish within 3 seconds"):
        run_bounded(python(child), 3, 4 * GIGABYTE, str(tmp_path))
    pid = int((tmp_path / "pid").read_text())
    for _ in range(100):
        if not running(pid):
            return
        time.sleep(0.1)
    pytest.fail("The grandchild lives on.")


@POSIX
def test_a_program_that_wants_too_much_memory_fails(tmp_path: Path) -> None:
    if sys.platform == "darwin":
        pytest.skip("macOS does not bound address space")
    with pytest.raises(UsageError, match="MemoryError"):
        run_bounded(python(f"bytearray({2 * GIGABYTE})"), 60, GIGABYTE, str(tmp_path))


def running(pid: int) -> bool:
    """Whether the process lives; one that nobody has waited for yet does not."""
    state = Path(f"/proc/{pid}/stat")
    if state.parent.parent.is_dir() and Path("/proc/self").exists():
        return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
