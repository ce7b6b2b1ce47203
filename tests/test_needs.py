"""A missing tool is told about, and is never passed over in CI."""

import pytest

from tests.needs import require_module, require_program

FAILED, SKIPPED = pytest.fail.Exception, pytest.skip.Exception


@pytest.fixture(params=[require_program, require_module])
def require(request: pytest.FixtureRequest):
    return request.param


def test_a_missing_tool_skips_with_what_to_install(require, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(SKIPPED, match=r"no-such-tool is missing\. Install it so\."):
        require("no-such-tool", "Install it so.")


def test_a_missing_tool_fails_in_ci(require, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(FAILED, match="no-such-tool is missing"):
        require("no-such-tool", "Install it so.")


def test_a_program_that_is_there_gives_its_path(monkeypatch, tmp_path):
    program = tmp_path / "tool"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert require_program("tool", "") == str(program)


def test_a_module_that_is_there_is_given():
    assert require_module("json", "").loads("1") == 1
