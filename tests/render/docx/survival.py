"""What of a contract is still there after a trip through another program: counted in the file that comes back."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from lxml import etree

import contract_builder as cb
from tests.contents import shipped
from tests.needs import require_program
from tests.render.docx.office import HINT, SECONDS
from tests.render.docx.word import W, parts_of, references, root_of, style_of, val

FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}
TRIPS = {"Word file saved again": ("docx",), "through ODT": ("odt", "docx"), "through RTF": ("rtf", "docx")}
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_NUMBERED = ("Heading2", "ClauseLevel1", "ClauseLevel2", "ScheduleHeading", "ScheduleLevel1")


def contract() -> bytes:
    """A contract with blanks, choices, references and tables, on which a lawyer made two comments."""
    content = shipped()
    built = cb.build(content, cb.read_brief(cb.example("homelessness-risk-list")))
    assert built.contract is not None
    opened = docx.Document(io.BytesIO(cb.render_contract(built.contract, "docx", "2026-11-24")))
    clauses = [p for p in opened.paragraphs if p.style.name == "Clause Level 1"]
    for paragraph, words in zip(
        clauses[3:30:20], ("Is this agreed?", "See the email of Monday."), strict=True
    ):
        opened.add_comment(paragraph.runs, text=words, author="A lawyer", initials="AL")
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def travelled(document: bytes, trip: tuple[str, ...], place: Path) -> bytes:
    """`document` after LibreOffice wrote it in each format of `trip` and opened it again."""
    soffice = require_program("soffice", HINT)
    file = place / "contract.docx"
    file.write_bytes(document)
    for n, kind in enumerate(trip):
        target = place / str(n)
        subprocess.run(
            [soffice, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to", FILTERS[kind],
             "--outdir", str(target), str(file)],
            check=True, capture_output=True, timeout=SECONDS,
        )  # fmt: skip
        file = target / f"contract.{kind}"
    return file.read_bytes()


def _part(document: bytes, name: str) -> Any:
    return root_of(document, name) if name in parts_of(document) else etree.Element("none")


def _comments(document: bytes) -> list[str]:
    return ["".join(c.itertext()) for c in _part(document, "word/comments.xml").iter(W + "comment")]


def _properties(document: bytes) -> list[str]:
    return [str(p.get("name")) for p in _part(document, "docProps/custom.xml").iter(_CUSTOM)]


def _titles(document: bytes) -> list[str]:
    return [t for c in root_of(document).iter(W + "sdt") if (t := val(c, "sdtPr/alias"))]


def _choices(document: bytes) -> list[str]:
    return [val(i, "", "displayText") for i in root_of(document).iter(W + "listItem")]


def _header_rows(document: bytes) -> list[str]:
    return [style_of(next(r.iter(W + "p"))) for r in root_of(document).iter(W + "tr") if r.find(f"{W}trPr/{W}tblHeader") is not None]  # fmt: skip


def _styled(document: bytes) -> list[str]:
    return [s for p in root_of(document).iter(W + "p") if (s := style_of(p)) in _NUMBERED]


def _title(document: bytes) -> list[str]:
    found = _part(document, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
    return [found] if found else []


COUNTED: dict[str, Callable[[bytes], list[Any]]] = {
    "identity of clauses and schedules (hidden bookmarks)": lambda d: [
        n for b in root_of(d).iter(W + "bookmarkStart") if (n := val(b, "", "name")).startswith("_cl_")
    ],
    "custom properties (ids, versions and hashes)": _properties,
    "live references with the right number": lambda d: [(f.bookmark, f.shown) for f in references(d)],
    "numbered headings and paragraphs by style": _styled,
    "blanks as content controls with their titles": _titles,
    "answers to choose from in blanks": _choices,
    "comments": _comments,
    "header rows of tables": _header_rows,
    "title of the document": _title,
}


def survives(before: bytes, after: bytes) -> dict[str, str]:
    """For each thing that is counted: "all", "none", or how many of how many."""
    found: dict[str, str] = {}
    for what, of in COUNTED.items():
        had, left = of(before), of(after)
        assert had, what
        kept = sum(min(had.count(one), left.count(one)) for one in set(had))
        found[what] = "all" if kept == len(had) else "none" if kept == 0 else f"{kept} of {len(had)}"
    return found


def table(measured: dict[str, dict[str, str]]) -> list[str]:
    """The rows as they stand in docs/word.md."""
    lines = [f"| what | {' | '.join(measured)} |", f"|---|{'---|' * len(measured)}"]
    return [*lines, *(f"| {what} | {' | '.join(m[what] for m in measured.values())} |" for what in COUNTED)]


if __name__ == "__main__":
    import tempfile

    whole = contract()
    rows: dict[str, dict[str, str]] = {}
    for trip_name, steps in TRIPS.items():
        with tempfile.TemporaryDirectory() as folder:
            rows[trip_name] = survives(whole, travelled(whole, steps, Path(folder)))
    print("\n".join(table(rows)))
