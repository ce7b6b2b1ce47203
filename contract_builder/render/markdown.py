"""The Contract as Markdown that reads well raw and renders well on a code host."""

from collections.abc import Iterable, Sequence

from contract_builder.model.contract import (
    Block,
    ClauseNode,
    Contract,
    DefinitionNode,
    ExecutionNode,
    Grid,
    Numbered,
    ParticularsSection,
    Runs,
    ScheduleNode,
    TextRun,
)
from contract_builder.render.apparatus import COVER, Apparatus
from contract_builder.render.apparatus_markdown import notes_markdown
from contract_builder.render.markdown_text import edges, inline, runs_markdown
from contract_builder.render.resolved import require_resolved
from contract_builder.render.words import PARTIES, definitions_lead, opening, part_titles, schedule_title

_INDENT = "  "


def render_markdown(contract: Contract, apparatus: Apparatus | None = None) -> bytes:
    """`contract` as UTF-8 Markdown (CommonMark with tables), one paragraph to a line.

    Nothing in it is internal but `apparatus`, which an edition for the council adds. Numbers are text, exactly as the tree has them; numbered paragraphs below the first level are nested
    bullets. Raises InternalError where a reference has no target.
    """
    require_resolved(contract)
    out: list[str] = []
    host = contract.host
    _cover(contract, out)
    out += notes_markdown(apparatus, COVER)
    out.append(runs_markdown(contract.background) if host else "")
    particulars, terms = part_titles(contract)
    _particulars(particulars, contract.particulars, out)
    out += [f"## {words(terms)}", "" if host else runs_markdown(contract.background)]
    for clause in contract.clauses:
        _clause(clause, apparatus, out)
    if contract.execution.title:
        _execution(contract.execution, out)
    for schedule in contract.schedules:
        _schedule(schedule, definitions_lead(contract), apparatus, out)
    _internal(apparatus, out)
    return ("\n\n".join(part for part in out if part) + "\n").encode()


def words(text: str) -> str:
    """`text` as a paragraph of its own, a heading or a cell."""
    return edges(inline(text))


def _cover(contract: Contract, out: list[str]) -> None:
    identity = contract.identity
    out += [
        f"# {words(identity.title)}",
        words(identity.subject),
        runs_markdown((TextRun(identity.draft, "strong"),)),
    ]
    if identity.reference:
        out.append(f"Reference: {_after(identity.reference)}")
    if identity.date:
        out.append(f"Date of this draft: {_after(identity.date)}")
    out.append(f"> {words(contract.notice)}" if contract.notice else "")
    if not contract.host:
        _parties(contract, out)
    out.append(f"Made from {inline(identity.library)}, version {_after(identity.library_version)}")


def _parties(contract: Contract, out: list[str]) -> None:
    first, second = (
        runs_markdown((*party, TextRun(" (the "), TextRun(name, "strong"), TextRun(")")))
        for party, name in zip(contract.parties, PARTIES, strict=True)
    )
    out += ["Between", first, "and", second]


def _after(text: str) -> str:
    """`text` at the end of a line that other words open."""
    return runs_markdown((TextRun(text),))


def _particulars(title: str, sections: Iterable[ParticularsSection], out: list[str]) -> None:
    out.append(f"## {words(title)}")
    for section in sections:
        rows = [(words(row.label), runs_markdown(row.runs)) for row in section.rows]
        out += [f"### {words(section.title)}", _table(("Item", "Detail"), rows)]


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(header), _row(["---"] * len(header)), *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _clause(clause: ClauseNode, apparatus: Apparatus | None, out: list[str]) -> None:
    out.append(f"## {words(f'{clause.number} {clause.heading}')}")
    out += notes_markdown(apparatus, clause.anchor)
    _blocks(clause.blocks, out)


def _schedule(schedule: ScheduleNode, lead: str, apparatus: Apparatus | None, out: list[str]) -> None:
    out.append(f"## {words(schedule_title(schedule))}")
    out += notes_markdown(apparatus, schedule.anchor)
    _blocks(schedule.blocks, out)
    out.append(lead if schedule.definitions else "")
    for definition in schedule.definitions:
        _definition(definition, out)
        out += notes_markdown(apparatus, definition.anchor)


def _definition(definition: DefinitionNode, out: list[str]) -> None:
    first, rest = opening(definition)
    term, verb = TextRun(definition.term, "strong"), TextRun(f" {definition.verb} ")
    out.append(runs_markdown((term, verb, *first)))
    _blocks(rest, out)


def _internal(apparatus: Apparatus | None, out: list[str]) -> None:
    """The part that an edition adds at the end."""
    if apparatus is None:
        return
    out.append(f"## {words(apparatus.title)}")
    for section in apparatus.sections:
        out += [f"### {words(section.title)}", *map(words, section.paragraphs)]
        if section.header:
            out.append(_table(section.header, ([words(cell) for cell in row] for row in section.rows)))


def _blocks(blocks: Iterable[Block], out: list[str]) -> None:
    for block in blocks:
        if isinstance(block, Grid):
            rows = [[runs_markdown(cell) for cell in row] for row in block.rows]
            title = runs_markdown((TextRun(block.title, "strong"),)) if block.title else ""
            out += [title, _table([runs_markdown(cell) for cell in block.header], rows)]
        elif isinstance(block, Numbered):
            _numbered(block, out)
        else:
            out.append(runs_markdown(block.runs))


def _numbered(item: Numbered, out: list[str]) -> None:
    """The first level as paragraphs, those below as one nested list."""
    nested: list[str] = []
    if item.level == 1:
        out.append(_line(item))
        for below in item.items:
            _bullet(below, "", nested)
    else:
        _bullet(item, "", nested)
    out.append("\n".join(nested))


def _bullet(item: Numbered, indent: str, lines: list[str]) -> None:
    lines.append(f"{indent}- {_line(item)}")
    for below in item.items:
        _bullet(below, indent + _INDENT, lines)


def _line(item: Numbered) -> str:
    """The number, which is always followed by a space, then the words."""
    runs: Runs = (TextRun(item.number + " "), *item.runs)
    return runs_markdown(runs)


def _execution(execution: ExecutionNode, out: list[str]) -> None:
    out.append(f"## {words(execution.title)}")
    out.append(runs_markdown(execution.words))
    for signatory in execution.signatories:
        out += [f"### {words(signatory.party)}", runs_markdown(signatory.words)]
        out.append("\n".join(f"- {words(line + ':')}" for line in signatory.lines))
