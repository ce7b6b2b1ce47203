"""A Brief: from valid data to a model value."""

from collections.abc import Iterator
from typing import Any

import msgspec

from contract_builder.load.document import Document, Path
from contract_builder.load.source import illegal_character, illegal_in
from contract_builder.model.brief import Brief, Departure, Referral
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.host import HostChoice


def build_brief(document: Document) -> tuple[Brief, list[Diagnostic]]:
    """The Brief in a valid `document`, and what its schema cannot say."""
    data = document.data
    triage: dict[str, Any] = data.get("triage", {})
    referrals = [
        {**entry, "line": document.at_value(("triage", "referrals", n, "gate")).line}
        for n, entry in enumerate(triage.get("referrals", []))
    ]
    departures = [
        {**entry, "line": document.at_value(("departures", n, "clause")).line}
        for n, entry in enumerate(data.get("departures", []))
    ]
    brief = Brief(
        title=data["title"],
        file=document.source.file,
        ai_types=tuple(dict.fromkeys(data["ai_types"])),
        service_area=data["service_area"],
        date=data.get("date", ""),
        facts=data.get("facts", {}),
        stops=triage.get("stops", {}),
        answers=triage.get("answers", {}),
        evidence=triage.get("evidence", {}),
        referrals=msgspec.convert(referrals, tuple[Referral, ...]),
        particulars={
            f: str(value) for f, value in data.get("particulars", {}).items() if value not in (None, "")
        },
        values=data.get("values", {}),
        execution=data.get("execution", {}),
        departures=msgspec.convert(departures, tuple[Departure, ...]),
        optional_clauses=tuple(data.get("take", ())),
        include=tuple(dict.fromkeys(data.get("include", ()))),
        host=msgspec.convert(data["host"], HostChoice) if "host" in data else None,
        lines=document.lines(),
    )
    return brief, [*_check(document), *_check_shape(document)]


def hidden_marks(document: Document) -> list[Diagnostic]:
    """Characters that a terminal obeys or a reader cannot see, where a brief does not hold words for the contract.

    The particulars and the values may hold any text: it goes into the document as it is.
    """
    found: list[Diagnostic] = []
    for path, text in _texts((), document.data):
        if path[:1] not in (("particulars",), ("values",)) and (character := illegal_in(text)):
            found.append(illegal_character(character, document.at_value(path)))
    return found


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Every text in `value`, keys included, with where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (), key
            yield from _texts((*path, key), inner)
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _texts((*path, n), inner)


def _check_shape(document: Document) -> list[Diagnostic]:
    shape, host = document.data.get("shape"), "host" in document.data
    place = document.at_value(("shape",))
    if shape == "ai-schedule" and not host:
        hint = "Add `host: {map: public-sector-contract}`, or another of `list --what hosts`."
        return [Diagnostic("host-missing", place, "an AI schedule is part of another contract", hint)]
    if shape == "agreement" and host:
        hint = "Write `shape: ai-schedule`, or take `host` out."
        return [Diagnostic("host-not-here", place, "an agreement of its own has no host", hint)]
    return []


def _check(document: Document) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for index, departure in enumerate(document.data.get("departures", [])):
        path = ("departures", index)
        ways = [key for key in ("position", "values", "leave_out", "add") if departure.get(key)]
        if not ways:
            message, hint = (
                "the departure changes nothing",
                "Give it one of: position, values, leave_out, add.",
            )
            found.append(Diagnostic("departure-empty", document.at_value((*path, "clause")), message, hint))
        if "leave_out" in ways and len(ways) > 1:
            other = next(way for way in ways if way != "leave_out")
            message = f"a clause that is left out has no `{other}`"
            found.append(
                Diagnostic(
                    "departure-conflict", document.at_key((*path, other)), message, "Delete one of the two."
                )
            )
    return found
