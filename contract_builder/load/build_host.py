"""Host maps and the words of the AI schedule: from valid data to model values."""

from typing import Any

import msgspec

from contract_builder.load.document import Document
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.host import Host, Opening

PARTIES = ("Council", "Supplier", "Contract")
"""The terms that every host has a word for."""
HOSTS = "hosts"


def build_host(document: Document) -> tuple[Host, list[Diagnostic]]:
    """A host map."""
    data: dict[str, Any] = dict(document.data)
    data["id"] = data.pop("host")
    data["terms"] = [
        {"term": term, "line": document.line(("terms", term)), **entry}
        for term, entry in data["terms"].items()
    ]
    data["covers"] = [
        {**entry, "line": document.at_value(("covers", n, "id")).line}
        for n, entry in enumerate(data.get("covers", ()))
    ]
    data["file"], data["lines"] = document.source.file, document.lines()
    return msgspec.convert(data, Host), [
        *_name(document), *_terms(document), *_covers(document), *_precedence(document),
    ]  # fmt: skip


def _name(document: Document) -> list[Diagnostic]:
    folder, _, name = document.source.file.rpartition("/")
    id = document.data["host"]
    if not folder.endswith(f"/{HOSTS}") or name == f"{id}.yaml":
        return []
    place = document.at_value(("host",))
    hint = f"Call the file {id}.yaml, or the map {name.removesuffix('.yaml')}."
    return [Diagnostic("host-in-wrong-file", place, f"the map is `{id}`, and its file is {name}", hint)]


def _terms(document: Document) -> list[Diagnostic]:
    place = document.at_key(("terms",))
    return [
        Diagnostic(
            "host-term-missing",
            place,
            f"the map does not say what the host calls the {term}",
            f"Add `{term}: {{says: …}}`, even where the host's word is the same.",
        )
        for term in PARTIES
        if term not in document.data["terms"]
    ]


def _covers(document: Document) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    seen: set[str] = set()
    for n, entry in enumerate(document.data.get("covers", ())):
        place = document.at_value(("covers", n, "id"))
        if entry["id"] in seen:
            found.append(Diagnostic("id-twice", place, f"`{entry['id']}` stands here twice", "Rename one."))
        seen.add(entry["id"])
        if ("topic" in entry) == ("clause" in entry):
            hint = "Name one of the two: a `topic`, with every clause that provides it, or one `clause`."
            found.append(Diagnostic("host-cover", place, "it names a topic and a clause, or neither", hint))
        elif "items" in entry and "clause" not in entry:
            hint = "Name the `clause` that the items stand in."
            found.append(Diagnostic("host-cover", place, "it names items of no clause", hint))
        elif "items" not in entry and "words" not in entry:
            hint = "Add `words: the terms of this Contract on …`, which print where a clause refers to it."
            found.append(
                Diagnostic("host-cover", place, "nothing prints in place of a reference to it", hint)
            )
    return found


def _precedence(document: Document) -> list[Diagnostic]:
    data = document.data["precedence"]
    if data["prevails"] or data.get("advice"):
        return []
    hint = "Add `advice:` with what the council can do, such as to name the schedule in the order form."
    place = document.at_key(("precedence", "prevails"))
    return [
        Diagnostic("host-precedence", place, "the schedule does not prevail, and there is no advice", hint)
    ]


def build_opening(document: Document) -> tuple[Opening, list[Diagnostic]]:
    """`ai-schedule.yaml`."""
    return msgspec.convert(document.data, Opening), []
