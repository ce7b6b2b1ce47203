"""Loads the playbooks, and the facts that their conditions test."""

from pathlib import Path

from contract_builder.load.cache import Cache
from contract_builder.load.files import Entry, digest_of, list_files
from contract_builder.load.hints import did_you_mean
from contract_builder.load.records import Records
from contract_builder.load.result import Loaded, loaded
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.playbook import LAYERS, FactInfo, Playbook, Playbooks

_FACTS, _TRIAGE, _BASE = "facts.yaml", "triage.yaml", "base.yaml"
_FOLDERS = ("tiers", "ai-types", "service-areas")


def load_playbooks(root: Path, overlay: Path | None = None, cache: Cache | None = None) -> Loaded[Playbooks]:
    """The playbooks in `root`/playbooks, with those in `overlay`/playbooks.

    There are none where an error stands in their way; the errors of all files come together.
    """
    records = Records()
    folder = root / "playbooks"
    entries, problems = list_files(folder)
    records.found += problems
    shelf = cache.shelf(folder, "playbooks") if cache else None
    by_name = {entry.inside: entry for entry in entries}
    facts: tuple[FactInfo, ...] | None = None
    if entry := by_name.pop(_FACTS, None):
        facts = records.load("facts", entry, shelf)
    elif not problems:
        records.found.append(_missing(_FACTS))
    if _BASE not in by_name and not problems:
        records.found.append(_missing(_BASE))
    by_name.pop(_TRIAGE, None)
    sets = frozenset(fact.id for fact in facts or () if fact.type == "set")
    playbooks: list[tuple[Playbook, Entry]] = []
    for inside, entry in by_name.items():
        if not _is_playbook(inside):
            records.found.append(_unexpected(entry))
        elif playbook := records.load("playbook", entry, shelf, sets):
            playbooks.append((playbook, entry))
    if shelf is not None:
        shelf.save()
    playbooks += _read_overlay(overlay, records, cache, sets)
    found = records.found + _check_ids(playbooks) + _check_extends(playbooks)
    ordered = sorted((playbook for playbook, _ in playbooks), key=lambda p: (LAYERS.index(p.kind), p.id))
    return loaded(Playbooks(facts or (), tuple(ordered), digest_of(records.digests), records.digests), found)


def _read_overlay(
    overlay: Path | None, records: Records, cache: Cache | None, sets: frozenset[str]
) -> list[tuple[Playbook, Entry]]:
    if overlay is None or not (overlay / "playbooks").is_dir():
        return []
    folder = overlay / "playbooks"
    entries, problems = list_files(folder, f"{overlay.resolve().name}/playbooks")
    records.found += problems
    shelf = cache.shelf(folder, "overlay playbooks") if cache else None
    playbooks: list[tuple[Playbook, Entry]] = []
    for entry in entries:
        if "/" in entry.inside or not entry.inside.endswith(".yaml"):
            hint = "An overlay holds its playbooks as `playbooks/<id>.yaml`."
            message = "this file is not a playbook of an overlay"
            records.found.append(Diagnostic("unexpected-file", Place(entry.file), message, hint))
        elif playbook := records.load(
            "playbook", entry._replace(inside=f"overlay/{entry.inside}"), shelf, sets
        ):
            playbooks.append((playbook, entry))
    if shelf is not None:
        shelf.save()
    return playbooks


def _is_playbook(inside: str) -> bool:
    folder, _, name = inside.rpartition("/")
    return inside == _BASE or (folder in _FOLDERS and name.endswith(".yaml"))


def _missing(name: str) -> Diagnostic:
    return Diagnostic("file-missing", Place(f"playbooks/{name}"), "there is no such file", "Add it.")


def _unexpected(entry: Entry) -> Diagnostic:
    known = [_FACTS, _TRIAGE, _BASE, *(f"{folder}/<id>.yaml" for folder in _FOLDERS)]
    hint = did_you_mean(entry.inside, known)
    return Diagnostic("unexpected-file", Place(entry.file), "this file is not a playbook", hint)


def _check_ids(playbooks: list[tuple[Playbook, Entry]]) -> list[Diagnostic]:
    """Ids that two playbooks have, and two playbooks of the library for one thing."""
    found: list[Diagnostic] = []
    ids: dict[str, Entry] = {}
    purposes: dict[tuple[str, str], Entry] = {}
    for playbook, entry in playbooks:
        other = ids.setdefault(playbook.id, entry)
        if other is not entry:
            message = f"the playbook `{playbook.id}` stands also in {other.file}"
            found.append(
                Diagnostic("id-twice", entry.place(playbook.id), message, "Give one of them another id.")
            )
        other = purposes.setdefault((playbook.kind, playbook.applies_to), entry)
        if other is not entry and playbook.kind != "overlay":
            message = (
                f"there is a playbook for `{playbook.applies_to or playbook.kind}` already, in {other.file}"
            )
            found.append(
                Diagnostic("playbook-twice", entry.place(playbook.applies_to), message, "Make them one.")
            )
    return found


def _check_extends(playbooks: list[tuple[Playbook, Entry]]) -> list[Diagnostic]:
    ids = [playbook.id for playbook, _ in playbooks]
    return [
        Diagnostic(
            "unknown-playbook",
            entry.place(f"extends: {playbook.extends}"),
            f"there is no playbook `{playbook.extends}`",
            did_you_mean(playbook.extends, [id for id in ids if id != playbook.id]),
        )
        for playbook, entry in playbooks
        if playbook.extends and (playbook.extends not in ids or playbook.extends == playbook.id)
    ]
