"""Clauses, definitions and schedules: from their files to model values."""

import re

import msgspec

from contract_builder.load.build_allow import build_allow
from contract_builder.load.build_answers import build_answers, check_answers
from contract_builder.load.build_parameters import build_parameters, check_parameters
from contract_builder.load.document import Document
from contract_builder.load.hints import did_you_mean
from contract_builder.load.markdown import read_body
from contract_builder.load.source import Source
from contract_builder.load.terms import runs
from contract_builder.load.textfile import TextFile, read_note, read_text_file, read_text_section
from contract_builder.model.clause import (
    PREFERRED,
    SHORT,
    Clause,
    Definition,
    ObligationSource,
    Position,
    Risk,
    Schedule,
    encode_body,
)
from contract_builder.model.diagnostic import Diagnostic

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_POSITION = "Position: "


def build_clause(source: Source, inside: str) -> tuple[Clause | None, list[Diagnostic]]:
    """The clause in `source`, which stands at `inside` ("data/council-data.md") in its library."""
    file = read_text_file(source, inside, "clause", (_POSITION, "Walk away", "Note"))
    if isinstance(file, list):
        return None, file
    document = file.document
    positions = _positions(file)
    walk_away, note = read_note(file, "Walk away"), read_note(file, "Note")
    if document:
        _check_clause(document, positions, inside, file)
    found = [*file.found, *file.reading.page.found]
    if found or document is None:
        return None, found
    data = document.data
    return Clause(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        status=data["status"],
        group=data["group"],
        order=data["order"],
        provides=tuple(data["provides"]),
        risk=msgspec.convert(data["risk"], Risk),
        file=source.file,
        positions=tuple(_with_approver(p, document) for p in positions),
        answers=tuple(data.get("answers", ())),
        law=tuple(data.get("law", ())),
        anchors={name: tuple(articles) for name, articles in data.get("anchors", {}).items()},
        requires=tuple(data.get("requires", ())),
        parameters=build_parameters(document),
        obligations=msgspec.convert(data.get("obligations", ()), tuple[ObligationSource, ...]),
        derived_from=data.get("derived_from", ""),
        walk_away=walk_away,
        note=note,
        lines=document.lines(),
        allow=build_allow(document),
        answered_by=build_answers(document),
    ), []


def _positions(file: TextFile) -> list[Position]:
    """The positions in the order of the file, which is their rank; `short` ranks with `preferred`."""
    found: list[Position] = []
    for title, section in file.sections.items():
        if not title.startswith(_POSITION):
            continue
        name = title.removeprefix(_POSITION).strip()
        if not _SLUG.fullmatch(name):
            hint = "Positions are `preferred`, `fallback` and `short`; another name has lower-case letters and hyphens."
            file.reading.note(
                "section-unknown", section.line, f"`{name}` is not the name of a position", hint
            )
        text = read_body(section, file.reading)
        rank = 0 if name == SHORT else len(found)
        found.append(Position(name, rank, section.line, encode_body(text.body), labels=text.labels))
    names = [p.name for p in found]
    line = found[0].line if found else len(file.reading.page.source.lines)
    if not names or names[0] != PREFERRED:
        hint = "The strongest position stands first, under `## Position: preferred`."
        what = "the first position is not `preferred`" if names else "the file has no position"
        file.reading.note("position-order", line, what, hint)
    if SHORT in names[:-1]:
        line = found[names.index(SHORT)].line
        file.reading.note(
            "position-order", line, "`short` stands before another position", "Move it after the others."
        )
    return found


def _with_approver(position: Position, document: Document) -> Position:
    about = document.data.get("positions", {}).get(position.name)
    if not about:
        return position
    return msgspec.structs.replace(
        position,
        approver=about["approver"],
        leaves=about["leaves"],
        requires=tuple(about.get("requires", ())),
    )


def _check_clause(document: Document, positions: list[Position], inside: str, file: TextFile) -> None:
    """Notes what is wrong between the parts of a clause, each of which is right in itself."""
    data, found = document.data, file.found
    names = tuple(p.name for p in positions)
    folder = inside.rpartition("/")[0]
    if data["group"] != folder:
        message = f"the group is `{data['group']}`, and the file stands in the folder `{folder}`"
        hint = f"Write `group: {folder}`, or move the file to the folder `{data['group']}`."
        found.append(Diagnostic("clause-in-wrong-folder", document.at_value(("group",)), message, hint))
    for name in data.get("positions", {}):
        if name not in names:
            hint = did_you_mean(name, names)
            message = f"the file has no section `## Position: {name}`"
            found.append(Diagnostic("unknown-position", document.at_key(("positions", name)), message, hint))
    for position in positions:
        known = (PREFERRED, SHORT, *data.get("positions", {}))
        if position.name not in known and _SLUG.fullmatch(position.name):
            message = f"nobody is named who may agree to the position `{position.name}`"
            hint = f"Add `positions: {{{position.name}: {{approver: head of legal services, leaves: the risk}}}}` above."
            file.reading.note("position-without-approver", position.line, message, hint)
    labels = {label for p in positions for label in p.labels}
    for index, obligation in enumerate(data.get("obligations", [])):
        if obligation["at"] not in labels:
            message = f"no item has the label `^{obligation['at']}`"
            hint = did_you_mean(obligation["at"], sorted(labels)) or "Put the label at the end of the item."
            place = document.at_value(("obligations", index, "at"))
            found.append(Diagnostic("unknown-label", place, message, hint))
    found += check_answers(document, labels)
    found += check_parameters(document, names)


def build_definition(source: Source, inside: str) -> tuple[Definition | None, list[Diagnostic]]:
    """The definition in `source`, which stands at `inside` in its library."""
    file = read_text_file(source, inside, "definition", ("Text", "Note"))
    if isinstance(file, list):
        return None, file
    text = read_text_section(file, tables=False, labels=False)
    note = read_note(file, "Note")
    found = file.found
    if file.document:
        found += _check_terms(file.document)
    found = [*found, *file.reading.page.found]
    if found or file.document is None:
        return None, found
    data = file.document.data
    return Definition(
        id=data["id"],
        term=data["term"],
        version=data["version"],
        status=data["status"],
        file=source.file,
        raw=encode_body(text.body),
        verb=data.get("verb", "means"),
        also=tuple(data.get("also", ())),
        law=tuple(data.get("law", ())),
        note=note,
        line=file.document.line(("term",)),
        allow=build_allow(file.document),
    ), []


def _check_terms(document: Document) -> list[Diagnostic]:
    """A term is found in a text by its capitals, so it must have them."""
    data = document.data
    places = [
        (data["term"], ("term",)),
        *((form, ("also", n)) for n, form in enumerate(data.get("also", []))),
    ]
    hint = "Begin each word with a capital; only `of`, `for`, `and`, `to` and `the` may stand between them."
    found: list[Diagnostic] = []
    for form, path in places:
        if runs(form) != (form,):
            message = f"the term `{form}` would not be found in a text"
            found.append(Diagnostic("term-malformed", document.at_value(path), message, hint))
    return found


def build_schedule(source: Source, inside: str) -> tuple[Schedule | None, list[Diagnostic]]:
    """The schedule in `source`, which stands at `inside` in its library."""
    file = read_text_file(source, inside, "schedule", ("Text", "Note"))
    if isinstance(file, list):
        return None, file
    text = read_text_section(file, tables=True, labels=True)
    note = read_note(file, "Note")
    found = file.found
    if file.document:
        found += check_parameters(file.document, ())
    found = [*found, *file.reading.page.found]
    if found or file.document is None:
        return None, found
    data = file.document.data
    return Schedule(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        status=data["status"],
        order=data["order"],
        file=source.file,
        raw=encode_body(text.body),
        labels=text.labels,
        law=tuple(data.get("law", ())),
        parameters=build_parameters(file.document),
        note=note,
        line=file.document.line(("id",)),
        allow=build_allow(file.document),
    ), []
