"""The Contract as the body of a Word document: strings joined, with native numbering and live references.

Paragraphs carry a style and no number: the lists that are bound to the styles count them, in Word
as here. `docs/decisions/0002-strings-for-the-body.md` says why strings and not objects.
"""

from itertools import zip_longest
from typing import Literal, TypeAlias

from contract_builder.model.contract import (
    ClauseNode,
    Contract,
    DefinitionNode,
    Numbered,
    ScheduleNode,
    TextRun,
)
from contract_builder.render.apparatus import COVER
from contract_builder.render.docx import fields, spacing
from contract_builder.render.docx.columns import heights
from contract_builder.render.docx.contents import Entry, contents
from contract_builder.render.docx.cover import reference_of, status_of
from contract_builder.render.docx.extra import Extra
from contract_builder.render.docx.identity import CONTENTS, Mark, digest_of, lines_of_xml
from contract_builder.render.docx.paragraphs import Paragraphs, before_end
from contract_builder.render.docx.spacing import (
    CLAUSE_STYLES,
    DEFINITION_STYLES,
    KEEP,
    NEW_PAGE,
    SCHEDULE_STYLES,
)
from contract_builder.render.docx.table_words import plain_words
from contract_builder.render.docx.tables import FORM, TableSpec
from contract_builder.render.docx.text import run
from contract_builder.render.words import PARTIES, definitions_lead, opening, part_titles

PARTICULARS, TERMS, SIGNATURES = "part.particulars", "part.terms", "part.signatures"
Inserted: TypeAlias = Literal["", "here", "new page"]
INTERNAL, INTERNAL_BOOKMARK = "part.internal", "InternalPart"


class Body(Paragraphs):
    """Writes one contract: its parts in their order."""

    def __init__(self, contract: Contract, extra: Extra | None = None, inserted: Inserted = "") -> None:
        """`inserted` leaves out what another document has of its own: the words about the draft, and the contents.

        It says where in that document the contract begins.
        """
        super().__init__(contract.cited)
        self.contract = contract
        self.extra = extra or Extra()
        self._inserted = inserted

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
            lines = heights([(row.label, plain_words(row.runs)) for row in section.rows], FORM)
            spec = TableSpec(section.title, FORM, labels=True, lines=lines)
            self._table(spec, (run("Item"), run("Detail")), rows)
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
        begins = {"": "", "here": spacing.UNDER_HEADING, "new page": NEW_PAGE}[self._inserted]
        self._paragraph("Heading1", title + start, begins)
        if not self._inserted:
            for words in (
                f"Reference: {reference_of(contract.identity)}",
                f"Status: {status_of(contract.identity, self.extra.mark)}",
            ):
                self._paragraph("CoverLine", run(words))
        self._paragraph(
            "Normal", self._runs(contract.background), "" if self._inserted else spacing.AFTER_STATUS
        )
        if contract.notice and not self._inserted:
            self._paragraph("Notice", self.extra.around(COVER, run(contract.notice)), spacing.CLOSE_NOTICE)
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
        self._paragraph("Heading1", inner, spacing.PART_OF_SCHEDULE if self.contract.host else NEW_PAGE)

    def _clause(self, clause: ClauseNode) -> None:
        start = self._begin("clause", clause.id, clause.version)
        self._title("Heading2", clause.heading, clause.anchor, start)
        self._blocks(clause.blocks, CLAUSE_STYLES, "ClauseText", clause is self.contract.clauses[-1])
        self._close()

    def _schedule(self, schedule: ScheduleNode) -> None:
        start = self._begin("schedule", schedule.id, schedule.version)
        self._title("ScheduleHeading", f"\u2013 {schedule.heading}", schedule.anchor, start)
        self._blocks(schedule.blocks, SCHEDULE_STYLES, "ScheduleText", not schedule.definitions)
        if schedule.definitions:
            self._paragraph("ScheduleText", run(definitions_lead(self.contract)), KEEP)
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
        self._paragraph("Heading1", start + hidden + words, NEW_PAGE)
        self.out.append(self.extra.xml)
        self._close()
        self.out[-1] = before_end(self.out[-1], end)

    def _definition(self, definition: DefinitionNode) -> None:
        first, rest = opening(definition)
        term = self.extra.around(definition.anchor, run(definition.term, "term"))
        lead = term + run(f" {definition.verb} ")
        self._paragraph("Definition", lead + self._runs(first), KEEP if rest else "")
        top = min((block.level for block in rest if isinstance(block, Numbered)), default=1)
        for block, after in zip_longest(rest, rest[1:]):
            ends = not isinstance(after, Numbered)
            self._block(block, DEFINITION_STYLES, "DefinitionText", top, ends=ends)

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
