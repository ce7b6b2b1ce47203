"""Placeholders in YAML: right where a field may have them, refused everywhere else."""

from typing import Any

from contract_builder.load.document import Document, Path
from contract_builder.load.kinds import Kind
from contract_builder.load.placeholder import Wrong, split
from contract_builder.load.schema.fields import Rule
from contract_builder.load.schema.registry import SCHEMAS
from contract_builder.model.diagnostic import Diagnostic

_MARKS = ("{{", "}}", "{%", "%}", "{#", "#}")


def check_placeholders(document: Document, kind: Kind) -> list[Diagnostic]:
    """What is wrong with the braces in the texts of `document`, a valid file of `kind`."""
    found: list[Diagnostic] = []
    _walk(document.data, SCHEMAS[kind], (), document, found)
    return found


def _walk(data: Any, rule: Rule, path: Path, document: Document, found: list[Diagnostic]) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            _walk(value, _below(rule, key), (*path, key), document, found)
    elif isinstance(data, list):
        entry: Rule = next(
            (r.get("schema", {}) for r in (rule, *rule.get("anyof", ())) if r.get("type") == "list"), {}
        )
        for index, value in enumerate(data):
            _walk(value, entry, (*path, index), document, found)
    elif isinstance(data, str) and any(mark in data for mark in _MARKS):
        _text(data, rule, path, document, found)


def _below(rule: Rule, key: str) -> Rule:
    for option in (rule, *rule.get("anyof", ())):
        if option.get("type") == "dict":
            below: Rule = option.get("schema", {}).get(key) or option.get("valuesrules", {})
            return below
    return {}


def _text(text: str, rule: Rule, path: Path, document: Document, found: list[Diagnostic]) -> None:
    place = document.at_value(path)
    if not rule.get("meta", {}).get("placeholders"):
        found.append(
            Diagnostic(
                "placeholder-not-here", place, "a placeholder cannot stand here", "Write the words out."
            )
        )
        return
    wrong = [piece.part for piece in split(text) if isinstance(piece.part, Wrong)]
    found.extend(Diagnostic(w.rule, place, w.message, w.hint) for w in wrong)
