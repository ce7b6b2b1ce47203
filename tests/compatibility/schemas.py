"""Whether a JSON Schema keeps what an older one of the same format number promised.

Both ways: what the new version writes, a reader of the old schema can read; and the new schema takes old documents.
So everything stays as it is, but for fields that are added and not required, and values added to an open list.
"""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
_WORDS = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})
"""What may be said in other words."""
_LOOKED_INTO = frozenset(
    {"$ref", "properties", "required", "items", "prefixItems", "anyOf", "enum", "additionalProperties"}
)
RAISE = "Raise the number of the format: the old schema stays beside the new one (docs/compatibility.md)."


def breaks(old: Schema, new: Schema) -> list[str]:
    """What in `new` breaks the promise of `old`: a sentence each, with the path of the field."""
    return list(_compare(old, new, old, new, "", set()))


def _compare(
    old: Schema, new: Schema, old_root: Schema, new_root: Schema, at: str, seen: set[tuple[str, str]]
) -> Iterator[str]:
    pair = (old.get("$ref", ""), new.get("$ref", ""))
    if any(pair):
        if pair in seen:
            return
        seen.add(pair)
    old, new = _resolved(old, old_root), _resolved(new, new_root)
    where = at or "the document"
    for key in sorted((old.keys() | new.keys()) - _WORDS - _LOOKED_INTO):
        if old.get(key) != new.get(key):
            yield f"{where}: {key} was {old.get(key)} and is {new.get(key)}."
    yield from _fields(old, new, old_root, new_root, at, seen)
    yield from _values(old, new, where)
    for key in ("anyOf", "prefixItems"):
        before, after = old.get(key, []), new.get(key, [])
        if len(before) != len(after):
            yield f"{where}: {key} had {len(before)} parts and has {len(after)}."
        elif key == "anyOf" and _is_open(old) and _is_open(new):
            yield from _values(before[0], after[0], where, may_grow=True)
        else:
            for one, other in zip(before, after, strict=True):
                yield from _compare(one, other, old_root, new_root, at, seen)
    for key, inside in (("items", "[]"), ("additionalProperties", ".*")):
        before, after = old.get(key), new.get(key)
        if isinstance(before, dict) and isinstance(after, dict):
            yield from _compare(before, after, old_root, new_root, at + inside, seen)
        elif before != after:
            yield f"{where}: {key} was {before} and is {after}."


def _fields(
    old: Schema, new: Schema, old_root: Schema, new_root: Schema, at: str, seen: set[tuple[str, str]]
) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    needed, needs = set(old.get("required", ())), set(new.get("required", ()))
    for name, rule in before.items():
        path = f"{at}.{name}".lstrip(".")
        if name not in after:
            yield f"{path}: is gone, or has another name."
            continue
        if name in needed - needs:
            yield f"{path}: was always there, and may now be missing."
        if name in needs - needed:
            yield f"{path}: is required, and older documents may lack it."
        yield from _compare(rule, after[name], old_root, new_root, path, seen)
    for name in sorted(needs - set(before)):
        path = f"{at}.{name}".lstrip(".")
        yield f"{path}: is new and required, and older documents lack it: name it in LATER (outputs/documents.py)."


def _values(old: Schema, new: Schema, where: str, may_grow: bool = False) -> Iterator[str]:
    before, after = old.get("enum"), new.get("enum")
    if before == after:
        return
    if before is None or after is None:
        yield f"{where}: the list of values was {before} and is {after}."
        return
    for value in before:
        if value not in after:
            yield f"{where}: {value!r} is no value any more."
    for value in after:
        if value not in before and not may_grow:
            yield f"{where}: {value!r} is a new value of a closed list."


def _is_open(rule: Schema) -> bool:
    parts = rule.get("anyOf", [])
    return len(parts) == 2 and "enum" in parts[0] and parts[1] == {"type": "string"}


def _resolved(rule: Schema, root: Schema) -> Schema:
    if "$ref" not in rule:
        return rule
    found: Schema = root["$defs"][rule["$ref"].rpartition("/")[2]]
    return found
