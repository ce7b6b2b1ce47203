"""The JSON Schema of a document: what msgspec makes of its type, with our promise put in.

- What may be added later is let through: no object is closed, and the values of an open list may be any text.
- Everything that is there today is required, because every field is always written.
"""

from typing import Any

import msgspec

from contract_builder.errors import UsageError
from contract_builder.model.documents import format_of
from contract_builder.outputs.docstrings import fields_in_words
from contract_builder.outputs.documents import DOCUMENTS, LATER, OPEN, Document

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PARTS = "#/$defs/{name}"


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document called `name`, in the format that this version writes.

    It stands alone, and its id is the name of its file. Raises UsageError if there is no such document.
    """
    if name not in DOCUMENTS:
        raise UsageError(f"No document is called {name}.", "There are: " + ", ".join(DOCUMENTS) + ".")
    document = DOCUMENTS[name]
    parts = parts_of(document)
    root = parts.pop(document.type.__name__)
    return {
        "$schema": _DIALECT,
        "$id": file_of(name, document.format),
        **root,
        "title": f"{name}, format {document.format}",
        "$defs": parts,
    }


def file_of(name: str, number: int) -> str:
    """The name of the file of a schema."""
    return f"{name}-{number}.schema.json"


def parts_of(document: Document) -> dict[str, dict[str, Any]]:
    """The schema of the type of `document`, and of each type that it holds, by the name of the type."""
    _, found = msgspec.json.schema_components([document.type], ref_template=_PARTS)
    types = types_in(document.type)
    parts: dict[str, dict[str, Any]] = {}
    for name, made in found.items():
        parts[name] = _promised(made, name, types[name])
        if "format" in parts[name]["properties"]:  # a document, or one inside another
            about = parts[name]["properties"]["format"]["description"]
            parts[name]["properties"]["format"] = {"const": format_of(types[name]), "description": about}
    return parts


def types_in(type_: type[msgspec.Struct]) -> dict[str, type[msgspec.Struct]]:
    """`type_`, and every struct that it holds, by name."""
    found: dict[str, type[msgspec.Struct]] = {}

    def walk(info: Any) -> None:
        if isinstance(info, msgspec.inspect.StructType):
            if info.cls.__name__ in found:
                return
            found[info.cls.__name__] = info.cls
        for slot in ("fields", "type", "item_type", "item_types", "types", "key_type", "value_type"):
            inside = getattr(info, slot, ())
            for part in inside if isinstance(inside, tuple) else (inside,):
                walk(part)

    walk(msgspec.inspect.type_info(type_))
    return found


def _promised(made: dict[str, Any], name: str, type_: type[msgspec.Struct]) -> dict[str, Any]:
    words = fields_in_words(type_)
    properties = {field: _field(rule, (name, field), words) for field, rule in made["properties"].items()}
    required = [field for field in properties if (name, field) not in LATER]
    return {
        "title": name,
        "description": made["description"],
        "type": "object",
        "properties": properties,
        "required": required,
    }


def _field(rule: dict[str, Any], where: tuple[str, str], words: dict[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = _plain(rule)
    about = words.get(where[1], "")
    if where in OPEN:
        made = {"anyOf": [made, {"type": "string"}]}
        about += " More may come: take one that you do not know for any other."
    elif len(made.get("enum", ())) == 1:  # the tag that says which of several types it is
        made = {"const": made["enum"][0]}
        about = about or "Which of several types it is."
    return {**made, "description": about.strip()}


def _plain(rule: Any) -> Any:
    """`rule` without what is of no use to readers: defaults, and a keyword of OpenAPI's."""
    if isinstance(rule, dict):
        return {key: _plain(value) for key, value in rule.items() if key not in ("default", "discriminator")}
    return [_plain(entry) for entry in rule] if isinstance(rule, list) else rule
