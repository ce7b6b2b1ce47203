"""The notes beside a clause, schedule or definition: why, how far to give way, the drafting note, the law."""

import re
from collections.abc import Iterator

from contract_builder.model.annotations import Annotation, Annotations, LawCited, Rung, ValueSet
from contract_builder.model.brief import Approver, Departure
from contract_builder.model.contract import Run, Runs, TextRun
from contract_builder.model.selection import Reason
from contract_builder.model.words import long_date
from contract_builder.render.apparatus import COVER, Note, NoteLine
from contract_builder.render.law_words import UNVERIFIED, lead_of, status_words
from contract_builder.render.words import capital, count, from_slug, listed

DECISION, DRAFTING_NOTE, LAW = "Decision", "Drafting note", "Law"
_EMPHASIS = re.compile(r"(\*\*[^*]+\*\*|\*[^*]+\*)")
_LEAD = re.compile(r"\*\*([^*]+)\*\*\s*")


def notes_of(annotations: Annotations) -> dict[str, tuple[Note, ...]]:
    """The notes of the whole document, by anchor: first what was decided, then the drafting note, then the law."""
    law = {hook.id: hook for hook in annotations.law}
    found: dict[str, tuple[Note, ...]] = {COVER: (_cover(annotations),)}
    for part in annotations.parts:
        decided, note = tuple(_decision(part)), tuple(_drafting_note(part.note))
        cited = tuple(_law([law[key] for key in part.law if key in law]))
        if part.kind == "definition":  # a few lines: one note
            notes = [Note(f"{part.title}: {listed(_titles(note, cited))}", note + cited)]
        else:
            notes = [Note(DECISION, decided), Note(DRAFTING_NOTE, note), Note(LAW, cited)]
        if kept := tuple(note for note in notes if note.lines):
            found[part.anchor] = kept
    return found


def _titles(note: tuple[NoteLine, ...], cited: tuple[NoteLine, ...]) -> Iterator[str]:
    if note:
        yield DRAFTING_NOTE.lower()
    if cited:
        yield LAW.lower()


def _cover(annotations: Annotations) -> Note:
    triage = annotations.summary.triage
    unverified = sum(not hook.verified for hook in annotations.law)
    lines = [
        _line("Internal", "This edition is for the Council only. Build the supplier edition to send it.", True),
        _line("Tier", f"Inherent {triage.inherent}, residual {triage.residual}. "
              f"Score {triage.score} of 100, floor {triage.floor}."),
        _line("Departures", f"{len(annotations.summary.departures) or 'none'}."),
        _line("Open", f"{count(len(annotations.open_items), 'blank')}; {count(len(annotations.tasks), 'other item')}."),
    ]  # fmt: skip
    if unverified:
        words = f"{unverified} of {count(len(annotations.law), 'provision')} cited must be read in the primary text."
        lines.append(_line(UNVERIFIED, words, True))
    lines.append(
        _line("Where", "The drafting summary, the open items and the list of law are the last part.")
    )
    return Note("This document", tuple(lines))


def _decision(part: Annotation) -> Iterator[NoteLine]:
    for reason in part.reasons:
        yield _line("Why it is in", reason_words(reason))
    if part.position_reason:
        yield _line("Position", f"{capital(part.position)}. {reason_words(part.position_reason)}")
    for departure in part.departures:
        yield _line("Departure", departure_words(departure, part), True)
    for rung in part.ladder:
        if rung.chosen and rung.leaves:
            yield _line(f"As it stands, {rung.position}", _rung(rung), True)
        elif not rung.chosen:
            yield _line(f"Alternative, {rung.position}", _rung(rung))
    if part.walk_away:
        yield NoteLine("Walk away", emphasised(part.walk_away))
    yield from _values(part.values)


def _rung(rung: Rung) -> str:
    approved = f"Agreed by: {rung.approver}." if rung.approver else "No approval is needed."
    return f"{approved} Leaves: {rung.leaves}." if rung.leaves else approved


def _values(values: tuple[ValueSet, ...]) -> Iterator[NoteLine]:
    """Values that somebody set, each with who; then the others in one paragraph."""
    defaults: dict[str, list[str]] = {}
    for value in values:
        if value.reason.effect == "default":
            said = f"{from_slug(value.parameter)}: {value.printed}"
            defaults.setdefault(value.reason.because.rstrip("."), []).append(said)
        else:
            yield _line("Value set", f"{value.ask} {value.printed}. {reason_words(value.reason)}")
    for because, those in defaults.items():
        yield _line(f"Values by {because[:1].lower()}{because[1:]}", "; ".join(those) + ".")


def reason_words(reason: Reason) -> str:
    """A reason in its own words, with who said so: "At tier 3 … (tier-3, rule quicker-help)."."""
    rule = f"rule {reason.rule}" if reason.rule else ""
    who = ", ".join(filter(None, (reason.playbook, rule)))
    words = f"{reason.because} ({who})" if who else reason.because
    return f"{words} It overrode {reason.overrode}." if reason.overrode else words


def departure_words(departure: Departure, part: Annotation | None = None) -> str:
    """What a departure changes, why, and who approved it when."""
    what = changes_of(departure, part)
    approved = " and ".join(
        approver_words(who) for who in (departure.approved_by, departure.legal_approver) if who
    )
    return f"{what} {_sentence(departure.why)} Approved by {approved} on {long_date(departure.on)}."


def changes_of(departure: Departure, part: Annotation | None = None) -> str:
    """What a departure changes, as a sentence; `part` is what it concerns, where that is in the contract."""
    printed = {value.parameter: value.printed for value in part.values} if part else {}
    words = ["left out"] * departure.leave_out + ["added"] * departure.add
    words += [f"{departure.position} position"] if departure.position else []
    words += [f"{from_slug(n)}: {printed.get(n, v)}" for n, v in departure.values.items()]
    return f"{capital('; '.join(words))}." if words else ""


def approver_words(approver: Approver) -> str:
    """A person with their post."""
    return f"{approver.name}, {approver.role}"


def _drafting_note(note: str) -> Iterator[NoteLine]:
    for paragraph in filter(None, (text.strip() for text in note.split("\n\n"))):
        lead = _LEAD.match(paragraph)
        rest = paragraph[lead.end() :] if lead else paragraph
        yield NoteLine(lead[1].rstrip(".") if lead else "", emphasised(rest))


def _law(law: list[LawCited]) -> Iterator[NoteLine]:
    """What must be read first, then what was. What to look out for in each stands in the list at the end."""
    for hook in sorted(law, key=lambda hook: hook.verified):
        title = "" if hook.title in hook.cite else f" ({hook.title})"
        words = f"{capital(hook.cite)}{title}. {status_words(hook)} Checked {long_date(hook.checked)}."
        yield _line(lead_of(hook), words, not hook.verified)


def emphasised(text: str) -> Runs:
    """`text` with its `*emphasis*` and `**strong words**` as runs."""
    runs: list[Run] = []
    for piece in _EMPHASIS.split(" ".join(text.split())):
        if piece.startswith("**"):
            runs.append(TextRun(piece.strip("*"), "strong"))
        elif piece.startswith("*") and len(piece) > 2:
            runs.append(TextRun(piece.strip("*"), "em"))
        elif piece:
            runs.append(TextRun(piece))
    return tuple(runs)


def _line(lead: str, words: str, warning: bool = False) -> NoteLine:
    return NoteLine(lead, (TextRun(words),), warning)


def _sentence(words: str) -> str:
    return words if words.rstrip().endswith((".", "!", "?")) else f"{words.rstrip()}."
