"""Makes the reference pages and the JSON Schemas from the schemas that check the files.

`python -m contract_builder.load.schema.publish docs` writes `docs/reference/<kind>.md` and
`docs/schemas/<kind>.schema.json`.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contract_builder.load.kinds import KINDS, Kind
from contract_builder.load.schema.explain import example_of
from contract_builder.load.schema.fields import NAME, ONE_LINE, SLUG, VERSION, Rule
from contract_builder.load.schema.registry import SCHEMAS

_COMMAND = "python -m contract_builder.load.schema.publish docs"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {"string": "string", "integer": "integer", "boolean": "boolean", "list": "array", "dict": "object"}
_WORDS = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "list": "list",
    "dict": "mapping",
}
_PATTERNS = {SLUG: "id", NAME: "name", ONE_LINE: "line of text", VERSION: "version"}
_SAME_MEANING = {"min": "minimum", "max": "maximum", "allowed": "enum"}


def publish(folder: Path) -> None:
    """Writes the pages and schemas of all kinds into `folder`."""
    for path, text in pages().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """The text of each page and schema, by its path in the documentation folder."""
    found: dict[str, str] = {}
    for kind in KINDS:
        found[f"reference/{kind}.md"] = reference(kind)
        schema = json.dumps(json_schema(kind), indent=2, ensure_ascii=False)
        found[f"schemas/{kind}.schema.json"] = f"{schema}\n"
    return found


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) that accepts and refuses what the schema for `kind` does."""
    return {"$schema": _DIALECT, "title": f"{kind}", **json_of(SCHEMAS[kind])}


def json_of(rule: Rule) -> dict[str, Any]:
    """`rule` as JSON Schema."""
    meta = rule.get("meta", {})
    made: dict[str, Any] = {}
    if "help" in meta:
        made["description"] = meta["help"]
    if example_of(rule):
        made["examples"] = [meta["example"]]
    if "anyof" in rule:
        return {**made, "anyOf": [json_of(option) for option in rule["anyof"]]}
    types = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    names = [_TYPES[name] for name in types] + (["null"] if rule.get("nullable") else [])
    made["type"] = names[0] if len(names) == 1 else names
    made |= {ours: rule[theirs] for theirs, ours in _SAME_MEANING.items() if theirs in rule}
    if "regex" in rule:
        made["pattern"] = f"^(?:{rule['regex']})$"
    if rule.get("check_with") == "date":
        made["format"] = "date"
    if rule.get("empty") is False:
        made |= {f"min{what}": 1 for what in ("Length", "Items", "Properties") if _counts(what, names)}
    return made | _inside(rule, names)


def _counts(what: str, names: list[str]) -> bool:
    return {"Length": "string", "Items": "array", "Properties": "object"}[what] in names


def _inside(rule: Rule, names: list[str]) -> dict[str, Any]:
    """What stands inside a list or a mapping."""
    if "array" in names and "schema" in rule:
        return {"items": json_of(rule["schema"])}
    if "valuesrules" in rule:
        return {
            "propertyNames": json_of(rule["keysrules"]),
            "additionalProperties": json_of(rule["valuesrules"]),
        }
    if "schema" not in rule:
        return {}
    fields: dict[str, Rule] = rule["schema"]
    required = [name for name, field in fields.items() if field.get("required")]
    made: dict[str, Any] = {"properties": {name: json_of(field) for name, field in fields.items()}}
    if required:
        made["required"] = required
    return {**made, "additionalProperties": False}


def reference(kind: Kind) -> str:
    """The reference page for `kind`: a table of its fields."""
    schema = SCHEMAS[kind]
    rows = "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in _rows(schema, "")
    )
    return (
        f"# {kind.capitalize()}\n\n"
        f"{schema['meta']['help']}\n\n"
        f"Made from the schema that checks the file, by `{_COMMAND}`; not edited by hand.\n"
        f"In a program: [{kind}.schema.json](../schemas/{kind}.schema.json).\n\n"
        "| field | type | required | what it is | example |\n|---|---|---|---|---|\n"
        f"{rows}\n"
    )


def _rows(rule: Rule, path: str) -> Iterator[tuple[str, ...]]:
    """A row for each field below `rule`, which stands at `path`."""
    for option in (rule, *rule.get("anyof", ())):
        kind = option.get("type")
        if kind == "dict" and "schema" in option:
            for name, field in option["schema"].items():
                yield from _row(field, f"{path}.{name}" if path else name)
        elif kind == "dict" and "valuesrules" in option:
            yield from _row(
                option["valuesrules"], f"{path}.<{_type_words(option['keysrules'])}>", only_parts=True
            )
        elif kind == "list":
            yield from _row(option["schema"], f"{path}[]", only_parts=True)


def _row(rule: Rule, path: str, only_parts: bool = False) -> Iterator[tuple[str, ...]]:
    if not only_parts:
        meta, example = rule["meta"], example_of(rule)
        required = "yes" if rule.get("required") else ""
        yield f"`{path}`", _type_words(rule), required, meta["help"], f"`{example}`" if example else ""
    yield from _rows(rule, path)


def _type_words(rule: Rule) -> str:
    """The type of a field, in words: "list: id", "whole number, 1 to 4"."""
    if rule.get("regex") in _PATTERNS:
        return _PATTERNS[rule["regex"]]
    if "check_with" in rule:
        return str(rule["check_with"])
    if "anyof" in rule:
        return str(rule["meta"]["expects"])
    if "allowed" in rule:
        return "one of: " + ", ".join(f"`{option}`" for option in rule["allowed"])
    kinds = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    words = " or ".join(_WORDS[kind] for kind in kinds)
    if kinds == ["list"]:
        return f"{words}: {_type_words(rule['schema'])}"
    if "keysrules" in rule:
        return f"{words}: {_type_words(rule['keysrules'])} to {_type_words(rule['valuesrules'])}"
    if "min" in rule:
        return (
            f"{words}, {rule['min']} to {rule['max']}" if "max" in rule else f"{words}, {rule['min']} or more"
        )
    return words


if __name__ == "__main__":
    publish(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
