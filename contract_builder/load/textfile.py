"""What the three kinds of Markdown file share: front matter, sections and notes."""

import re
from typing import Any, NamedTuple

from contract_builder.load.document import Document
from contract_builder.load.frontmatter import split_front_matter
from contract_builder.load.hints import did_you_mean
from contract_builder.load.kinds import Kind
from contract_builder.load.markdown import BodyText, Reading, Section, read_body, read_sections
from contract_builder.load.markdown_nodes import Node
from contract_builder.load.schema.fields import SLUG
from contract_builder.load.schema.placeholders import check_placeholders
from contract_builder.load.schema.validate import validate
from contract_builder.load.source import Source
from contract_builder.load.yaml import parse_yaml
from contract_builder.model.diagnostic import Diagnostic

_INLINE_IN_NOTES = {
    "text",
    "softbreak",
    "em_open",
    "em_close",
    "strong_open",
    "strong_close",
    "link_open",
    "link_close",
}


class TextFile(NamedTuple):
    """A Markdown file: its front matter if it is valid, its sections by title, and what is wrong so far."""

    document: Document | None
    sections: dict[str, Section]
    reading: Reading
    found: list[Diagnostic]


def read_text_file(
    source: Source, inside: str, kind: Kind, titles: tuple[str, ...]
) -> TextFile | list[Diagnostic]:
    """The parts of `source`, which stands at `inside` in its library; or what keeps it from being read.

    `titles` are the sections that it may have; "Position: " stands for any position.
    """
    parts, found = split_front_matter(source)
    if parts is None:
        return found
    document, more = parse_yaml(source, parts.front, parts.front_line)
    found += more
    if document:
        more = validate(document, kind) or check_placeholders(document, kind)
        found += more + check_name(document, inside)
        document = None if more else document
    folder = inside.rpartition("/")[0]
    sections, reading = read_sections(source, folder, parts.body, parts.body_line)
    by_title: dict[str, Section] = {}
    for section in sections:
        if not section.title.startswith("Position: ") or "Position: " not in titles:
            _check_title(section, titles, reading)
        if section.title in by_title:
            reading.note(
                "section-twice", section.line, f"there are two sections `{section.title}`", "Make them one."
            )
        by_title.setdefault(section.title, section)
    return TextFile(document, by_title, reading, found)


def _check_title(section: Section, titles: tuple[str, ...], reading: Reading) -> None:
    if section.title in titles:
        return
    known = [f"{t}preferred" if t.endswith(" ") else t for t in titles]
    hint = did_you_mean(section.title, known)
    reading.note("section-unknown", section.line, f"there is no section `{section.title}`", hint)


def check_name(document: Document, inside: str) -> list[Diagnostic]:
    """A Diagnostic if the id in the front matter is not the name of the file."""
    name = inside.rpartition("/")[2].rpartition(".")[0]
    id = document.data.get("id")
    if not isinstance(id, str) or id == name or not re.fullmatch(SLUG, id):
        return []
    message = f"the id `{id}` is not the name of the file, `{name}`"
    hint = f"Write `id: {name}`, or rename the file to `{id}.md`."
    return [Diagnostic("id-not-file-name", document.at_value(("id",)), message, hint)]


def read_text_section(file: TextFile, tables: bool, labels: bool) -> BodyText:
    """The body of the section `Text`."""
    section = file.sections.get("Text")
    if section is None:
        line = len(file.reading.page.source.lines)
        file.reading.note(
            "section-missing", line, "the file has no section `## Text`", "Put the line `## Text` above it."
        )
        return BodyText((), ())
    return read_body(section, file.reading, tables, labels)


def read_note(file: TextFile, title: str) -> str:
    """The words of the section `title`: paragraphs parted by an empty line, emphasis as it was written."""
    section = file.sections.get(title)
    if section is None:
        return ""
    return "\n\n".join(_note(node, file.reading, 0) for node in section.nodes)


def _note(node: Node, reading: Reading, depth: int) -> str:
    if node.kind == "paragraph":
        token: Any = node.children[0].token
        for child in token.children or []:
            if child.type not in _INLINE_IN_NOTES:
                kind = {"html_inline": "html_block", "code_inline": "fence"}.get(child.type, child.type)
                line, last = reading.line(node), reading.first_line + token.map[1]
                lines = range(line, last)
                here = next(
                    (n for n in lines if child.content and child.content in reading.page.source.line(n)), line
                )
                reading.refuse(kind, here, child.content)
        return " ".join(line.strip() for line in token.content.split("\n"))
    if node.kind in ("ordered_list", "bullet_list") and depth < 3:
        mark = "1. " if node.kind == "ordered_list" else "- "
        entries = [
            "\n".join(_note(part, reading, depth + 1) for part in item.children) for item in node.children
        ]
        return "\n".join(mark + entry.replace("\n", "\n   ") for entry in entries)
    reading.refuse(node.kind, reading.line(node))
    return ""
