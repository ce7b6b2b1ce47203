"""The report on clauses: those in, those left out, and the obligations."""

from collections.abc import Iterable

from contract_builder.model.clause import Clause
from contract_builder.model.contract import Contract
from contract_builder.model.library import Library
from contract_builder.model.selection import Choice, ChosenValue, LeftOut, Reason, Selection
from contract_builder.model.words import value_words
from contract_builder.render.html_parts import bullets, cards_table, paragraph, text
from contract_builder.render.kept_out import kept_out_words
from contract_builder.render.report_actions import departure_words
from contract_builder.render.titles import Titles, titles_of
from contract_builder.render.words import (
    capital,
    count,
    from_slug,
    source_words,
)

_NOTHING = "No clauses have been chosen."


def clauses_in(library: Library, selection: Selection | None, contract: Contract | None) -> str:
    """A card for each clause that is in: identity, position, reasons, values and departures."""
    if selection is None or not selection.chosen:
        return paragraph(_NOTHING)
    numbers = {clause.id: clause.number for clause in contract.clauses} if contract else {}
    intro = (
        f"{count(len(selection.chosen), 'clause')}, in the order of the contract. "
        "Preferred is the text that the Council asks for; short is the same protection in fewer words; fallback is a second best."
    )
    cards = "".join(
        _card(choice, library.clause_by_id[choice.clause], numbers.get(choice.clause, ""), library)
        for choice in selection.chosen
    )
    return paragraph(intro) + cards


def _card(choice: Choice, clause: Clause, number: str, library: Library) -> str:
    title = text(f"{number} {clause.title}".strip())
    position = f'<span class="tag">{text(capital(choice.position))}</span>'
    rows = {
        "Clause": f"<code>{text(clause.id)}</code> version {text(choice.version)}",
        "Position": f"{position} {_reason(choice.position_reason)}",
        "Why it is in": bullets(map(_reason, choice.reasons)),
        "Values": bullets(_value(value, clause) for value in choice.values) if choice.values else "",
        "Departures": bullets(text(departure_words(d, library)) for d in choice.departures)
        if choice.departures
        else "",
    }
    body = "".join(f"<div><dt>{label}</dt><dd>{words}</dd></div>\n" for label, words in rows.items() if words)
    return f'<section class="card"><h3>{title}</h3>\n<dl>\n{body}</dl></section>\n'


def _reason(reason: Reason) -> str:
    source = source_words(reason)
    words = text(reason.because)
    if reason.overrode:
        words += f" It overrode <code>{text(reason.overrode)}</code>."
    return f"{words} <code>({text(source)})</code>" if source else words


def _value(value: ChosenValue, clause: Clause) -> str:
    parameter = clause.parameter(value.parameter)
    ask = parameter.ask if parameter else from_slug(value.parameter)
    shown = f'{text(ask)} <strong class="keep">{text(value_words(value.value, parameter))}</strong>'
    if value.reason.effect == "default":
        return f"{shown} (the default)"
    return f"{shown}: {_reason(value.reason)}"


def clauses_out(library: Library, selection: Selection | None) -> str:
    """Each clause that is out: the nearest rule, the facts that failed it, and whether it is offered."""
    if selection is None:
        return paragraph(_NOTHING)
    if not selection.left_out:
        return paragraph("None: every clause of the library is in.")
    offered = [out for out in selection.left_out if out.offered]
    others = [out for out in selection.left_out if not out.offered]
    titles = titles_of(library)
    intro = "To take a clause that is offered, add its id to the brief, under take." if offered else ""
    return (
        (paragraph(intro) if intro else "")
        + _out_table(f"{count(len(offered), 'clause')} offered", offered, titles)
        + _out_table(f"{count(len(others), 'clause')} not offered", others, titles)
    )


def _out_table(caption: str, left_out: list[LeftOut], titles: Titles) -> str:
    if not left_out:
        return ""
    headings = ["Clause", "Nearest rule", "What kept it out", "Offered"]
    return cards_table(caption, headings, (_out_row(out, titles) for out in left_out))


def _out_row(out: LeftOut, titles: Titles) -> list[str]:
    return [
        f'{text(titles.clause(out.clause))}<br><code class="soft">{text(out.clause)}</code>',
        _reason(out.nearest) if out.nearest else "No rule asks for it.",
        "<br>".join(map(text, kept_out_words(out, titles))),
        "Yes" if out.offered else "No",
    ]


def obligations(library: Library, contract: Contract | None) -> str:
    """Who must do what, by when, on what trigger, with what evidence."""
    if contract is None or not contract.obligations:
        return paragraph("No obligations are recorded.")
    parties: Iterable[str] = dict.fromkeys(o.party for o in contract.obligations)
    tally = "; ".join(f"{party} {sum(o.party == party for o in contract.obligations)}" for party in parties)
    rows = [
        [
            f'<span class="number">{text(o.number)}</span>',
            f'<span class="number">{text(o.party)}</span>',
            text(o.action),
            text(o.trigger),
            text(o.due),
            text(o.evidence),
        ]
        for o in contract.obligations
    ]
    headings = ["Clause", "Who", "Must do what", "When it arises", "By when", "Evidence"]
    return cards_table(f"{count(len(rows), 'obligation')} ({tally})", headings, rows)
