"""The selection report: what was decided and why, for a procurer with no lawyer at hand. Internal."""

from contract_builder.model.brief import Brief
from contract_builder.model.contract import Contract
from contract_builder.model.library import Library
from contract_builder.model.selection import Selection
from contract_builder.model.triage import TriageResult
from contract_builder.model.words import long_date
from contract_builder.render.html_parts import page, text
from contract_builder.render.report_actions import actions
from contract_builder.render.report_clauses import clauses_in, clauses_out, obligations
from contract_builder.render.report_decision import decision, stop_notice, triage_reasons
from contract_builder.render.styles import REPORT
from contract_builder.render.titles import titles_of

_TITLES = {
    "decided": "What was decided",
    "next": "What to do next",
    "in": "Clauses that are in",
    "out": "Clauses that are left out",
    "triage": "How the tier was worked out",
    "obligations": "Who must do what",
}


def render_report(
    triage: TriageResult,
    selection: Selection | None,
    library: Library,
    contract: Contract | None,
    brief: Brief,
) -> bytes:
    """The report as a UTF-8 HTML page: no script, nothing fetched.

    Without `selection` and `contract`, as after a stop, it says so in their place. Times are those of
    the inputs: what is overdue is overdue on the date of the brief. It holds positions, approvers and
    reasons, so it must never reach a supplier.
    """
    titles = titles_of(library)
    sections = {
        "decided": decision(brief, triage, library),
        "next": actions(brief, triage, library, selection, contract),
        "in": clauses_in(library, selection, contract),
        "out": clauses_out(library, selection),
        "triage": triage_reasons(triage, titles),
        "obligations": obligations(library, contract),
    }
    out = [_header(brief, library, selection), stop_notice(triage), "</header>\n", _contents()]
    out.append('<main id="main">\n')
    for number, (name, title) in enumerate(_TITLES.items(), 1):
        out.append(f'<section id="{name}">\n<h2>{number}. {title}</h2>\n{sections[name]}</section>\n')
    out.append("</main>\n<footer><p>Internal: do not send to the supplier. Not legal advice.</p></footer>\n")
    tool_version = contract.identity.tool_version if contract else ""
    title = f"Selection report (internal): {brief.title}"
    return page(f"Stop: {title}" if triage.stopped else title, REPORT, tool_version, "".join(out))


def _header(brief: Brief, library: Library, selection: Selection | None) -> str:
    made = f"Made from {library.info.name}, version {library.info.version}"
    if selection and selection.playbooks:
        made += ", with the playbooks " + "; ".join(map(titles_of(library).playbook, selection.playbooks))
    dated = f" The brief is {brief.file}" + (
        f", dated {long_date(brief.date)}." if brief.date else ", without a date."
    )
    return (
        '<a class="skip" href="#main">Skip to the report</a>\n<header>\n'
        '<div class="warn"><p><strong>Internal: do not send to the supplier.</strong> '
        "It shows what the council would settle for and who may agree to it. "
        "It is not legal advice: a lawyer must review the contract before it is sent or signed.</p></div>\n"
        f'<p class="state">Selection report</p>\n<h1>{text(brief.title)}</h1>\n'
        f"<p>{text(made)}.{text(dated)}</p>\n"
    )


def _contents() -> str:
    links = "".join(
        f'<li><a href="#{name}">{number}. {title}</a></li>\n'
        for number, (name, title) in enumerate(_TITLES.items(), 1)
    )
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>\n{links}</ul>\n</nav>\n'
