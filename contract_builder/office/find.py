"""Where LibreOffice is."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from contract_builder.errors import UsageError

VARIABLE = "CONTRACT_BUILDER_SOFFICE"
"""The environment variable that names the program, where it stands in no usual place."""
_NAMES = ("soffice", "libreoffice")
_WINDOWS = (r"LibreOffice\program\soffice.com", r"LibreOffice\program\soffice.exe")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


def soffice(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> str:
    """The path of LibreOffice's program. Raises UsageError, with what to install, if it is nowhere.

    It is looked for where `CONTRACT_BUILDER_SOFFICE` says, on the path, and where Windows and macOS install it.
    """
    given = os.environ if environment is None else environment
    if named := given.get(VARIABLE):
        if found := shutil.which(named):
            return found
        raise UsageError(f"{VARIABLE} names {named}, which is no program.", "Correct it, or take it out.")
    for name in _NAMES:
        if found := shutil.which(name, path=given.get("PATH", "")):
            return found
    for path in usual_places(given, platform):
        if path.is_file():
            return str(path)
    raise UsageError(
        "A PDF is made by LibreOffice, and it was not found.",
        "Install it from https://www.libreoffice.org, or with `apt install libreoffice-writer`; "
        f"if it stands elsewhere, name its program soffice in {VARIABLE}. "
        "Or make a Word document, and save it as PDF in Word.",
    )


def usual_places(environment: Mapping[str, str], platform: str) -> tuple[Path, ...]:
    """Where an installer puts it."""
    if platform == "darwin":
        return (Path(_MAC), Path.home() / _MAC.lstrip("/"))
    if platform != "win32":
        return ()
    roots = [environment.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
    return tuple(Path(root, *inside.split("\\")) for root in roots if root for inside in _WINDOWS)
