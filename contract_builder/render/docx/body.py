"""The Contract as the body of a Word document: strings joined, with native numbering and live references.

Paragraphs carry a style and no number: the lists that are bound to the styles count them, in Word
as here. `docs/decisions/0002-strings-for-the-body.md` says why strings and not objects.
"""

from collections.abc import Sequence
from itertools import zip_longest

from contract_builder.errors import InternalError
from contract_builder.model.contract import (
    Block,
    ClauseNode,
    Contract,
    DefinitionNode,
    Grid,
    Numbered,
    ScheduleNode,
    TextRun,
)
from contract_builder.render.apparatus import COVER
from contract_builder.render.docx import fields
from contract_builder.render.docx.contents import Entry, contents
from contract_builder.render.docx.cover import reference_of, status_of
from contract_builder.render.docx.extra import Extra
from contract_builder.render.docx.identity import CONTENTS, Mark, MarkKind, digest_of, lines_of_xml
from contract_builder.render.docx.inline import Inline
from contract_builder.render.docx.table_words import plain_words, title_of
from contract_builder.render.docx.tables import FORM, TableSpec, table, widths_for
from contract_builder.render.docx.text import run
from contract_builder.render.words import PARTIES, definitions_lead, opening, part_titles

CLAUSE_STYLES = ("ClauseLevel1", "ClauseLevel2", "ClauseLevel3")
SCHEDULE_STYLES = ("ScheduleLevel1", "ScheduleLevel2", "ScheduleLevel3")
DEFINITION_STYLES = ("DefinitionLevel1", "DefinitionLevel2")
PARTICULARS, TERMS, SIGNATURES = "part.particulars", "part.terms", "part.signatures"
INTERNAL, INTERNAL_BOOKMARK = "part.internal", "InternalPart"
_KEEP = "<w:keepNext/>"
_CLOSE_NOTICE = '<w:spacing w:before="240" w:after="240"/>'
_PART_OF_SCHEDULE = '<w:spacing w:before="400" w:after="160"/>'
_BEFORE_TABLE = f'{_KEEP}<w:spacing w:after="180"/>'
_AFTER_STATUS = '<w:spacing w:before="240"/>'
_AFTER_TABLE = '<w:spacing w:before="200"/>'


class Body:
    """Writes one contract. `out` holds the XML so far, `marks` the parts that are finished, in order."""

    def __init__(self, contract: Contract, extra: Extra | None = None, inserted: bool = False) -> None:
        """`inserted` leaves out what another document has of its own: the words about the draft, and the contents."""
        self.contract = contract
        self.extra = extra or Extra()
        self._inserted = inserted
        self.out: list[str] = []
        self._inline = Inline()
        self._runs = self._inline.runs
        self._after_table = False
        self.marks: list[Mark] = []
        self._range: tuple[MarkKind, str, str, str, int] = ("part", "", "", "", 0)

    def write(self) -> str:
        """The paragraphs and tables from the parties to the last schedule.

        Raises InternalError if a reference has no target, or two places have one name.
        """
        contract = self.contract
        particulars, terms = part_titles(contract)
        if contract.host:
            self._schedule_heading()
        else:
            self._cover()
            self._contents()
        self._part(PARTICULARS, particulars, "particulars")
        for section in contract.particulars:
            self._paragraph("TableTitle", run(section.title))
            rows = [(run(row.label), self._runs(row.runs)) for row in section.rows]
            self._table(TableSpec(section.title, FORM, labels=True), (run("Item"), run("Detail")), rows)
        self._close()
        self._part(TERMS, terms, "background")
        if not contract.host:
            self._paragraph("Normal", self._runs(contract.background))
        self._close()
        for clause in contract.clauses:
            self._clause(clause)
        if contract.execution.title:
            self._signatures()
        for schedule in contract.schedules:
            self._schedule(schedule)
        if self.extra.xml:
            self._extra_part()
        if self._after_table:
            self._paragraph("Normal", "")
        self._inline.require_targets()
        return "".join(self.out)

    def _cover(self) -> None:
        between = ("Between", "and")
        start = self._begin("part", "cover")
        for lead, runs, name in zip(between, self.contract.parties, PARTIES, strict=True):
            self._paragraph("PartyLead", run(lead) + start)
            start = ""
            self._paragraph("Party", self._runs(runs) + run(" (the ") + run(name, "strong") + run(")"))
        if self.contract.notice:
            self._paragraph("Notice", self.extra.around(COVER, run(self.contract.notice)))
        self._close()

    def _schedule_heading(self) -> None:
        contract, title = self.contract, run(self.contract.identity.title)
        start = self._begin("part", "cover")
        self._paragraph("Heading1", title + start, "<w:pageBreakBefore/>" if self._inserted else "")
        if not self._inserted:
            for words in (
                f"Reference: {reference_of(contract.identity)}",
                f"Status: {status_of(contract.identity, self.extra.mark)}",
            ):
                self._paragraph("CoverLine", run(words))
        self._paragraph("Normal", self._runs(contract.background), "" if self._inserted else _AFTER_STATUS)
        if contract.notice and not self._inserted:
            self._paragraph("Notice", self.extra.around(COVER, run(contract.notice)), _CLOSE_NOTICE)
        self._close()
        if not self._inserted:
            self._contents(new_page=False)

    def _contents(self, new_page: bool = True) -> None:
        self.out.append(contents(self._entries(), new_page))
        self.marks.append(Mark("frame", CONTENTS, "", digest_of(lines_of_xml(self.out[-1]))))

    def _entries(self) -> list[Entry]:
        contract = self.contract
        particulars, terms = part_titles(contract)
        signing = [Entry(1, "", contract.execution.title, SIGNATURES)] if contract.execution.title else []
        return [
            Entry(1, "", particulars, PARTICULARS),
            Entry(1, "", terms, TERMS),
            *(Entry(2, f"{c.number}.", c.heading, c.anchor) for c in contract.clauses),
            *signing,
            *(Entry(1, s.number, f"\u2013 {s.heading}", s.anchor) for s in contract.schedules),
            *([Entry(1, "", self.extra.title, INTERNAL)] if self.extra.xml else []),
        ]

    def _part(self, anchor: str, words: str, id_: str) -> None:
        """The heading of a part, which begins the range of its identity: of an agreement, on a new page."""
        start = self._begin("part", id_)
        inner = self._inline.inside(fields.bookmark_name(anchor), (TextRun(words),), start)
        if self.contract.host:
            inner = inner.replace("<w:r>", '<w:r><w:rPr><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr>')
        self._paragraph(
            "Heading1", inner, _PART_OF_SCHEDULE if self.contract.host else "<w:pageBreakBefore/>"
        )

    def _clause(self, clause: ClauseNode) -> None:
        start = self._begin("clause", clause.id, clause.version)
        self._title("Heading2", clause.heading, clause.anchor, start)
        self._blocks(clause.blocks, CLAUSE_STYLES, "ClauseText")
        self._close()

    def _schedule(self, schedule: ScheduleNode) -> None:
        start = self._begin("schedule", schedule.id, schedule.version)
        self._title("ScheduleHeading", f"\u2013 {schedule.heading}", schedule.anchor, start)
        self._blocks(schedule.blocks, SCHEDULE_STYLES, "ScheduleText")
        if schedule.definitions:
            self._paragraph("ScheduleText", run(definitions_lead(self.contract)), _KEEP)
            for definition in schedule.definitions:
                self._definition(definition)
        self._close()

    def _title(self, style: str, heading: str, anchor: str, start: str) -> None:
        """A numbered heading; `start` begins the range of its identity."""
        inner = self._inline.inside(fields.bookmark_name(anchor), (TextRun(heading),), start)
        self._paragraph(style, self.extra.around(anchor, inner))

    def _extra_part(self) -> None:
        """What an edition adds at the end, inside a bookmark: whoever goes to it selects all of it."""
        start, end = self._inline.mark(INTERNAL_BOOKMARK)
        words = self._inline.inside(fields.bookmark_name(INTERNAL), (TextRun(self.extra.title),))
        hidden = self._begin("part", "internal")
        self._paragraph("Heading1", start + hidden + words, "<w:pageBreakBefore/>")
        self.out.append(self.extra.xml)
        self._close()
        self.out[-1] = _before_end(self.out[-1], end)

    def _begin(self, kind: MarkKind, id_: str, version: str = "") -> str:
        """Begin the hidden bookmark of a part; comes back with its start, for its first paragraph."""
        start, end = self._inline.mark(fields.identity_name(kind, id_, version))
        self._range = (kind, id_, version, end, len(self.out))
        return start

    def _close(self) -> None:
        """End that bookmark with what was written last, and note what the part says."""
        kind, id_, version, end, first = self._range
        self.marks.append(Mark(kind, id_, version, digest_of(lines_of_xml("".join(self.out[first:])))))
        self.out[-1] = _before_end(self.out[-1], end)

    def _definition(self, definition: DefinitionNode) -> None:
        first, rest = opening(definition)
        term = self.extra.around(definition.anchor, run(definition.term, "term"))
        lead = term + run(f" {definition.verb} ")
        self._paragraph("Definition", lead + self._runs(first), _KEEP if rest else "")
        top = min((block.level for block in rest if isinstance(block, Numbered)), default=1)
        for block in rest:
            self._block(block, DEFINITION_STYLES, "DefinitionText", top)

    def _blocks(self, blocks: Sequence[Block], levels: tuple[str, ...], plain: str) -> None:
        """`blocks` in order; a paragraph stays on the page of the table that it leads to, as its title if it is one."""
        title = ""
        for block, after in zip_longest(blocks, blocks[1:]):
            leads = isinstance(after, Grid)
            if isinstance(block, Grid):
                self._grid(block, title)
            elif leads and (title := title_of(block)):
                self._paragraph("TableTitle", run(title))
                continue
            else:
                self._block(block, levels, plain, leads=leads)
            title = ""

    def _block(
        self, block: Block, levels: tuple[str, ...], plain: str, top: int = 1, leads: bool = False
    ) -> None:
        """One block. `levels` has the style of each level, from `top` down, and `plain` that of other paragraphs.

        What `leads` to a table stays with it, with some space between.
        """
        if isinstance(block, Numbered):
            if block.anchor in self.contract.cited:
                inner = self._inline.inside(fields.bookmark_name(block.anchor), block.runs)
            else:
                inner = self._runs(block.runs)
            if not 0 <= block.level - top < len(levels):
                raise InternalError(f"No style for {block.full}, level {block.level}.")
            keep = _KEEP if block.items else _BEFORE_TABLE if leads else ""
            self._paragraph(levels[block.level - top], inner, keep)
            for item, after in zip_longest(block.items, block.items[1:]):
                self._block(item, levels, plain, top, leads and after is None)
        elif isinstance(block, Grid):
            self._grid(block)
        else:
            self._paragraph(plain, self._runs(block.runs), _BEFORE_TABLE if leads else "")

    def _grid(self, grid: Grid, title: str = "") -> None:
        """A table, which `title` stands above already."""
        if grid.title and not title:
            self._paragraph("TableTitle", run(grid.title))
        words = [[plain_words(cell) for cell in row] for row in (grid.header, *grid.rows)]
        spec = TableSpec(title or grid.title or ", ".join(words[0]), widths_for(words))
        header = [self._runs(cell) for cell in grid.header]
        self._table(spec, header, [[self._runs(cell) for cell in row] for row in grid.rows])

    def _signatures(self) -> None:
        execution = self.contract.execution
        self._part(SIGNATURES, execution.title, "execution")
        if execution.words:
            self._paragraph("Normal", self._runs(execution.words))
        for signatory in execution.signatories:
            self._paragraph("SignatureWords", self._runs(signatory.words))
            spec = TableSpec(f"Signature of the {signatory.party}", FORM, labels=True, signing=True)
            header = (run(signatory.party), run("To be completed by hand"))
            self._table(spec, header, [(run(line), "") for line in signatory.lines])
        self._close()

    def _table(self, spec: TableSpec, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        if self._after_table:  # Word would run the two into one
            self._paragraph("TableText", "")
        self.out.append(table(spec, header, rows))
        self._after_table = True

    def _paragraph(self, style: str, inner: str, properties: str = "") -> None:
        """One paragraph. `properties` are what its style does not say, in the order of the schema."""
        if self._after_table:
            self._after_table = False
            if style in _CLOSE_TO_WHAT_IS_ABOVE:
                properties = _below_table(properties)
        self.out.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>')


def _before_end(xml: str, bookmark_end: str) -> str:
    """`xml`, with the end of a bookmark in its last paragraph; behind a table, after it."""
    if xml.endswith("</w:p>"):
        return xml.removesuffix("</w:p>") + bookmark_end + "</w:p>"
    return xml + bookmark_end


_CLOSE_TO_WHAT_IS_ABOVE = {
    "Normal", *CLAUSE_STYLES, *SCHEDULE_STYLES, *DEFINITION_STYLES, "ClauseText", "ScheduleText", "Definition",
    "DefinitionText",
}  # fmt: skip
"""The styles of paragraphs that have no space before them, and need it after a table."""


def _below_table(properties: str) -> str:
    """`properties`, with the space that a paragraph needs after a table; beside the space after it, if they state one."""
    if "<w:spacing " in properties:
        return properties.replace("<w:spacing ", '<w:spacing w:before="200" ')
    return properties + _AFTER_TABLE
