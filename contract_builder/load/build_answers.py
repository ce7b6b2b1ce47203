"""The answers of a clause to findings: from its front matter to model values."""

from typing import Any

from contract_builder.load.document import Document
from contract_builder.load.hints import did_you_mean
from contract_builder.model.clause import Answer
from contract_builder.model.diagnostic import Diagnostic

_KEY, _PARTS = "answered_by", ("right", "number", "remedy")


def build_answers(document: Document) -> tuple[Answer, ...]:
    """The answers under `answered_by`, in their order."""
    given: dict[str, Any] = document.data.get(_KEY, {})
    return tuple(
        Answer(finding, *(tuple(_labels(items[part])) for part in _PARTS)) for finding, items in given.items()
    )


def check_answers(document: Document, labels: set[str]) -> list[Diagnostic]:
    """What is wrong with the answers of a clause whose positions have `labels`.

    Labels of other clauses are left to `check`, which sees those clauses.
    """
    found: list[Diagnostic] = []
    claimed = document.data.get("answers", [])
    for finding, items in document.data.get(_KEY, {}).items():
        if finding not in claimed:
            place = document.at_key((_KEY, finding))
            message = f"`{finding}` is not among the `answers` of this clause"
            hint = did_you_mean(finding, claimed) or f"Add `{finding}` to `answers`."
            found.append(Diagnostic("answer-not-claimed", place, message, hint))
        for part in _PARTS:
            for index, label in enumerate(_labels(items[part])):
                if "#" not in label and label not in labels:
                    path = (_KEY, finding, part, *((index,) if isinstance(items[part], list) else ()))
                    message = f"no item has the label `^{label}`"
                    hint = did_you_mean(label, sorted(labels)) or "Put the label at the end of the item."
                    found.append(Diagnostic("unknown-label", document.at_value(path), message, hint))
    return found


def _labels(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given
