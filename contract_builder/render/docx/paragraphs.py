"""Paragraphs, tables and blocks of text, written one after another as strings, with the hidden bookmarks around parts."""

from collections.abc import Sequence
from itertools import zip_longest

from contract_builder.errors import InternalError
from contract_builder.model.contract import Block, Grid, Numbered
from contract_builder.render.docx import fields, spacing
from contract_builder.render.docx.columns import heights
from contract_builder.render.docx.identity import Mark, MarkKind, digest_of, lines_of_xml
from contract_builder.render.docx.inline import Inline
from contract_builder.render.docx.table_words import plain_words, title_of
from contract_builder.render.docx.tables import TableSpec, table, widths_for
from contract_builder.render.docx.text import run


class Paragraphs:
    """Writes what every part is made of. `out` holds the XML so far, `marks` the parts that are finished, in order."""

    def __init__(self, cited: frozenset[str]) -> None:
        """`cited` are the anchors that references point at."""
        self.out: list[str] = []
        self.marks: list[Mark] = []
        self._cited = cited
        self._inline = Inline()
        self._runs = self._inline.runs
        self._after_table = False
        self._range: tuple[MarkKind, str, str, str, int] = ("part", "", "", "", 0)

    def _begin(self, kind: MarkKind, id_: str, version: str = "") -> str:
        """Begin the hidden bookmark of a part; comes back with its start, for its first paragraph."""
        start, end = self._inline.mark(fields.identity_name(kind, id_, version))
        self._range = (kind, id_, version, end, len(self.out))
        return start

    def _close(self) -> None:
        """End that bookmark with what was written last, and note what the part says."""
        kind, id_, version, end, first = self._range
        self.marks.append(Mark(kind, id_, version, digest_of(lines_of_xml("".join(self.out[first:])))))
        self.out[-1] = before_end(self.out[-1], end)

    def _blocks(
        self, blocks: Sequence[Block], levels: tuple[str, ...], plain: str, last_page: bool = False
    ) -> None:
        """`blocks` in order; a paragraph stays on the page of the table that it leads to, as its title if it is one.

        If a new page follows, which `last_page` says, a last paragraph without items stays whole and keeps the one before it.
        """
        last = blocks[-1] if blocks else None
        alone = last_page and not (isinstance(last, Numbered) and last.items)
        title = ""
        company = {len(blocks): spacing.ALL_LINES, len(blocks) - 1: spacing.WHOLE} if alone else {}
        for n, (block, after) in enumerate(zip_longest(blocks, blocks[1:]), 1):
            leads = isinstance(after, Grid)
            if isinstance(block, Grid):
                self._grid(block, title)
            elif leads and (title := title_of(block)):
                self._paragraph("TableTitle", run(title))
                continue
            else:
                self._block(block, levels, plain, leads=leads, ends=True, stay=company.get(n, ""))
            title = ""

    def _block(
        self,
        block: Block,
        levels: tuple[str, ...],
        plain: str,
        top: int = 1,
        leads: bool = False,
        ends: bool = False,
        stay: str = "",
    ) -> None:
        """One block. `levels` has the style of each level, from `top` down, and `plain` that of other paragraphs.

        What `leads` to a table stays with it, with some space between; `stay` is how it keeps to a page otherwise. After what
        `ends` a list of items there is more space than between them.
        """
        if isinstance(block, Numbered):
            if block.anchor in self._cited:
                inner = self._inline.inside(fields.bookmark_name(block.anchor), block.runs)
            else:
                inner = self._runs(block.runs)
            if not 0 <= block.level - top < len(levels):
                raise InternalError(f"No style for {block.full}, level {block.level}.")
            style = levels[block.level - top]
            self._paragraph(style, inner, spacing.of_block(style, bool(block.items), leads, ends, stay))
            for item, after in zip_longest(block.items, block.items[1:]):
                last = after is None
                self._block(item, levels, plain, top, leads and last, ends and last, stay if last else "")
        elif isinstance(block, Grid):
            self._grid(block)
        else:
            self._paragraph(plain, self._runs(block.runs), spacing.of_block(plain, False, leads, False, stay))

    def _grid(self, grid: Grid, title: str = "") -> None:
        """A table, which `title` stands above already."""
        if grid.title and not title:
            self._paragraph("TableTitle", run(grid.title))
        words = [[plain_words(cell) for cell in row] for row in (grid.header, *grid.rows)]
        widths = widths_for(words)
        spec = TableSpec(title or grid.title or ", ".join(words[0]), widths, lines=heights(words[1:], widths))
        header = [self._runs(cell) for cell in grid.header]
        self._table(spec, header, [[self._runs(cell) for cell in row] for row in grid.rows])

    def _table(self, spec: TableSpec, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        if self._after_table:  # Word would run the two into one
            self._paragraph("TableText", "")
        self.out.append(table(spec, header, rows))
        self._after_table = True

    def _paragraph(self, style: str, inner: str, properties: str = "") -> None:
        """One paragraph. `properties` are what its style does not say, in the order of the schema."""
        if self._after_table:
            self._after_table = False
            properties = spacing.below_table(style, properties)
        self.out.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>')


def before_end(xml: str, bookmark_end: str) -> str:
    """`xml`, with the end of a bookmark in its last paragraph; behind a table, after it."""
    if xml.endswith("</w:p>"):
        return xml.removesuffix("</w:p>") + bookmark_end + "</w:p>"
    return xml + bookmark_end
