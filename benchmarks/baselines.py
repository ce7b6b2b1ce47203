"""What a user would write instead, with docxtpl and with python-docx, each as quick as it gets.

Both start from our own slim base document, whose styles bring the numbering, and print the same words. Both do less:
no contents table, bookmarks, live references, content controls, properties or check that the file is well-formed.
"""

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject

from contract_builder.render.docx.package import BASE

_LEVELS = (("ClauseText", "ClauseLevel1", "ClauseLevel2", "ClauseLevel3"),
           ("ScheduleText", "ScheduleLevel1", "ScheduleLevel2", "ScheduleLevel3"))  # fmt: skip


class Base:
    """The base document, empty, with its styles by id: python-docx's own search by name is slow."""

    def __init__(self, data: bytes | None = None) -> None:
        self.document: DocumentObject = Document(io.BytesIO(data) if data else str(BASE))
        self.styles: dict[str, Any] = {style.style_id: style for style in self.document.styles}

    def emptied(self) -> bytes:
        """The document with no text, in no header either: what both tools start from."""
        body = self.document.element.body
        for child in list(body):
            if not child.tag.endswith("}sectPr"):
                body.remove(child)
        for section in self.document.sections:
            for part in (
                section.header,
                section.first_page_header,
                section.footer,
                section.first_page_footer,
            ):
                for paragraph in part.paragraphs:
                    paragraph.clear()
        return self.saved()

    def saved(self) -> bytes:
        """The document as the bytes of a file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def paragraph(self, words: str, style: str) -> None:
        """Adds a paragraph."""
        self.document.add_paragraph(words, self.styles[style])

    def definition(self, term: str, words: str) -> None:
        """Adds a paragraph that begins with a term in bold letters."""
        paragraph = self.document.add_paragraph(style=self.styles["Definition"])
        paragraph.add_run(term, self.styles["DefinedTerm"])
        paragraph.add_run(words)

    def table(self, rows: list[tuple[str, ...]]) -> None:
        """Adds a table, the first row its header."""
        table = self.document.add_table(len(rows), len(rows[0]), self.styles["ContractTable"])
        for n, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
            style = self.styles["TableText" if n else "TableHead"]
            for cell, words in zip(row.cells, texts, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.style = style
                paragraph.add_run(words)


def empty_base() -> bytes:
    """The document that both tools start from, made once."""
    return Base().emptied()


def with_python_docx(base: bytes, texts: dict[str, Any]) -> bytes:
    """The document, paragraph by paragraph."""
    to = Base(base)
    for words, style in _cover(texts):
        to.paragraph(words, style)
    to.paragraph("Particulars", "Heading1")
    for section in texts["sections"]:
        to.paragraph(section["title"], "TableTitle")
        to.table([("Item", "Detail"), *((row["a"], row["b"]) for row in section["rows"])])
    to.paragraph("Terms", "Heading1")
    to.paragraph(texts["background"], "Normal")
    for clause in texts["clauses"]:
        to.paragraph(clause["heading"], "Heading2")
        for paragraph in clause["paragraphs"]:
            to.paragraph(paragraph["words"], _LEVELS[0][paragraph["level"]])
    to.paragraph(texts["signatures"], "Heading1")
    to.paragraph(texts["signing"], "Normal")
    for signatory in texts["signatories"]:
        to.paragraph(signatory["words"], "SignatureWords")
        to.table([("", "To be completed by hand"), *((row["a"], "") for row in signatory["rows"])])
    for schedule in texts["schedules"]:
        to.paragraph(schedule["heading"], "ScheduleHeading")
        for definition in schedule["definitions"]:
            to.definition(definition["term"], f" {definition['verb']} {definition['words']}")
        for paragraph in schedule["paragraphs"]:
            to.paragraph(paragraph["words"], _LEVELS[1][paragraph["level"]])
        for table in schedule["tables"]:
            to.table([tuple(row.values()) for row in (table["header"], *table["rows"])])
    return to.saved()


def _cover(texts: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (texts["title"], "Title"), (texts["subject"], "Subtitle"), (texts["reference"], "CoverLine"),
        (texts["status"], "CoverLine"), ("Between", "Party"), (texts["council"], "Party"), ("and", "Party"),
        (texts["supplier"], "Party"), (texts["notice"], "Notice"),
    ]  # fmt: skip


def write_template(path: Path) -> None:
    """The docxtpl template, made once: loops over clauses, paragraphs, definitions and rows of tables."""
    to = Base(empty_base())
    names = {"title", "subject", "reference", "status", "council", "supplier", "notice"}
    placeholders = {name: f"{{{{ {name} }}}}" for name in names}
    for words, style in _cover(placeholders):
        to.paragraph(words, style)
    to.paragraph("Particulars", "Heading1")
    _loop(
        to,
        "section in sections",
        lambda: _titled_rows(to, "section", "TableTitle", "title", ("Item", "Detail"), "ab"),
    )
    to.paragraph("Terms", "Heading1")
    to.paragraph("{{ background }}", "Normal")
    _loop(to, "clause in clauses", lambda: _titled_paragraphs(to, "clause", "Heading2", _LEVELS[0]))
    to.paragraph("{{ signatures }}", "Heading1")
    to.paragraph("{{ signing }}", "Normal")
    header = ("", "To be completed by hand")
    _loop(to, "one in signatories", lambda: _titled_rows(to, "one", "SignatureWords", "words", header, "a"))
    _loop(to, "schedule in schedules", lambda: _schedule(to))
    path.write_bytes(to.saved())


def _schedule(to: Base) -> None:
    """In the template: one schedule."""
    to.paragraph("{{ schedule.heading }}", "ScheduleHeading")
    _loop(
        to, "d in schedule.definitions", lambda: to.definition("{{ d.term }}", " {{ d.verb }} {{ d.words }}")
    )
    _paragraphs(to, "schedule", _LEVELS[1])
    header = tuple(f"{{{{ table.header.{key} }}}}" for key in "abc")
    _loop(to, "table in schedule.tables", lambda: _rows(to, "table", header, "abc"))


def _loop(to: Base, over: str, inside: Any) -> None:
    to.paragraph(f"{{%p for {over} %}}", "Normal")
    inside()
    to.paragraph("{%p endfor %}", "Normal")


def _titled_paragraphs(to: Base, name: str, style: str, levels: tuple[str, ...]) -> None:
    to.paragraph(f"{{{{ {name}.heading }}}}", style)
    _paragraphs(to, name, levels)


def _paragraphs(to: Base, name: str, levels: tuple[str, ...]) -> None:
    """In the template: a paragraph for each, with the style of its level; the commonest level is tested first."""
    to.paragraph(f"{{%p for p in {name}.paragraphs %}}", "Normal")
    for nth, level in enumerate((1, 2, 3, 0)):
        to.paragraph(f"{{%p {'elif' if nth else 'if'} p.level == {level} %}}", "Normal")
        to.paragraph("{{ p.words }}", levels[level])
    to.paragraph("{%p endif %}", "Normal")
    to.paragraph("{%p endfor %}", "Normal")


def _titled_rows(to: Base, name: str, style: str, title: str, header: tuple[str, ...], keys: str) -> None:
    to.paragraph(f"{{{{ {name}.{title} }}}}", style)
    _rows(to, name, header, keys)


def _rows(to: Base, name: str, header: tuple[str, ...], keys: str) -> None:
    """In the template: a table with a row for each of the rows."""
    blank = ("",) * (len(header) - 1)
    cells = tuple(f"{{{{ row.{key} }}}}" for key in keys) + ("",) * (len(header) - len(keys))
    to.table([header, (f"{{%tr for row in {name}.rows %}}", *blank), cells, ("{%tr endfor %}", *blank)])


def with_docxtpl(template: Path, texts: dict[str, Any], environment: Any) -> bytes:
    """The document from the template. `environment` is a Jinja environment that escapes, kept between documents."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(str(template))
    document.render(texts, environment, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
