"""The Contract as one accessible, self-contained web page."""

from collections.abc import Iterable
from itertools import groupby

from contract_builder.model.contract import (
    Block,
    ClauseNode,
    Contract,
    DefinitionNode,
    ExecutionNode,
    Grid,
    Identity,
    Numbered,
    ParticularsSection,
    ScheduleNode,
)
from contract_builder.render.apparatus import COVER, Apparatus
from contract_builder.render.apparatus_html import INTERNAL, mark_html, notes_html, part_html
from contract_builder.render.html_parts import attribute, page, runs_html, scroller, text
from contract_builder.render.resolved import require_resolved
from contract_builder.render.styles import CONTRACT
from contract_builder.render.words import (
    PARTIES,
    definitions_lead,
    opening,
    part_titles,
    plain,
    schedule_title,
)


def render_html(contract: Contract, apparatus: Apparatus | None = None) -> bytes:
    """`contract` as a UTF-8 HTML page: no script, nothing fetched, nothing internal but `apparatus`.

    That is what an edition for the council adds; the supplier's has none. Numbers are text, exactly as the tree has them. Raises InternalError where a reference has no target.
    """
    require_resolved(contract)
    out: list[str] = ['<a class="skip" href="#doc-main">Skip to the contract</a>\n']
    _cover(contract, out)
    out.append(mark_html(apparatus) + notes_html(apparatus, COVER))
    _contents(contract, out)
    out.append('<main id="doc-main">\n')
    particulars, terms = part_titles(contract)
    background = f"<p>{runs_html(contract.background)}</p>"
    out.append(f"{background}\n" if contract.host else "")
    _particulars(particulars, contract.particulars, out)
    out.append(
        f'<section id="doc-terms"><h2 class="plain">{text(terms)}</h2>\n{"" if contract.host else background}</section>\n'
    )
    for clause in contract.clauses:
        _clause(clause, apparatus, out)
    if contract.execution.title:
        _execution(contract.execution, out)
    for schedule in contract.schedules:
        _schedule(schedule, definitions_lead(contract), apparatus, out)
    out.append(part_html(apparatus) + "</main>\n")
    _footer(contract.identity, out)
    identity = contract.identity
    title = f"{identity.title} ({identity.reference})" if identity.reference else identity.title
    return page(title, CONTRACT + (INTERNAL if apparatus else ""), identity.tool_version, "".join(out))


def _cover(contract: Contract, out: list[str]) -> None:
    identity = contract.identity
    facts = [
        ("Reference", text(identity.reference)),
        ("Date of this draft", text(identity.date)),
    ]
    rows = "".join(
        f'<div><dt>{label}</dt><dd class="keep">{words}</dd></div>' for label, words in facts if words
    )
    out.append(
        f'<header>\n<p class="state">{text(identity.draft)}</p>\n<h1>{text(identity.title)}</h1>\n'
        + (f'<p class="subject">{text(identity.subject)}</p>\n' if identity.subject else "")
        + (f'<dl class="facts">{rows}</dl>\n' if rows else "")
        + f'<div class="notice"><p>{text(contract.notice)}</p></div>\n'
        f"{'' if contract.host else _parties(contract)}</header>\n"
    )


def _parties(contract: Contract) -> str:
    first, second = (
        f"<p><strong>{runs_html(party)}</strong> (the <strong>{name}</strong>)</p>"
        for party, name in zip(contract.parties, PARTIES, strict=True)
    )
    return f'<div class="parties"><p>Between</p>{first}<p>and</p>{second}</div>\n'


def _contents(contract: Contract, out: list[str]) -> None:
    particulars, terms = part_titles(contract)
    out.append(
        '<nav aria-labelledby="doc-contents">\n<h2 class="plain" id="doc-contents">Contents</h2>\n<ul>\n'
        f'<li><a href="#doc-particulars">{text(particulars)}</a></li>\n'
        f'<li><a href="#doc-terms">{text(terms)}</a></li>\n'
    )
    for clause in contract.clauses:
        out.append(
            f'<li><a href="#{attribute(clause.anchor)}">'
            f'<span class="no">{text(clause.number)} </span>{text(clause.heading)}</a></li>\n'
        )
    if contract.execution.title:
        out.append(f'<li><a href="#doc-signing">{text(contract.execution.title)}</a></li>\n')
    for schedule in contract.schedules:
        out.append(f'<li><a href="#{attribute(schedule.anchor)}">{text(schedule_title(schedule))}</a></li>\n')
    out.append("</ul>\n</nav>\n")


def _particulars(title: str, sections: Iterable[ParticularsSection], out: list[str]) -> None:
    out.append(f'<section id="doc-particulars" class="particulars"><h2 class="plain">{text(title)}</h2>\n')
    for section in sections:
        rows = "".join(
            f'<tr><th scope="row">{text(row.label)}</th><td>{runs_html(row.runs)}</td></tr>\n'
            for row in section.rows
        )
        out.append(f"<table><caption>{text(section.title)}</caption><tbody>\n{rows}</tbody></table>\n")
    out.append("</section>\n")


def _clause(clause: ClauseNode, apparatus: Apparatus | None, out: list[str]) -> None:
    """Id and version travel with the clause; its position is not in the contract, because suppliers read this page."""
    out.append(
        f'<section id="{attribute(clause.anchor)}" data-clause="{attribute(clause.id)}"'
        f' data-version="{attribute(clause.version)}">\n'
        f'<h2><span class="no">{text(clause.number)} </span>{text(clause.heading)}</h2>\n'
        + notes_html(apparatus, clause.anchor)
    )
    _blocks(clause.blocks, out)
    out.append("</section>\n")


def _schedule(schedule: ScheduleNode, lead: str, apparatus: Apparatus | None, out: list[str]) -> None:
    out.append(
        f'<section class="schedule" id="{attribute(schedule.anchor)}"'
        f' data-schedule="{attribute(schedule.id)}" data-version="{attribute(schedule.version)}">\n'
        f'<h2 class="plain">{text(schedule_title(schedule))}</h2>\n' + notes_html(apparatus, schedule.anchor)
    )
    _blocks(schedule.blocks, out)
    if schedule.definitions:
        out.append(f'<p>{lead}</p>\n<dl class="terms">\n')
        for definition in schedule.definitions:
            _definition(definition, apparatus, out)
        out.append("</dl>\n")
    out.append("</section>\n")


def _definition(definition: DefinitionNode, apparatus: Apparatus | None, out: list[str]) -> None:
    """The term, then its verb and text, as one sentence whether it is seen or heard."""
    out.append(
        f'<dt id="{attribute(definition.anchor)}"><dfn>{text(definition.term)}</dfn></dt>'
        f'<dd data-definition="{attribute(definition.id)}" data-version="{attribute(definition.version)}">'
    )
    first, rest = opening(definition)
    out.append(f"<p>{text(definition.verb)} {runs_html(first)}</p>\n")
    _blocks(rest, out)
    out.append(notes_html(apparatus, definition.anchor) + "</dd>\n")


def _blocks(blocks: Iterable[Block], out: list[str]) -> None:
    """Neighbouring numbered paragraphs share a list, so that a screen reader can say how many there are."""
    for kind, group in groupby(blocks, type):
        if kind is Numbered:
            _numbered([block for block in group if isinstance(block, Numbered)], out)
            continue
        for block in group:
            if isinstance(block, Grid):
                _grid(block, out)
            elif not isinstance(block, Numbered):
                out.append(f"<p>{runs_html(block.runs)}</p>\n")


def _numbered(items: Iterable[Numbered], out: list[str]) -> None:
    """Lists by role, not by `ol`: where the style is lost, as in a paste, `ol` prints its own numbers too."""
    opened = False
    for item in items:
        if not opened:
            out.append(f'<div role="list" class="l{item.level}">')
            opened = True
        name = f' id="{attribute(item.anchor)}"' if item.anchor else ""
        out.append(
            f'<div role="listitem"{name}><p>'
            f'<span class="no">{text(item.number)} </span>{runs_html(item.runs)}</p>\n'
        )
        if item.items:
            _numbered(item.items, out)
        out.append("</div>")
    out.append("</div>\n")


def _grid(grid: Grid, out: list[str]) -> None:
    head = "".join(f'<th scope="col">{runs_html(cell)}</th>' for cell in grid.header)
    rows = "".join(
        "<tr>" + "".join(f"<td>{runs_html(cell)}</td>" for cell in row) + "</tr>\n" for row in grid.rows
    )
    caption = f"<caption>{text(grid.title)}</caption>" if grid.title else ""
    label = grid.title or "Table: " + ", ".join(plain(cell) for cell in grid.header)
    table = f"<table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>"
    out.append(scroller(label, table) + "\n")


def _execution(execution: ExecutionNode, out: list[str]) -> None:
    out.append(
        f'<section id="doc-signing" class="signatures"><h2 class="plain">{text(execution.title)}</h2>\n'
    )
    if execution.words:
        out.append(f"<p>{runs_html(execution.words)}</p>\n")
    for signatory in execution.signatories:
        lines = "".join(f"<li>{text(line)}<span></span></li>" for line in signatory.lines)
        out.append(
            f'<div class="signing"><h3>{text(signatory.party)}</h3>\n<p>{runs_html(signatory.words)}</p>\n'
            f'<ul class="sign">{lines}</ul></div>\n'
        )
    out.append("</section>\n")


def _footer(identity: Identity, out: list[str]) -> None:
    out.append(
        f"<footer><p>{text(identity.draft)}. Made from {text(identity.library)},"
        f" version {text(identity.library_version)}.</p></footer>\n"
    )
