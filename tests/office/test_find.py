"""Where LibreOffice is looked for, and what is said if it is nowhere."""

import os
from pathlib import Path

import pytest

from contract_builder.errors import UsageError
from contract_builder.office.find import VARIABLE, soffice, usual_places


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)
    return str(path)


def test_it_is_taken_from_the_path(tmp_path: Path) -> None:
    name = "soffice.exe" if os.name == "nt" else "soffice"
    there = program(tmp_path / name)
    assert Path(soffice({"PATH": str(tmp_path)}, "linux")) == Path(there)


def test_what_the_variable_names_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "one" / "soffice")
    named = program(tmp_path / "two" / ("office.exe" if os.name == "nt" else "office"))
    assert soffice({"PATH": str(tmp_path / "one"), VARIABLE: named}, "linux") == named
    with pytest.raises(UsageError, match="which is no program"):
        soffice({VARIABLE: str(tmp_path / "gone")}, "linux")


def test_windows_installs_it_beside_the_path(tmp_path: Path) -> None:
    there = program(tmp_path / "LibreOffice" / "program" / "soffice.com")
    assert soffice({"PATH": "", "ProgramFiles": str(tmp_path)}, "win32") == there


def test_macos_installs_it_among_the_applications() -> None:
    assert Path("/Applications/LibreOffice.app/Contents/MacOS/soffice") in usual_places({}, "darwin")


def test_without_it_we_say_what_to_install() -> None:
    with pytest.raises(UsageError) as raised:
        soffice({"PATH": "", "ProgramFiles": "/nowhere"}, "win32")
    assert "not found" in str(raised.value)
    assert (
        "libreoffice.org" in raised.value.hint
        and VARIABLE in raised.value.hint
        and "Word" in raised.value.hint
    )
