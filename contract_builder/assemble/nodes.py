"""Parsed blocks into printed nodes."""

from contract_builder.assemble.numbering import DEEPEST_LEVEL, FIRST_LEVEL, anchor_of, own_number
from contract_builder.assemble.references import References
from contract_builder.assemble.slots import UnknownSlot, Values
from contract_builder.model import body as source
from contract_builder.model.contract import Block, Grid, Numbered, Para, Run, Runs, TextRun
from contract_builder.model.diagnostic import Diagnostic, Place

_CLOSING = " \u00a0)]”’\"'"


class Printer:
    """Prints the blocks of one clause, schedule or definition."""

    def __init__(
        self,
        kind: str,
        owner: str,
        file: str,
        values: Values,
        references: References,
        found: list[Diagnostic],
    ) -> None:
        self.kind, self.owner, self.file = kind, owner, file
        self.values, self.references, self.found = values, references, found
        self.anchor = f"{kind}.{owner}"
        """The name of the whole: what labels are added to."""
        self._opens = kind != "definition"
        """Whether the next word opens a sentence. A definition goes on from its term: "means"."""

    def blocks(self, body: source.Body, number: str) -> tuple[Block, ...]:
        """`body` as nodes; `number` is that of the clause, or empty in a schedule or definition."""
        out: list[Block] = []
        count = 0
        for block in body:
            if isinstance(block, source.Item):
                count += 1
                out.append(self._item(block, FIRST_LEVEL[self.kind], count, number, "", self.anchor))
            elif isinstance(block, source.Paragraph):
                out.append(Para(self.runs(block.inlines)))
            else:
                out.append(Grid(self._row(block.header), tuple(self._row(row.cells) for row in block.rows)))
        return tuple(out)

    def _item(self, item: source.Item, level: int, n: int, clause: str, above: str, parent: str) -> Numbered:
        if level > DEEPEST_LEVEL:
            self.found.append(self._too_deep(item))
        own = own_number(level, n, clause)
        full = above + own
        anchor = anchor_of(self.anchor, parent, item.label, n)
        runs = self.runs(item.inlines)
        items = tuple(self._item(i, level + 1, k, clause, full, anchor) for k, i in enumerate(item.items, 1))
        return Numbered(level, own, full, runs, anchor, items)

    def _row(self, row: tuple[tuple[source.Inline, ...], ...]) -> tuple[Runs, ...]:
        cells: list[Runs] = []
        for cell in row:
            self._opens = True
            cells.append(self.runs(cell))
        self._opens = True
        return tuple(cells)

    def runs(self, inlines: tuple[source.Inline, ...]) -> Runs:
        """Words, values and references, in order."""
        out: list[Run] = []
        for inline in inlines:
            if isinstance(inline, source.Text):
                new: list[Run] = [TextRun(inline.text, inline.style)]
            elif isinstance(inline, source.Slot):
                new = self._slot(inline, out[-1].text if out and isinstance(out[-1], TextRun) else "")
            else:
                new = self._link(inline)
            if new:
                self._opens = _opens_sentence(new[-1], self._opens)
                out += new
        return tuple(out)

    def _slot(self, slot: source.Slot, before: str) -> list[Run]:
        try:
            return [self.values.run(slot.name, slot.filter, slot.style, before)]
        except UnknownSlot:
            message = (
                f"{{{{ {slot.name} }}}} names no parameter of this file and no field of the Particulars."
            )
            hint = "Declare the parameter in the front matter, or correct the name."
            self.found.append(Diagnostic("unknown-placeholder", self._place(slot.line), message, hint))
            return []

    def _link(self, link: source.Link) -> list[Run]:
        runs = self.references.runs(link, self.kind, self.owner, self._opens)
        if runs is None:
            label = f"#^{link.label}" if link.label else ""
            what = "this file" if link.kind == "here" else f"the {link.kind} {link.target}"
            message = f"The reference to {what}{label} has no target in this contract."
            hint = 'Require its topic, or give the link other words: [text](target "words to print instead").'
            self.found.append(Diagnostic("dangling-reference", self._place(link.line), message, hint))
        return runs or []

    def _too_deep(self, item: source.Item) -> Diagnostic:
        message = "The list of a definition has more than two levels, for which there are no numbers."
        return Diagnostic("list-too-deep", self._place(item.line), message, "Bring it one level up.")

    def _place(self, line: int) -> Place:
        return Place(self.file, line, 1)


def _opens_sentence(last: Run, before: bool) -> bool:
    """Whether a sentence ended with `last`; a run of spaces changes nothing."""
    if not isinstance(last, TextRun):
        return False
    words = last.text.rstrip(_CLOSING)
    return words.endswith((".", "?", "!")) if words else before
