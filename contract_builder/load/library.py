"""Loads a library, and a council's overlay with it."""

from pathlib import Path
from typing import Any, NamedTuple

from contract_builder.load.cache import Cache
from contract_builder.load.files import Entry, digest_of, list_files
from contract_builder.load.hints import did_you_mean
from contract_builder.load.kinds import Kind
from contract_builder.load.records import Records
from contract_builder.load.result import Loaded, loaded
from contract_builder.model.clause import Clause, Definition, Schedule
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.wording import Wording

_TABLES: dict[str, Kind] = {
    "library.yaml": "library",
    "topics.yaml": "topics",
    "findings.yaml": "findings",
    "law.yaml": "law",
    "taxonomy.yaml": "taxonomy",
    "particulars.yaml": "particulars",
    "execution.yaml": "execution",
}
_OPTIONAL: dict[str, Kind] = {
    "anchors.yaml": "anchors",
    "wording.yaml": "wording",
    "ai-schedule.yaml": "opening",
    "notice.yaml": "notice",
}
"""Tables that a library may do without."""


class _Found(NamedTuple):
    """A clause, definition or schedule, and the file that it stands in."""

    value: Any
    entry: Entry
    in_overlay: bool


def load_library(root: Path, overlay: Path | None = None, cache: Cache | None = None) -> Loaded[Library]:
    """The library in `root`/clauses, with the clauses, definitions and schedules in `overlay`/clauses.

    There is no library where an error stands in its way; the errors of all files come together.
    """
    records = Records()
    tables: dict[Kind, Any] = {}
    texts: dict[Kind, list[_Found]] = {"clause": [], "definition": [], "schedule": [], "host": []}
    _read_folder(root / "clauses", records, tables, texts, cache)
    if overlay is not None and (overlay / "clauses").is_dir():
        _read_folder(overlay / "clauses", records, tables, texts, cache, overlay.resolve().name)
    found = records.found
    found += _check_ids(texts)
    found += _check_terms(texts["definition"])
    if info := tables.get("library"):
        found += _check_groups(texts["clause"], [group.id for group in info.groups])
    if not set(_TABLES.values()) <= tables.keys() or any(d.level == "error" for d in found):
        return loaded(None, found)
    clauses: tuple[Clause, ...] = tuple(f.value for f in texts["clause"])
    definitions: tuple[Definition, ...] = tuple(f.value for f in texts["definition"])
    schedules: tuple[Schedule, ...] = tuple(f.value for f in texts["schedule"])
    library = Library(
        info=tables["library"],
        clauses=clauses,
        definitions=definitions,
        schedules=schedules,
        law=tables["law"],
        findings=tables["findings"],
        topics=tables["topics"],
        taxonomy=tables["taxonomy"],
        particulars=tables["particulars"],
        execution=tables["execution"],
        digest=digest_of(records.digests),
        files=records.digests,
        overlay_clauses=tuple(f.value.id for f in texts["clause"] if f.in_overlay),
        anchors=tables.get("anchors", ()),
        wording=tables.get("wording", Wording()),
        hosts=tuple(f.value for f in texts["host"]),
        opening=tables.get("opening"),
        notice=tables.get("notice"),
    )
    return loaded(library, found)


def _read_folder(
    folder: Path,
    records: Records,
    tables: dict[Kind, Any],
    texts: dict[Kind, list[_Found]],
    cache: Cache | None,
    overlay: str = "",
) -> None:
    """Reads every file in `folder` into `tables` and `texts`. `overlay` names the overlay, if it is one."""
    entries, problems = list_files(folder, f"{overlay}/clauses" if overlay else "")
    records.found += problems
    shelf = cache.shelf(folder, "library") if cache else None
    for entry in entries:
        kind = _kind(entry, bool(overlay))
        if isinstance(kind, Diagnostic):
            records.found.append(kind)
            continue
        value = records.load(kind, entry, shelf)
        if value is None:
            continue
        if kind in texts:
            texts[kind].append(_Found(value, entry, bool(overlay)))
        else:
            tables[kind] = value
    if shelf is not None:
        shelf.save()
    present = {entry.inside for entry in entries}
    if entries and not overlay:
        label = entries[0].file.partition("/")[0]
        records.found += [
            Diagnostic("file-missing", Place(f"{label}/{name}"), "the library has no such file", "Add it.")
            for name in _TABLES
            if name not in present
        ]


def _kind(entry: Entry, in_overlay: bool) -> Kind | Diagnostic:
    """What the file is, by its place; or why it should not be there."""
    folder, _, name = entry.inside.rpartition("/")
    if folder and "/" not in folder and name.endswith(".md"):
        return "definition" if folder == "definitions" else "schedule" if folder == "schedules" else "clause"
    if folder == "hosts" and name.endswith(".yaml"):
        return "host"
    if not folder and (kind := _TABLES.get(name) or _OPTIONAL.get(name)):
        if not in_overlay:
            return kind
        hint = "An overlay holds clauses, definitions, schedules and playbooks; delete this file."
        return Diagnostic("overlay-file", Place(entry.file), f"an overlay cannot change `{name}`", hint)
    hint = "Clauses are `<group>/<id>.md`, definitions `definitions/<id>.md`, schedules `schedules/<id>.md`."
    if not folder and name.endswith((".yaml", ".yml")):
        hint = did_you_mean(name, [*_TABLES, *_OPTIONAL])
    return Diagnostic("unexpected-file", Place(entry.file), "this file is not a part of a library", hint)


def _check_ids(texts: dict[Kind, list[_Found]]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for kind, entries in texts.items():
        first: dict[str, _Found] = {}
        for one in entries:
            other = first.setdefault(one.value.id, one)
            if other is one:
                continue
            id = one.value.id
            place = one.entry.place(id)
            if one.in_overlay and not other.in_overlay:
                message = f"the library has a {kind} `{id}` already, and an overlay cannot change it"
                hint = f"Give this one an id of its own, and `derived_from: {id}@{other.value.version}`."
                if kind != "clause":
                    hint = "Give this one an id of its own."
                found.append(Diagnostic("overlay-edits-library", place, message, hint))
            else:
                message = f"the {kind} `{id}` stands also in {other.entry.file}"
                found.append(Diagnostic("id-twice", place, message, "Give one of them another id."))
    return found


def _check_terms(definitions: list[_Found]) -> list[Diagnostic]:
    """Terms, and other forms of terms, that two definitions have."""
    found: list[Diagnostic] = []
    first: dict[str, _Found] = {}
    for one in definitions:
        for form in (one.value.term, *one.value.also):
            other = first.setdefault(form, one)
            if other.value.id == one.value.id:
                continue
            if one.in_overlay and not other.in_overlay:
                rule, hint = "overlay-edits-library", "Define another term; the library's definitions stand."
            else:
                rule, hint = "term-twice", "Delete one of the two, or give one of them another term."
            message = f"the term `{form}` is defined also in {other.entry.file}"
            found.append(Diagnostic(rule, one.entry.place(form), message, hint))
    return found


def _check_groups(clauses: list[_Found], groups: list[str]) -> list[Diagnostic]:
    return [
        Diagnostic(
            "unknown-group",
            one.entry.place(one.value.group, one.value.lines.get("group", 1)),
            f"there is no group `{one.value.group}` in library.yaml",
            did_you_mean(one.value.group, groups),
        )
        for one in clauses
        if one.value.group not in groups
    ]
