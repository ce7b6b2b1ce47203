"""The register of a contract."""

from datetime import date

from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract, Obligation, TextRun
from contract_builder.model.register import Register, RegisterDate, RegisterEntry
from contract_builder.model.words import long_date
from contract_builder.register.count import HORIZON_MONTHS, MOST, Term, dates_of
from contract_builder.register.phrases import when_of
from contract_builder.register.working_days import BeyondKnown
from contract_builder.render.obligations import obligations_of
from contract_builder.render.resolved import all_runs
from contract_builder.render.words import plain

START = "start_date"
"""The field of the Particulars that states the Start Date."""
ROLLS = "if the last day to act is not a Working Day, it is the next Working Day"
"""The words by which a contract says so."""
_ONLY = "A date stands only where the words of the obligation leave one meaning. For the others, see what sets them off."
_WORKING_DAYS = (
    "A time runs from the day after the event. Working Days leave out Saturdays, Sundays, Good Friday, "
    "Christmas Day and the bank holidays in England."
)
_NO_EVENT = {
    "start": "The Start Date is needed to know the date.",
    "end": "The End Date is needed to know the date.",
}
_UNKNOWN = "Bank holidays are not known for the year in which it falls."
_NOT_WORKING = "Not a Working Day."
_BY_RULE = "Bank holidays of that year may still change."


def register_of(contract: Contract, start_date: str = "", end_date: str = "", as_of: str = "") -> Register:
    """The obligations of `contract`, with the dates that follow from its Start Date and End Date, and no others.

    `start_date`, YYYY-MM-DD, counts where the Particulars state none. `end_date` is never in a contract, which
    may end early or be extended: who knows it gives it. `as_of` is the day of the draft: bank holidays after the year
    that follows it are worked out by rule, which the dates say. Raises UsageError for what is no date, for a Start
    Date that is not the one of the Particulars, and where the library for bank holidays is missing.
    """
    stated = stated_start(contract)
    start, end = _date(start_date, "Start Date"), _date(end_date, "End Date")
    if start and stated and start != stated:
        raise UsageError(
            f"The Particulars state the Start Date as {long_date(stated.isoformat())}.",
            "Leave --start-date out, or correct the brief and build again.",
        )
    start = start or stated
    if start and end and end < start:
        raise UsageError("The End Date is before the Start Date.", "Check the years.")
    known = _date(as_of, "date of the draft") or start
    term = Term(start, end, says_rolls(contract))
    named = obligations_of(contract)
    return Register(
        contract=named.contract,
        start_date=start.isoformat() if start else "",
        end_date=end.isoformat() if end else "",
        entries=tuple(
            _entry(o, term, known.year + 1 if known else date.max.year) for o in contract.obligations
        ),
        notes=tuple(_notes(term, known)),
    )


def stated_start(contract: Contract) -> date | None:
    """The Start Date that the Particulars state; none if they leave it open, or state more than a date."""
    for section in contract.particulars:
        for row in section.rows:
            if row.field == START and all(isinstance(run, TextRun) for run in row.runs):
                return date_of_words(plain(row.runs))
    return None


def date_of_words(words: str) -> date | None:
    """The date that `long_date` wrote; none for any other words."""
    day, _, rest = words.strip().partition(" ")
    month, _, year = rest.partition(" ")
    if not (day.isdecimal() and year.isdecimal() and day.isascii() and year.isascii() and len(year) == 4):
        return None
    for number in range(1, 13):
        iso = f"{year}-{number:02}-{int(day):02}"
        if long_date(iso) == f"{int(day)} {month} {year}":
            return date.fromisoformat(iso)
    return None


def says_rolls(contract: Contract) -> bool:
    """Whether `contract` says that a time which ends on a day that is no Working Day ends on the next."""
    return any(ROLLS in plain(runs) for runs in all_runs(contract))


def _date(text: str, what: str) -> date | None:
    if not text:
        return None
    try:
        if len(text) != len("2027-04-01"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"The {what} {text[:40]!a} is no date.", "Write YYYY-MM-DD: 2027-04-01.") from error


def _entry(obligation: Obligation, term: Term, last_year: int) -> RegisterEntry:
    when = when_of(obligation.trigger, obligation.due)
    if when is None:
        return RegisterEntry(obligation, "trigger", (), "")
    try:
        found = list(dates_of(when, term))
    except BeyondKnown:
        return RegisterEntry(obligation, "trigger", (), _UNKNOWN)
    if not found:
        missing = (term.start if when.event == "start" else term.end) is None
        note = _NO_EVENT[when.event] if missing else "It does not fall due before the End Date."
        return RegisterEntry(obligation, "trigger", (), note)
    dates = tuple(
        RegisterDate(day.isoformat(), " ".join(_about(day, other, last_year))) for day, other in found
    )
    notes = [f"Then: {when.rest}."] if when.rest else []
    if when.repeated and term.end is None:
        notes.append(f"Dates are listed for {HORIZON_MONTHS} months; it goes on until the End Date.")
    if when.at_end and term.end is None:
        notes.append("It is due at the End Date, too.")
    if len(dates) >= MOST:
        notes.append(f"Only the first {MOST} dates are listed.")
    return RegisterEntry(obligation, "repeated" if when.repeated else "date", dates, " ".join(notes))


def _about(day: date, not_working: bool, last_year: int) -> list[str]:
    return ([_NOT_WORKING] if not_working else []) + ([_BY_RULE] if day.year > last_year else [])


def _notes(term: Term, known: date | None) -> list[str]:
    notes = [_ONLY, _WORKING_DAYS]
    if term.rolls:
        notes.append("A time in days, weeks, months or years that ends on another day ends on the next Working Day, "
                     "as the contract says.")  # fmt: skip
    else:
        notes.append("The contract does not say that a time which ends on another day than a Working Day ends later; "
                     "such dates are marked.")  # fmt: skip
    if term.start is None:
        notes.append("The Start Date is not known, so no date that hangs on it is given.")
    if term.end is None:
        notes.append(
            "The End Date is not known, so no date that hangs on it is given. A contract may end early or be extended."
        )
    if known is not None:
        notes.append(f"Bank holidays after {known.year + 1} are worked out by rule; a proclamation may add or move one. "
                     "Compare them with gov.uk/bank-holidays each year.")  # fmt: skip
    return notes
