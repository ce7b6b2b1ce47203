"""The house rules that a machine can hold: who may import whom, and what stays out of the hot path."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "contract_builder"
MAY_IMPORT = {
    "model": {"model"},
    "load": {"load", "model", "errors"},
    "triage": {"triage", "model"},
    "select": {"select", "model"},
    "assemble": {"assemble", "model", "errors"},
    "render": {"render", "model", "errors"},
    "office": {"office", "render", "errors"},
    "outputs": {"outputs", "check", "lock", "model", "errors"},
    "verification": {"verification", "render", "model", "errors"},
    "register": {"register", "render", "model", "errors"},
    "matrix": {"matrix", "select", "assemble", "model"},
    "check": {"check", "matrix", "load", "select", "assemble", "model"},
    "coverage": {"coverage", "built", "check", "select", "triage", "model"},
    "prove": {"prove", "check", "select", "assemble", "triage", "model", "errors"},
    "change": {"change", "built", "check", "load", "triage", "select", "assemble", "model"},
    "interview": {"interview", "built", "check", "load", "model"},
    "template": {"template", "load", "model", "errors"},
}
HEAVY = (
    "cerberus",
    "dd",
    "docx",
    "docxtpl",
    "holidays",
    "icalendar",
    "jinja2",
    "lxml",
    "markdown_it",
    "openpyxl",
)


def modules(package: str) -> list[Path]:
    return sorted((PACKAGE / package).rglob("*.py"))


def imports_of(path: Path, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_stands_before_it(package: str) -> None:
    for path in modules(package):
        ours = {name.split(".")[1] for name in imports_of(path) if name.startswith("contract_builder.")}
        assert ours <= MAY_IMPORT[package], f"{path} imports {ours - MAY_IMPORT[package]}"


@pytest.mark.parametrize("package", [*MAY_IMPORT, "cli"])
def test_heavy_libraries_are_imported_where_they_are_used(package: str) -> None:
    for path in modules(package):
        heavy = {name.split(".")[0] for name in imports_of(path, top_level_only=True)} & set(HEAVY)
        assert not heavy, f"{path} imports {heavy} at the top"


def test_only_the_command_line_prints() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] == "cli":
            continue
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        printed = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]
        assert not printed, f"{path} prints"


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from contract_builder.cli.main import run; code = run(['--help']);"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_no_file_outgrows_one_concept() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long
