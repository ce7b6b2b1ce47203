"""Markdown, of which clauses use a small part: what is not in it is refused, never dropped."""

import re
from typing import NamedTuple

from contract_builder.load.inline import Inside, parse_inside
from contract_builder.load.markdown_nodes import REFUSED, Node, parse
from contract_builder.load.source import Source
from contract_builder.load.stray import Page
from contract_builder.model.body import Block, Body, Item, Paragraph, Row, Table
from contract_builder.model.diagnostic import Diagnostic

MAX_LEVELS = 3
MAX_LINE = 20_000
MAX_TEXT = 100_000
MAX_LINES = 3_000
MAX_MARKS = 3_000
_MARKS = "[*_`<&|{"
_INDENT = 3
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


class Section(NamedTuple):
    """A section: the words after `## `, and what stands under them."""

    title: str
    line: int
    nodes: list[Node]


class BodyText(NamedTuple):
    """A body, and the labels in it, in order."""

    body: Body
    labels: tuple[str, ...]


class Reading(NamedTuple):
    """One Markdown text that is being read."""

    page: Page
    first_line: int
    """The line of the file on which the text begins."""

    def line(self, node: Node) -> int:
        """The line of the file on which `node` begins."""
        return self.first_line + int((node.token.map or (0, 0))[0])

    def refuse(self, kind: str, line: int, words: str = "") -> None:
        """Notes that a `kind` of thing stands on `line`, or in some words of it, where it cannot."""
        rule, message, hint = REFUSED.get(
            kind, ("markdown-other", f"this ({kind}) cannot be used here", "Take it out.")
        )
        self.note(rule, line, message, hint, words)

    def note(self, rule: str, line: int, message: str, hint: str, words: str = "") -> None:
        """Notes a problem with the whole of `line`, or with some words in it."""
        self.page.found.append(Diagnostic(rule, self.page.source.place_of(words, line), message, hint))


def read_sections(source: Source, folder: str, text: str, first_line: int) -> tuple[list[Section], Reading]:
    """The sections of `text`, which begins on `first_line` of `source`, a file in `folder` of the library."""
    reading = Reading(Page(source, folder, []), first_line)
    lines = text.split("\n")
    if problem := _too_much(text, len(lines)):
        reading.note("markdown-too-long", first_line, problem, "Split it into several files.")
        return [], reading
    for number, line in enumerate(lines):
        if len(line) > MAX_LINE:
            reading.note("markdown-too-long", first_line + number, f"this line has more than {MAX_LINE:,} characters",
                         "Break lines at sentences and phrases.")  # fmt: skip
            lines[number] = line[:MAX_LINE]
    nodes, references = parse("\n".join(lines))
    for number in references:
        reading.refuse("reference", first_line + number)
    return _sections(nodes, reading), reading


def _too_much(text: str, lines: int) -> str:
    """Why `text` is more than a parser reads in a moment; its time grows with the square of these numbers."""
    if len(text) > MAX_TEXT:
        return f"the text has more than {MAX_TEXT:,} characters"
    if lines > MAX_LINES:
        return f"the text has more than {MAX_LINES:,} lines"
    if sum(map(text.count, _MARKS)) > MAX_MARKS:
        return f"the text has more than {MAX_MARKS:,} of the marks {_MARKS}"
    return ""


def _sections(nodes: list[Node], reading: Reading) -> list[Section]:
    sections: list[Section] = []
    before = False
    for node in nodes:
        if node.kind == "heading" and node.token.markup == "##":
            sections.append(Section(node.children[0].token.content.strip(), reading.line(node), []))
        elif sections:
            sections[-1].nodes.append(node)
        elif not before:
            before = True
            reading.note("section-missing", reading.line(node), "this text stands before the first section",
                         "Put a line such as `## Position: preferred` or `## Text` above it.")  # fmt: skip
    return sections


def read_body(section: Section, reading: Reading, tables: bool = False, labels: bool = True) -> BodyText:
    """The body under `section`; `tables` and `labels` say whether it may have them."""
    found: list[str] = []
    blocks: list[Block] = []
    for node in section.nodes:
        if node.kind == "paragraph":
            blocks.append(_paragraph(node, reading))
        elif node.kind == "ordered_list":
            blocks.extend(_items(node, reading, 1, found, labels))
        elif node.kind == "table" and tables:
            blocks.append(_table(node, reading))
        else:
            reading.refuse(node.kind, reading.line(node))
    if not section.nodes:
        reading.note(
            "section-empty",
            section.line,
            f"the section `{section.title}` has no text",
            "Write it, or delete it.",
        )
    return BodyText(tuple(blocks), tuple(found))


def _paragraph(node: Node, reading: Reading) -> Paragraph:
    line = reading.line(node)
    token = node.children[0].token
    if token.content.lstrip().startswith("|"):
        reading.note("markdown-table", line, "this is not a table, as its second line does not fit the first",
                     "Give the line of hyphens as many cells as the header: `| --- | --- |`.")  # fmt: skip
    inside = parse_inside(token, line, reading.page, condition=True)
    return Paragraph(inside.inlines, inside.condition, inside.terms, line)


def _items(node: Node, reading: Reading, level: int, labels: list[str], labelled: bool) -> list[Item]:
    if level > MAX_LEVELS:
        reading.note("markdown-too-deep", reading.line(node), f"a list has at most {MAX_LEVELS} levels",
                     "Bring it one level up, or make it a new item at the top.")  # fmt: skip
        return []
    return [_item(child, reading, level, labels, labelled) for child in node.children]


def _item(node: Node, reading: Reading, level: int, labels: list[str], labelled: bool) -> Item:
    line = reading.line(node)
    _check_number(node, reading, line, level)
    inside = Inside((), "", None, ())
    first, rest = (node.children[0], node.children[1:]) if node.children else (None, [])
    if first is not None and first.kind == "paragraph":
        inside = parse_inside(
            first.children[0].token, reading.line(first), reading.page, label=labelled, condition=True
        )
    else:
        reading.note(
            "item-empty",
            line,
            "this item has no words of its own",
            "Write them after `1.`, or delete the item.",
        )
        rest = node.children
    if inside.label in labels and inside.label:
        reading.note("label-twice", line, f"the label `^{inside.label}` stands twice in this section",
                     "Give each item a label of its own.", f"^{inside.label}")  # fmt: skip
    elif inside.label:
        labels.append(inside.label)
    items: list[Item] = []
    for below in rest:
        if below.kind == "ordered_list" and not items:
            items = _items(below, reading, level + 1, labels, labelled)
        elif below.kind in ("paragraph", "ordered_list"):
            reading.note("item-paragraph", reading.line(below), "an item has one paragraph, and then at most one list",
                         "Make this an item of its own, or join it to the paragraph above.")  # fmt: skip
        else:
            reading.refuse(below.kind, reading.line(below))
    return Item(inside.inlines, inside.label, inside.condition, tuple(items), inside.terms, line)


def _check_number(node: Node, reading: Reading, line: int, level: int) -> None:
    text = reading.page.source.line(line)
    typed = f"{node.token.info}{node.token.markup}"
    if typed != "1.":
        year = len(node.token.info) > 2
        hint = "Write `1.` for every item: numbers are made when the contract is printed."
        if year:
            hint = "If it is a year or a number that begins a line, move it to the end of the line above."
        reading.note("list-number", line, f"an item begins with `{typed}`", hint, typed)
        return
    indent = len(text) - len(text.lstrip(" "))
    wanted = _INDENT * (level - 1)
    if indent != wanted and text.lstrip(" ").startswith("1."):
        reading.note("list-indent", line, f"an item of level {level} begins after {wanted} spaces, and this after {indent}",
                     "Indent a nested list by three spaces for each level.")  # fmt: skip


def _table(node: Node, reading: Reading) -> Table:
    rows = [row for part in node.children for row in part.children]
    width = len(rows[0].children)
    read: list[Row] = []
    for row in rows:
        line = reading.line(row)
        text = reading.page.source.line(line).strip().removeprefix("|")
        if (
            len(_UNESCAPED_PIPE.findall(text.removesuffix("|") if not text.endswith("\\|") else text)) + 1
            != width
        ):
            reading.note("table-cells", line, f"this row does not have {width} cells, as the header has",
                         "Give each row as many cells as the header; for a bar in a cell write `\\|`.")  # fmt: skip
        insides = [
            _cell(cell, line, reading, bool(read) and cell is row.children[0]) for cell in row.children
        ]
        terms = dict.fromkeys(term for inside in insides for term in inside.terms)
        condition = insides[0].condition if insides else None
        read.append(Row(tuple(inside.inlines for inside in insides), condition, tuple(terms), line))
    if any(cell.token.attrs for cell in rows[0].children):
        reading.note(
            "table-alignment",
            reading.line(node) + 1,
            "columns cannot be aligned",
            "Write `---`, without colons.",
        )
    header = read[0]
    return Table(header.cells, tuple(read[1:]), header.terms, reading.line(node))


def _cell(cell: Node, line: int, reading: Reading, condition: bool) -> Inside:
    """What a cell holds; `condition` says whether it is the first of a row, which a condition may open."""
    token = cell.children[0].token if cell.children else None
    if token is None or not token.content.strip():
        return Inside((), "", None, ())
    return parse_inside(token, line, reading.page, condition=condition)
