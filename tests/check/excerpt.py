"""The lines of a file around what a case changes, for the page of a rule."""

from difflib import SequenceMatcher
from pathlib import Path

AROUND = 2
"""Lines shown before and after."""
MOST = 30
"""Lines of a file that is shown whole."""


def spots(old: list[str], new: list[str], of_new: bool) -> list[range]:
    """The lines, counted from 0, in which `old` and `new` differ: of `new`, or of `old`. Empty ranges are gaps."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [range(j1, j2) if of_new else range(i1, i2) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def lines_of(path: Path) -> list[str]:
    """The lines of the file; none if there is no such file."""
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def excerpt(lines: list[str], shown: list[range]) -> str:
    """The lines of `shown`, with some around them, without empty lines at either end; a line of dots stands for what is left out."""
    if not shown or not lines:
        shown = [range(min(len(lines), MOST))]
    wanted: set[int] = set()
    for spot in shown:
        first, last = max(spot.start - AROUND, 0), min(max(spot.stop, spot.start) + AROUND, len(lines))
        wanted |= set(range(first, last))
    out: list[str] = []
    before = None
    for n in sorted(wanted):
        if before is not None and n > before + 1:
            while out and not out[-1].strip():
                del out[-1]
            out.append("…")
        before = n
        if out and out[-1] == "…" and not lines[n].strip():
            continue  # the dots part what the empty line would
        out.append(lines[n])
    while out and not out[0].strip():
        del out[0]
    while out and not out[-1].strip():
        del out[-1]
    return "\n".join(out)


def fenced(text: str, language: str) -> str:
    """`text` in a fence that nothing in it can end."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"
