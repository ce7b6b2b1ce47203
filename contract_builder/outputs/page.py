"""The reference page of the documents: every field of every type, and what it means."""

from typing import Any

from contract_builder.outputs.documents import DOCUMENTS
from contract_builder.outputs.schema import file_of, parts_of

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}


def page(command: str) -> str:
    """The page as Markdown. `command` makes it."""
    types: dict[str, dict[str, Any]] = {}
    rows = []
    for name, document in DOCUMENTS.items():
        types |= parts_of(document)
        root, file = document.type.__name__, file_of(name, document.format)
        link = f"[{file}](../schemas/output/{file})"
        rows.append(f"| {name} | {document.format} | {_link(root)} | {link} | {document.made_by} |")
    about = (
        f"Made from the types of the program, by `{command}`; not edited by hand.\n"
        "How to get the documents, with an example of each: [json.md](../json.md).\n"
        "What is promised of them: [compatibility.md](../compatibility.md).\n"
    )
    table = "| document | format | type | JSON Schema | made by |\n|---|---|---|---|---|\n" + "\n".join(rows)
    parts = ["# The JSON that other programs read\n", about, f"{table}\n"]
    parts += [_type(name, types[name]) for name in sorted(types)]
    return "\n".join(parts)


def _type(name: str, schema: dict[str, Any]) -> str:
    rows = "\n".join(
        f"| `{field}` | {_words(rule)} | {_cell(rule['description'])} |"
        for field, rule in schema["properties"].items()
    )
    return f"## {name}\n\n{schema['description']}\n\n| field | type | what it is |\n|---|---|---|\n{rows}\n"


def _words(rule: dict[str, Any]) -> str:
    """The type of a field, in words: "list of text", "Reason or null"."""
    if "$ref" in rule:
        return _link(rule["$ref"].rpartition("/")[2])
    if "const" in rule:
        return f"always {_code(rule['const'])}"
    if "enum" in rule:
        values = [_code(value) for value in rule["enum"]]
        return f"always {values[0]}" if len(values) == 1 else "one of: " + ", ".join(values)
    if "anyOf" in rule:
        first, *others = rule["anyOf"]
        if "enum" in first and others == [{"type": "string"}]:
            return f"{_words(first)}; more may come"
        return " or ".join(_words(option) for option in rule["anyOf"])
    if rule["type"] == "array":
        if "prefixItems" in rule:
            return f"{len(rule['prefixItems'])} entries: {_words(rule['prefixItems'][0])}"
        return f"list of {_words(rule['items'])}"
    if rule["type"] == "object":
        return f"mapping of text to {_words(rule['additionalProperties'])}"
    return _TYPES[rule["type"]]


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _code(value: object) -> str:
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")
