"""The report's list of what to do next."""

from collections.abc import Iterable

from contract_builder.model.brief import Approver, Brief, Departure
from contract_builder.model.clause import PREFERRED, SHORT
from contract_builder.model.contract import Contract, OpenItem
from contract_builder.model.library import LawHook, Library
from contract_builder.model.selection import Selection
from contract_builder.model.triage import TriageResult
from contract_builder.model.words import long_date, value_words
from contract_builder.render.html_parts import attribute, bullets, cards_table, paragraph, text
from contract_builder.render.law_words import CHECKS
from contract_builder.render.report_decision import tier_of
from contract_builder.render.words import capital, count, from_slug, listed


def actions(
    brief: Brief,
    triage: TriageResult,
    library: Library,
    selection: Selection | None,
    contract: Contract | None,
) -> str:
    """Problems, blanks, sign-off, unanswered questions, law to check, departures, weaker positions."""
    numbers = {clause.id: clause.number for clause in contract.clauses} if contract else {}
    parts = {
        "Stop to answer for": paragraph("See the top of this page.") if triage.stopped else "",
        "Problems to put right": _problems(selection),
        "Blanks to fill in": _open_items(contract.open_items) if contract else "",
        "Sign-off": _sign_off(triage, library),
        "Questions that were not answered": _unanswered(triage),
        "Law to check": _law(brief, library, selection, contract, numbers) if selection else "",
        "Departures from the playbook": _departures(brief.departures, library),
        "Clauses at a second best": _weaker(library, selection, numbers) if selection else "",
    }
    return "".join(f"<h3>{title}</h3>\n{body}" for title, body in parts.items() if body)


def _problems(selection: Selection | None) -> str:
    found = selection.diagnostics if selection else ()
    return (
        bullets(
            f"<strong>{text(capital(d.level))}.</strong> {text(d.message)} {text(d.hint)}"
            f" <code>({text(str(d.place))})</code>"
            for d in found
        )
        if found
        else ""
    )


def _open_items(items: Iterable[OpenItem]) -> str:
    owners: dict[str, list[OpenItem]] = {}
    for item in items:
        owners.setdefault(item.owner, []).append(item)
    if not owners:
        return paragraph("There are none.")
    return "".join(
        cards_table(
            f"{capital(owner)}: {count(len(mine), 'blank')}",
            ["Blank", "Question"],
            [(text(item.label), text(item.ask)) for item in mine],
        )
        for owner, mine in owners.items()
    )


def _sign_off(triage: TriageResult, library: Library) -> str:
    info = tier_of(triage.residual, {tier.id: tier for tier in library.taxonomy.tiers})
    if info is None:
        return paragraph(f"The library does not say who signs off tier {triage.residual}.")
    return paragraph(f"Residual tier {triage.residual} is signed off by: {info.sign_off}.")


def _unanswered(triage: TriageResult) -> str:
    if not triage.unanswered:
        return paragraph("Every question was answered.")
    words = {reason.about: reason.words for reason in triage.reasons if reason.kind == "unknown"}
    intro = (
        "Each was scored as the worst answer. An answer in the brief can lower the tier and never raise it."
    )
    return paragraph(intro) + bullets(text(words.get(q, from_slug(q))) for q in triage.unanswered) + "\n"


def _law(
    brief: Brief,
    library: Library,
    selection: Selection,
    contract: Contract | None,
    numbers: dict[str, str],
) -> str:
    """The hooks in use that nobody has read in the primary text, or that are overdue on the brief's date."""
    cited = _citations(library, selection, contract, numbers)
    due = {hook.id for hook in library.law if hook.review_by and brief.date and hook.review_by < brief.date}
    rows = [
        _hook_row(hook, hook.id in due, cited[hook.id])
        for hook in library.law
        if hook.id in cited and (hook.confidence != "primary" or hook.id in due)
    ]
    note = "" if brief.date else paragraph("The brief has no date, so overdue reviews are not marked.")
    if not rows:
        return note + paragraph("All law that the chosen clauses cite was read in the primary text.")
    caption = f"{count(len(rows), 'provision')} to check before the contract is sent"
    return note + cards_table(caption, ["Provision", "What to check", "Last checked", "Cited by"], rows)


def _citations(
    library: Library, selection: Selection, contract: Contract | None, numbers: dict[str, str]
) -> dict[str, list[str]]:
    """Each hook in use, with the clauses, definitions and schedules that cite it."""
    cited: dict[str, list[str]] = {}
    for choice in selection.chosen:
        where = f"clause {numbers[choice.clause]}" if choice.clause in numbers else choice.clause
        for key in library.clause_by_id[choice.clause].law:
            cited.setdefault(key, []).append(where)
    definitions = {definition.id: definition for definition in library.definitions}
    for node in contract.schedules if contract else ():
        schedule = library.schedule_by_id.get(node.id)
        for key in schedule.law if schedule else ():
            cited.setdefault(key, []).append(node.number)
        for used in node.definitions:
            for key in definitions[used.id].law if used.id in definitions else ():
                cited.setdefault(key, []).append(f"the definition of {used.term}")
    return cited


def _hook_row(hook: LawHook, overdue: bool, cited: list[str]) -> list[str]:
    name = text(capital(hook.cite))
    if hook.url.startswith(("https://", "http://")):
        name = f'<a href="{attribute(hook.url)}" rel="noreferrer">{name}</a>'
    checks = [CHECKS.get(hook.confidence, ""), "Overdue for review." if overdue else "", hook.note]
    dates = long_date(hook.checked) + (f"; review due {long_date(hook.review_by)}" if hook.review_by else "")
    return [
        f'{name}<br><span class="soft">{text(hook.title)}</span>',
        f"{text(' '.join(filter(None, checks)))}<br>What it asks: {text(hook.means)}",
        f'{text(dates)} <span class="tag">{text(from_slug(hook.status))}</span>',
        text(capital(listed(dict.fromkeys(cited)))),
    ]


def _departures(departures: Iterable[Departure], library: Library) -> str:
    rows = [
        [
            text(_title(library, d.clause)),
            text(departure_words(d, library)),
            text(d.why),
            text("; ".join(filter(None, [_approver(d.approved_by), _approver(d.legal_approver)]))),
            f'<span class="number">{text(long_date(d.on))}</span>',
        ]
        for d in departures
    ]
    if not rows:
        return paragraph("None is recorded.")
    headings = ["Clause", "What differs", "Why", "Approved by", "On"]
    return cards_table(f"{count(len(rows), 'departure')} recorded in the brief", headings, rows)


def departure_words(departure: Departure, library: Library) -> str:
    """What a departure changes, as a sentence."""
    clause = library.clause_by_id.get(departure.clause)
    words = ["left out"] * departure.leave_out + ["added"] * departure.add
    if departure.position:
        words.append(f"{departure.position} position")
    for name, value in departure.values.items():
        shown = value_words(value, clause.parameter(name) if clause else None)
        words.append(f"{name.replace('_', ' ')}: {shown}")
    return capital("; ".join(words)) + "." if words else ""


def _approver(approver: Approver | None) -> str:
    return f"{approver.name}, {approver.role}" if approver else ""


def _title(library: Library, clause_id: str) -> str:
    clause = library.clause_by_id.get(clause_id)
    return clause.title if clause else from_slug(clause_id)


def _weaker(library: Library, selection: Selection, numbers: dict[str, str]) -> str:
    rows = []
    for choice in selection.chosen:
        if choice.position in (PREFERRED, SHORT):
            continue
        clause = library.clause_by_id[choice.clause]
        position = clause.position(choice.position)
        name = f"{numbers.get(clause.id, '')} {clause.title}".strip()
        approver, leaves = (position.approver, position.leaves) if position else ("", "")
        rows.append([text(name), text(choice.position), text(capital(approver)), text(capital(leaves))])
    if not rows:
        return paragraph("None: every clause stands at its preferred or its short position.")
    headings = ["Clause", "Position", "Who must approve it", "The risk it leaves"]
    return cards_table(f"{count(len(rows), 'clause')} below preferred", headings, rows)
