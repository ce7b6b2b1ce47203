"""The wording for the notice: from valid data to model values."""

from typing import Any, TypeVar

import msgspec

from contract_builder.load.condition import parse_mapping
from contract_builder.load.document import Document, Path
from contract_builder.load.hints import did_you_mean
from contract_builder.load.placeholder import Slotted, split
from contract_builder.model.condition import Condition
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.notice import (
    Notice,
    NoticeParagraph,
    NoticePart,
    NoticeQuestion,
    provision,
)

_SETS = frozenset({"ai_types"})
"""The fact that holds several values; the facts of a library are read after its notice."""
_LISTS = ("parts", "paragraphs", "questions")

Found = list[Diagnostic]
T = TypeVar("T", NoticePart, NoticeQuestion)


def build_notice(document: Document) -> tuple[Notice, Found]:
    """`notice.yaml`."""
    data = document.data
    found = [*_twice(document), *_parts(document)]
    notice = Notice(
        version=data["version"],
        title=data["title"],
        parts=tuple(_entry(document, ("parts", n), NoticePart, found) for n in range(len(data["parts"]))),
        paragraphs=tuple(_paragraph(document, n, found) for n in range(len(data["paragraphs"]))),
        questions=tuple(
            _entry(document, ("questions", n), NoticeQuestion, found)
            for n in range(len(data.get("questions", ())))
        ),
    )
    return notice, found


def _entry(document: Document, path: Path, kind: type[T], found: Found) -> T:
    """The list entry at `path` as a `kind`, with its condition parsed."""
    entry = _at(document, path)
    plain = {
        key: " ".join(value.split()) if key == "ask" else value
        for key, value in entry.items()
        if key != "when"
    }
    made = msgspec.convert({**plain, "line": _line(document, path)}, kind)
    return msgspec.structs.replace(made, when=_condition(document, path, found))


def _at(document: Document, path: Path) -> Any:
    data: Any = document.data
    for step in path:
        data = data[step]
    return data


def _line(document: Document, path: Path) -> int:
    return document.at_value((*path, "id")).line


def _condition(document: Document, path: Path, found: Found) -> Condition | None:
    if "when" not in _at(document, path):
        return None
    condition, problems = parse_mapping(document, (*path, "when"), _SETS)
    found += problems
    return condition


def _paragraph(document: Document, n: int, found: Found) -> NoticeParagraph:
    path: Path = ("paragraphs", n)
    entry = document.data["paragraphs"][n]
    found += [*_values(document, path, entry), *_of_schedule(document, path, entry)]
    skipped = ("when", "provided_by", "unless", "text", "note")
    made = msgspec.convert(
        {
            **{key: value for key, value in entry.items() if key not in skipped},
            "text": _one_line(entry["text"]),
        },
        NoticeParagraph,
    )
    return msgspec.structs.replace(
        made,
        when=_condition(document, path, found),
        provided_by=tuple(map(provision, entry.get("provided_by", ()))),
        unless=tuple(map(provision, entry.get("unless", ()))),
        note=_one_line(entry.get("note", "")),
        line=_line(document, path),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _twice(document: Document) -> Found:
    """A Diagnostic for each id that stands twice: they all name parts of one document."""
    found: Found = []
    first: dict[str, int] = {}
    for key in _LISTS:
        for n, entry in enumerate(document.data.get(key, ())):
            place = document.at_value((key, n, "id"))
            if entry["id"] in first:
                message = f"`{entry['id']}` stands here a second time (first on line {first[entry['id']]})"
                found.append(Diagnostic("id-twice", place, message, "Give one of the two another id."))
            first.setdefault(entry["id"], place.line)
    return found


def _parts(document: Document) -> Found:
    known = [part["id"] for part in document.data["parts"]]
    return [
        Diagnostic(
            "unknown-part",
            document.at_value(("paragraphs", n, "part")),
            f"no part is called `{entry['part']}`",
            did_you_mean(entry["part"], known) or "Add it under `parts`.",
        )
        for n, entry in enumerate(document.data["paragraphs"])
        if entry["part"] not in known
    ]


def _values(document: Document, path: Path, entry: dict[str, Any]) -> Found:
    """Values that the text does not use: a figure of the contract that the notice would leave out."""
    used = {piece.part.name for piece in split(entry["text"]) if isinstance(piece.part, Slotted)}
    return [
        Diagnostic(
            "value-not-used",
            document.at_key((*path, "values", name)),
            f"the text has no `{{{{ {name} }}}}`",
            "Write it into the text, or delete the value.",
        )
        for name in entry.get("values", {})
        if name not in used
    ]


def _of_schedule(document: Document, path: Path, entry: dict[str, Any]) -> Found:
    """What the library's clauses say is not what an AI schedule says: its host may have taken the words out."""
    if "ai-schedule" not in entry.get("shapes", ()):
        return []
    hint = "Write another paragraph for an agreement, or take `ai-schedule` out of `shapes`."
    return [
        Diagnostic(
            "schedule-paragraph",
            document.at_key((*path, key)),
            f"a paragraph for an AI schedule has no `{key}`",
            hint,
        )
        for key in ("provided_by", "unless", "values")
        if key in entry
    ]
