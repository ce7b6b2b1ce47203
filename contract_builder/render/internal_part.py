"""The internal part at the end: how the contract came to be, what is open, the law, and where the texts come from."""

from collections.abc import Iterable, Iterator

from contract_builder.model.annotations import Annotation, Annotations, LawCited, Provenance, Summary, Task
from contract_builder.model.contract import Contract, OpenItem
from contract_builder.model.library import TierInfo
from contract_builder.model.words import long_date
from contract_builder.render.apparatus import Apparatus, Section
from contract_builder.render.internal_notes import approver_words, changes_of, notes_of, reason_words
from contract_builder.render.kept_out import kept_out_words
from contract_builder.render.law_words import CONFIDENCE, UNVERIFIED, checked_words, status_words
from contract_builder.render.titles import Titles
from contract_builder.render.words import capital, count, from_slug, listed

ANNOTATED = "Internal only: drafting summary, open items, law and provenance"
CLEAN = "Internal only: open items and provenance"
MARK = "INTERNAL: not for the supplier"
_DELETE = "Delete this part, or build the supplier edition, before the document leaves the Council."


def annotated(annotations: Annotations, titles: Titles) -> Apparatus:
    """What the annotated edition adds: notes beside the texts, and everything else at the end, in the words of `titles`."""
    summary = annotations.summary
    sections = (
        Section(
            "Drafting summary",
            (_DELETE,),
            ("What", "In this contract"),
            tuple(_summary(summary, titles)),
            (36, 64),
        ),
        _raised(summary, titles),
        *_departures(annotations, titles),
        *_left_out(summary, titles),
        _open_items(annotations.open_items, annotations.tasks),
        _law(annotations),
        _provenance(annotations.provenance),
    )
    return Apparatus(ANNOTATED, sections, notes_of(annotations), MARK)


def clean(contract: Contract, provenance: tuple[Provenance, ...]) -> Apparatus:
    """What the clean edition adds: the blanks with their owners, and where the texts come from."""
    opening = Section("What this part is", (_DELETE,))
    return Apparatus(CLEAN, (opening, _open_items(contract.open_items, ()), _provenance(provenance)))


def _named(part: Annotation) -> str:
    """A clause or schedule by its number and title, a definition by its term."""
    return f"{part.number} {part.title}" if part.number else f"“{part.title}”"


def _summary(summary: Summary, titles: Titles) -> Iterator[tuple[str, str]]:
    triage = summary.triage
    yield "Purchase", summary.title
    yield "AI types", capital(listed(summary.ai_types))
    yield "Service area", summary.service_area
    yield "Inherent tier, which the clauses follow", _tier(triage.inherent, summary.inherent)
    yield "Residual tier, which sign-off follows", _tier(triage.residual, summary.residual)
    if info := summary.inherent:
        yield "Clauses", capital(info.posture)
        yield "Impact assessments", capital(info.impact_assessments)
        yield "Role of people", capital(info.human_role)
        yield "Testing", capital(info.testing)
        yield "Publication", capital(info.publication)
    if info := summary.residual:
        yield "Sign-off", capital(info.sign_off)
    yield "Library", summary.library
    yield "Playbooks, the nearest last", "; ".join(map(titles.playbook, summary.playbooks))


def _tier(tier: int, info: TierInfo | None) -> str:
    return f"Tier {tier}, {info.title}" if info else f"Tier {tier}"


def _raised(summary: Summary, titles: Titles) -> Section:
    """What settled the tier in words, then the answers, those that weigh most first."""
    scored = [r for r in summary.triage.reasons if r.kind in ("answer", "unknown")]
    others = tuple(titles.reason(r) for r in summary.triage.reasons if r not in scored)
    scored.sort(key=lambda reason: -reason.points)
    rows = tuple((reason.words, str(reason.points)) for reason in scored)
    return Section("What raised the tier", others, ("Answer", "Points"), rows, (88, 12))


def _departures(annotations: Annotations, titles: Titles) -> Iterator[Section]:
    summary = annotations.summary
    parts = {part.id: part for part in annotations.parts if part.kind != "definition"}
    rows = tuple(
        (
            _named(parts[d.clause]) if d.clause in parts else titles.clause(d.clause),
            changes_of(d, parts.get(d.clause)),
            d.why,
            "; ".join(approver_words(who) for who in (d.approved_by, d.legal_approver) if who),
            long_date(d.on),
        )
        for d in summary.departures
    )
    if rows:
        yield Section(
            "Departures from the playbook",
            (),
            ("Clause", "Change", "Why", "Approved by", "On"),
            rows,
            (19, 20, 28, 19, 14),
        )
    else:
        yield Section("Departures from the playbook", ("None is recorded.",))
    if summary.referrals:
        answered = tuple(
            (from_slug(r.gate), r.why, approver_words(r.approved_by), long_date(r.on))
            for r in summary.referrals
        )
        yield Section(
            "Stops that were answered for",
            (),
            ("Gate", "Why", "Approved by", "On"),
            answered,
            (22, 40, 22, 16),
        )


def _left_out(summary: Summary, titles: Titles) -> Iterator[Section]:
    """Clauses that one rule keeps out for one reason share a row."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for out in summary.left_out:
        why = (
            reason_words(out.nearest) if out.nearest else "No rule asks for it.",
            " ".join(kept_out_words(out, titles)),
            f"Yes. {reason_words(out.offer) if out.offer else ''}".strip() if out.offered else "No",
        )
        alike.setdefault(why, []).append(titles.clause(out.clause))
    rows = tuple(("; ".join(clauses), *why) for why, clauses in alike.items())
    if rows:
        header = ("Clauses", "Nearest rule", "What kept them out", "Offered")
        offered = any(out.offered for out in summary.left_out)
        shares = (26, 30, 26, 18) if offered else (20, 34, 34, 12)
        yield Section("Clauses that are left out", (), header, rows, shares)


def _open_items(blanks: Iterable[OpenItem], tasks: Iterable[Task]) -> Section:
    rows = [(capital(item.owner), item.label, item.ask) for item in blanks]
    rows += [(capital(task.owner), task.what, task.ask) for task in tasks]
    rows.sort(key=lambda row: row[0].casefold())
    if not rows:
        return Section("Open items", ("Nothing is open.",))
    return Section("Open items", (), ("Owner", "Item", "Question, or what to do"), tuple(rows), (18, 28, 54))


def _law(annotations: Annotations) -> Section:
    names = {part.anchor: part.number or f"“{part.title}”" for part in annotations.parts}
    if not annotations.law:
        return Section("Law", ("The contract rests on no law that it cites.",))
    ordered = sorted(annotations.law, key=lambda hook: hook.verified)
    doubtful = sum(not hook.verified for hook in ordered)
    words = f"{doubtful} of {count(len(ordered), 'provision')} are not verified against the primary text."
    return Section(
        "Law", (words, CONFIDENCE), ("Provision", "Status", "Last checked", "Cited by"),
        tuple(_law_row(hook, names) for hook in ordered), (27, 38, 18, 17),
    )  # fmt: skip


def _law_row(hook: LawCited, names: dict[str, str]) -> tuple[str, str, str, str]:
    warning = "" if hook.verified else f"{UNVERIFIED}."
    status = " ".join(filter(None, (warning, status_words(hook), hook.note)))
    cited = ", ".join(names[anchor] for anchor in hook.cited_by)
    return f"{capital(hook.cite)}: {hook.title}", status, checked_words(hook), cited


def _provenance(lines: Iterable[Provenance]) -> Section:
    rows = tuple(
        (
            f"{line.number} {line.title} ({line.id} {line.version}{', the Council’s own' if line.overlay else ''})",
            "; ".join(line.models) or "–",
            capital("; ".join(line.law)) or "–",
            ", ".join(finding.split(" ")[0] for finding in line.findings) or "–",
        )
        for line in lines
    )
    words = (
        "Each text with its id and version, the published models that it is like, the law that it rests on, "
        "and the findings that it answers, by their codes."
    )
    header = ("Text", "Published models", "Law", "Findings")
    return Section("Provenance", (words,), header, rows, (18, 25, 45, 12))
