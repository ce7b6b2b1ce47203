"""Lint of names: bookmarks and content controls are whole, and there is one of each name and id."""

import re
from collections import Counter
from collections.abc import Iterator

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.fields import LONGEST_TITLE
from contract_builder.render.docx.lint.read import Document, W, child_value, fault, value

_LONGEST = 40
_LEGAL = re.compile(r"[^\W\d]\w*")
_ID_RANGE = range(-(2**31), 2**31)


def bookmark_faults(document: Document) -> Iterator[Diagnostic]:
    """Names and ids used twice, names that Word does not take, starts and ends without each other."""
    names: Counter[str] = Counter()
    ids: Counter[str] = Counter()
    for part, root in document.stories:
        starts = {value(start, "id"): start for start in root.iter(W + "bookmarkStart")}
        ends = Counter(value(end, "id") for end in root.iter(W + "bookmarkEnd"))
        order = {value(e, "id"): n for n, e in enumerate(root.iter()) if e.tag == W + "bookmarkEnd"}
        for n, start in enumerate(root.iter()):
            if start.tag != W + "bookmarkStart":
                continue
            name, id_ = value(start, "name"), value(start, "id")
            names[name] += 1
            ids[id_] += 1
            for rule, wrong, message, hint in (
                ("bookmark-name-twice", names[name] == 2, f"Two bookmarks are called {name!r}.",
                 "Word keeps one and drops the other; name them apart."),
                ("bookmark-id-twice", ids[id_] == 2, f"Two bookmarks have the id {id_}.", "Give each its own."),
                ("bookmark-name", len(name) > _LONGEST or not _LEGAL.fullmatch(name),
                 f"Word does not take {name!r} for a bookmark.",
                 f"Use letters, digits and underscores, {_LONGEST} characters at most, not a digit first."),
                ("bookmark-open", order.get(id_, -1) < n, f"The bookmark {name!r} has no end after its start.",
                 "End it."),
            ):  # fmt: skip
                if wrong:
                    yield fault(rule, part, start, message, hint)
        for id_, times in ends.items():
            if id_ not in starts or times > 1:
                yield fault(
                    "bookmark-not-started", part, None, f"The bookmark {id_} ends {times} times, or never starts.",
                    "Take the stray end out.",
                )  # fmt: skip


def control_faults(document: Document) -> Iterator[Diagnostic]:
    """Content controls that share an id, or whose title or tag is longer than Word allows."""
    ids: Counter[str] = Counter()
    for part, root in document.stories:
        for properties in root.iter(W + "sdtPr"):
            id_ = child_value(properties, "id")
            ids[id_] += 1
            if id_ and ids[id_] == 2:
                yield fault(
                    "control-id-twice", part, properties, f"Two content controls have the id {id_}.",
                    "Give each its own: Word renumbers one, and what is bound to it is lost.",
                )  # fmt: skip
            if id_ and not (id_.lstrip("-").isdecimal() and int(id_) in _ID_RANGE):
                yield fault(
                    "control-id", part, properties, f"{id_!r} is no 32-bit number.", "Give it another id."
                )
            for what in ("alias", "tag"):
                text = child_value(properties, what)
                if len(text) > LONGEST_TITLE:
                    yield fault(
                        "control-title", part, properties, f"A content control's {what} has {len(text)} characters.",
                        f"{LONGEST_TITLE} at most: Word takes the file for damaged.",
                    )  # fmt: skip
