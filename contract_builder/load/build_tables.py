"""The YAML files of a library, the facts and the triage: from valid data to model values."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from contract_builder.load.build_agreement import build_execution, build_particulars
from contract_builder.load.build_host import build_host, build_opening
from contract_builder.load.build_notice import build_notice
from contract_builder.load.build_wording import build_wording
from contract_builder.load.document import Document, Path
from contract_builder.load.hints import did_you_mean
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.library import (
    AiType,
    AnchorModel,
    Finding,
    Harm,
    LawHook,
    LibraryInfo,
    ServiceArea,
    Taxonomy,
    TierInfo,
    Topic,
)
from contract_builder.model.playbook import FactInfo
from contract_builder.model.triage import Band, Mitigation, Option, Question, Stop, TriageTable

T = TypeVar("T")
Found = list[Diagnostic]


def _by_id(entries: dict[str, Any], kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.convert({"id": id, **entry}, kind) for id, entry in entries.items())


def _with_lines(document: Document, key: str, kind: type[T]) -> tuple[T, ...]:
    """The entries of the mapping `key`, each with the line that it begins on."""
    entries: dict[str, Any] = document.data[key]
    return _by_id({id: {**entry, "line": document.line((key, id))} for id, entry in entries.items()}, kind)


def _twice(document: Document, path: Path, key: str) -> Found:
    """A Diagnostic for each entry of the list at `path` whose `key` an entry before it has."""
    entries: Any = document.data
    for step in path:
        entries = entries[step]
    found: Found = []
    seen: dict[Any, int] = {}
    for index, entry in enumerate(entries):
        place = document.at_value((*path, index, key))
        if entry[key] in seen:
            message = f"`{entry[key]}` stands here a second time (first on line {seen[entry[key]]})"
            found.append(
                Diagnostic("id-twice", place, message, "Delete one of the two, or give it an id of its own.")
            )
        seen.setdefault(entry[key], place.line)
    return found


def build_library_info(document: Document) -> tuple[LibraryInfo, Found]:
    """`library.yaml`."""
    found = _twice(document, ("groups",), "id")
    for index, group in enumerate(document.data["groups"]):
        if group["id"] in ("definitions", "schedules"):
            place = document.at_value(("groups", index, "id"))
            found.append(
                Diagnostic(
                    "group-name", place, f"a group cannot be called `{group['id']}`", "Choose another."
                )
            )
    return msgspec.convert(document.data, LibraryInfo), found


def build_topics(document: Document) -> tuple[tuple[Topic, ...], Found]:
    """`topics.yaml`."""
    return _with_lines(document, "topics", Topic), []


def build_findings(document: Document) -> tuple[tuple[Finding, ...], Found]:
    """`findings.yaml`."""
    return _with_lines(document, "findings", Finding), []


def build_law(document: Document) -> tuple[tuple[LawHook, ...], Found]:
    """`law.yaml`."""
    found: Found = []
    for id, hook in document.data["hooks"].items():
        if hook.get("review_by", "9999") < hook["checked"]:
            place = document.at_value(("hooks", id, "review_by"))
            found.append(
                Diagnostic(
                    "dates-out-of-order", place, "`review_by` is before `checked`", "Correct one of them."
                )
            )
    return _with_lines(document, "hooks", LawHook), found


def build_taxonomy(document: Document) -> tuple[Taxonomy, Found]:
    """`taxonomy.yaml`."""
    data = document.data
    areas = {
        id: {("kind" if k == "class" else k): v for k, v in e.items()}
        for id, e in data["service_areas"].items()
    }
    missing = [tier for tier in ("tier-1", "tier-2", "tier-3", "tier-4") if tier not in data["tiers"]]
    found = [
        Diagnostic("tier-missing", document.at_key(("tiers",)), f"`tiers` has no `{tier}`", "Add it.")
        for tier in missing
    ]
    return Taxonomy(
        _by_id(data["ai_types"], AiType),
        _by_id(areas, ServiceArea),
        tuple(sorted(_by_id(data["tiers"], TierInfo), key=lambda tier: tier.id)),
        _by_id(data["harms"], Harm),
    ), found


def build_anchors(document: Document) -> tuple[tuple[AnchorModel, ...], Found]:
    """`anchors.yaml`. A part that states no confidence has that of its model."""
    models: dict[str, Any] = {}
    for id, model in document.data["models"].items():
        parts = [
            {"id": part, "confidence": model["confidence"], "line": line, **about}
            for part, about in model["articles"].items()
            for line in [document.line(("models", id, "articles", part))]
        ]
        models[id] = {**model, "articles": parts, "line": document.line(("models", id))}
    return _by_id(models, AnchorModel), []


_MEANT = ("answers", "implied_by")
"""The keys of a fact that say what other answers mean for it."""


def build_facts(document: Document) -> tuple[tuple[FactInfo, ...], Found]:
    """`facts.yaml`."""
    found: Found = []
    for id, fact in document.data["facts"].items():
        path = ("facts", id)
        values = fact.get("values", [])
        wanted: type[int] | type[str] = int if fact["type"] == "number" else str
        given = fact.get("if_unknown")
        place = document.at_value((*path, "if_unknown"))
        if given is not None and not isinstance(given, wanted):
            hint = "Write digits only." if wanted is int else f'Put it in quotation marks: `"{given}"`.'
            found.append(
                Diagnostic("fact-value", place, f"`{given}` does not fit the type {fact['type']}", hint)
            )
        elif values and given is not None and given not in values:
            found.append(
                Diagnostic(
                    "fact-value",
                    place,
                    f"`{given}` is not one of the values",
                    did_you_mean(str(given), values),
                )
            )
        if fact.get("answers") and "question" not in fact:
            hint = "Add `question:` and the id of the triage question."
            found.append(
                Diagnostic(
                    "fact-question", document.at_key((*path, "answers")), "the answers have no question", hint
                )
            )
        meant = [(key, option, value) for key in _MEANT for option, value in fact.get(key, {}).items()]
        for key, option, value in meant:
            if values and value not in values:
                place = document.at_value((*path, key, option))
                found.append(
                    Diagnostic(
                        "fact-value",
                        place,
                        f"`{value}` is not one of the values",
                        did_you_mean(value, values),
                    )
                )
    return _with_lines(document, "facts", FactInfo), found


def build_triage(document: Document) -> tuple[TriageTable, Found]:
    """`triage.yaml`."""
    data = document.data
    found = [
        *_twice(document, ("stops",), "id"),
        *_twice(document, ("questions",), "id"),
        *_twice(document, ("bands",), "tier"),
        *_twice(document, ("mitigation", "evidence"), "id"),
    ]
    questions = tuple(
        Question(q["id"], q["code"], q["ask"], q["help"], _by_id(q["options"], Option))
        for q in data["questions"]
    )
    bands = tuple(Band(b["tier"], b["from"]) for b in data["bands"])
    starts = [band.from_score for band in bands]
    if [b.tier for b in bands] != [1, 2, 3, 4] or starts != sorted(set(starts)) or starts[0] != 0:
        message = "the bands must be tiers 1, 2, 3 and 4, each from a higher score, the first from 0"
        hint = (
            "Example: `[{tier: 1, from: 0}, {tier: 2, from: 25}, {tier: 3, from: 50}, {tier: 4, from: 75}]`."
        )
        found.append(Diagnostic("triage-bands", document.at_key(("bands",)), message, hint))
    most = sum(question.worst().points for question in questions)
    if most != 100:
        message = f"the highest options come to {most} points, not 100"
        found.append(
            Diagnostic(
                "triage-points", document.at_key(("questions",)), message, "Change points until they do."
            )
        )
    table = TriageTable(
        data["version"],
        msgspec.convert(data["stops"], tuple[Stop, ...]),
        data["floors"],
        questions,
        bands,
        msgspec.convert(data["mitigation"], Mitigation),
    )
    return table, found


TABLES: dict[str, Callable[[Document], tuple[Any, Found]]] = {
    "library": build_library_info,
    "topics": build_topics,
    "findings": build_findings,
    "law": build_law,
    "taxonomy": build_taxonomy,
    "particulars": build_particulars,
    "execution": build_execution,
    "anchors": build_anchors,
    "host": build_host,
    "opening": build_opening,
    "wording": build_wording,
    "notice": build_notice,
    "facts": build_facts,
    "triage": build_triage,
}
