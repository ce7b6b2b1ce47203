"""From the text of one file to the value that it holds."""

from typing import Any

from contract_builder.load.build_brief import build_brief, hidden_marks
from contract_builder.load.build_playbook import build_playbook
from contract_builder.load.build_tables import TABLES
from contract_builder.load.kinds import Kind
from contract_builder.load.schema.placeholders import check_placeholders
from contract_builder.load.schema.validate import validate
from contract_builder.load.source import Source, decode
from contract_builder.load.yaml import parse_yaml
from contract_builder.model.diagnostic import Diagnostic, Place, in_reading_order

MOST_PROBLEMS = 50

_TEXTS = ("clause", "definition", "schedule")


def build(
    kind: Kind, data: bytes, file: str, inside: str, sets: frozenset[str] = frozenset()
) -> tuple[Any, list[Diagnostic]]:
    """The value in `data`, a file of `kind`; none if something is wrong with it; and what is wrong.

    `file` names it in messages, `inside` is its path in its library or folder of playbooks.
    `sets` are the facts that hold several values, for playbooks.
    """
    source, found = decode(data, file, any_text=kind == "brief")
    if source is None:
        return None, found
    if kind in _TEXTS:
        value, found = _build_text(kind, source, inside)
    else:
        value, found = _build_yaml(kind, source, inside, sets)
    return value, _first(found, file)


def _build_text(kind: Kind, source: Source, inside: str) -> tuple[Any, list[Diagnostic]]:
    from contract_builder.load import build_text  # an edited brief alone should not wait for Markdown

    if kind == "clause":
        return build_text.build_clause(source, inside)
    return (build_text.build_definition if kind == "definition" else build_text.build_schedule)(
        source, inside
    )


def _first(found: list[Diagnostic], file: str) -> list[Diagnostic]:
    """The first of what was found: a file that is not what it should be has something wrong in every line."""
    if len(found) <= MOST_PROBLEMS:
        return found
    message = f"there are {len(found) - MOST_PROBLEMS} more problems in this file"
    more = Diagnostic("too-many-problems", Place(file), message, "Correct these first, and check again.")
    return [*in_reading_order(found)[:MOST_PROBLEMS], more]


def _build_yaml(
    kind: Kind, source: Source, inside: str, sets: frozenset[str]
) -> tuple[Any, list[Diagnostic]]:
    document, found = parse_yaml(source)
    if document is None:
        return None, found
    if kind == "brief" and (hidden := hidden_marks(document)):
        return None, [*found, *hidden]
    wrong = validate(document, kind)
    found += wrong
    if wrong:
        return None, found
    value: Any
    if kind == "brief":
        value, more = build_brief(
            document
        )  # a value of a brief may hold braces: it is never read as a template
    elif kind == "playbook":
        value, more = build_playbook(document, inside, sets)
        more = [*check_placeholders(document, kind), *more]
    else:
        value, more = TABLES[kind](document)
        more = [*check_placeholders(document, kind), *more]
    found += more
    return (None if found else value), found
