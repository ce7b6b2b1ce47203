"""The command line as a person runs it: a process in an empty folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from contract_builder import api
from contract_builder.load.cache import Cache

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with all that is shipped: most of what a process takes is to read the library for the first time."""
    folder = tmp_path_factory.mktemp("warm") / "cache"
    api.load_content(cache=Cache(folder))
    return folder


@pytest.fixture
def run(tmp_path: Path, warm: Path) -> Run:
    """Runs `contract-builder` with arguments in an empty folder, with a cache of its own, in which what is shipped is."""
    shutil.copytree(warm, tmp_path / "cache")

    def call(
        *arguments: str, cwd: Path | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "contract_builder", *arguments],
            cwd=cwd or tmp_path,
            env={
                **os.environ,
                "CONTRACT_BUILDER_CACHE": str(tmp_path / "cache"),
                "COLUMNS": "100",
                **environment,
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call
