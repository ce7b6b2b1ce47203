"""What a test needs from outside: skipped with a hint on a laptop, a failure where CI says it must be there."""

import importlib
import os
import shutil
from types import ModuleType
from typing import NoReturn

import pytest


def require_program(name: str, install_hint: str) -> str:
    """The path of the program `name`. Without it the test is skipped, or fails if `CI` is set."""
    path = shutil.which(name)
    return path if path else missing(f"The program {name} is missing. {install_hint}")


def require_module(name: str, hint: str) -> ModuleType:
    """The module `name`. Without it the test is skipped, or fails if `CI` is set."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return missing(f"The module {name} is missing. {hint}")


def missing(words: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)
