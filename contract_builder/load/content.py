"""Where the contents that come with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).absolute().parent.parent


def content_root() -> Path:
    """The folder that holds `clauses`, `playbooks` and `examples`.

    An installed package carries it inside itself; in a checkout the three stand beside the package.
    """
    inside = _PACKAGE / "content"
    return inside if inside.is_dir() else _PACKAGE.parent


def examples_root() -> Path:
    """The folder of the example briefs."""
    return content_root() / "examples"
