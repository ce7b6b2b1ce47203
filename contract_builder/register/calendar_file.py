"""The dates of the register as a calendar file (RFC 5545), which Outlook and others read."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from contract_builder.model.register import Register, RegisterEntry
from contract_builder.register.extra import missing
from contract_builder.register.table import cited

_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)
"""When the events were made, as the format asks for; fixed, so that the same register gives the same bytes."""
_WARNING = timedelta(days=-7)


def calendar_of(register: Register) -> bytes:
    """An event that fills the day for each date, with a reminder a week before. What has no date is not in it.

    An event keeps its name from one build of a contract to the next, so that a calendar replaces it and has it once.
    Raises UsageError where the library for calendars is missing.
    """
    try:
        from icalendar import Alarm, Calendar, Event
    except ImportError as error:
        raise missing("icalendar", "To write a calendar file") from error
    calendar = Calendar()
    calendar.add("prodid", "-//contract-builder//register//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Obligations: {register.contract.subject or register.contract.title}")
    used: dict[str, int] = {}
    for entry in register.entries:
        said = entry.obligation
        for nth, due in enumerate(entry.dates):
            day = date.fromisoformat(due.date)
            event = Event()
            event.add("uid", _name(register, entry, nth, used))
            event.add("dtstamp", _MOMENT)
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            event.add("summary", f"{said.party}: {said.action} ({cited(said.number)})")
            event.add("description", _described(entry, due.note))
            event.add("categories", [said.party])
            event.add("transp", "TRANSPARENT")
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", said.action)
            alarm.add("trigger", _WARNING)
            event.add_component(alarm)
            calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _described(entry: RegisterEntry, note: str) -> str:
    said = entry.obligation
    lines = [
        f"Due: {said.due}",
        f"Set off by: {said.trigger}",
        f"Evidence: {said.evidence}",
        note,
        entry.note,
    ]
    return "\n".join(line for line in lines if line)


def _name(register: Register, entry: RegisterEntry, nth: int, used: dict[str, int]) -> str:
    """By contract, sentence, party and place in the series; two duties in one sentence are told apart by their order."""
    said, told = entry.obligation, register.contract
    key = "\0".join((told.reference, told.title, told.subject, said.anchor, said.party, str(nth)))
    used[key] = used.get(key, 0) + 1
    return hashlib.sha256(f"{key}\0{used[key]}".encode()).hexdigest()[:32] + "@contract-builder"
