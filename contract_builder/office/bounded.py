"""A program that may take no more than so much time and memory, and leaves no process behind."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from contract_builder.errors import UsageError

_LAST_WORDS = 500
"""Characters of what it said that are passed on."""
_LIMITED = 'ulimit -v "$0" 2>/dev/null; exec "$@"'
"""A shell that bounds itself and then becomes the program: it may bound no memory where the system cannot."""


def run_bounded(command: Sequence[str], seconds: float, memory: int, folder: str) -> None:
    """Run `command` in `folder`. Raises UsageError if it takes longer than `seconds`, or fails.

    All that it started is killed with it. Of `memory`, in bytes of address space, it gets no more (not on Windows).
    """
    windows = sys.platform == "win32"
    bounded = [*command] if windows else ["/bin/sh", "-c", _LIMITED, str(memory // 1024), *command]
    process = subprocess.Popen(  # noqa: S603 - the program is one that we looked for, and its arguments are ours
        bounded, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=not windows, creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise UsageError(
            f"LibreOffice did not finish within {seconds:g} seconds, and was stopped.",
            "Try again when the machine is less busy, or save the Word document as PDF in Word.",
        ) from None
    finally:
        _end(process)
    if process.returncode:
        words = " ".join(said.decode(errors="replace").split())[-_LAST_WORDS:]
        raise UsageError(
            f"LibreOffice ended with {process.returncode}{': ' if words else ''}{words}.",
            "Save the Word document as PDF in Word.",
        )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill what is left of `process` and of all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            kill = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(kill, capture_output=True, check=False)  # noqa: S603 - nothing in it comes from outside
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(Exception):
        process.communicate(timeout=10)
