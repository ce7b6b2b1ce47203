"""Where the fields of a document stand: a walk over it, beside its schema."""

from collections.abc import Iterator
from typing import Any, NamedTuple

Schema = dict[str, Any]


class Spot(NamedTuple):
    """One field of one object in a document."""

    path: tuple[str | int, ...]
    schema: Schema


def spots(value: Any, schema: Schema, root: Schema, path: tuple[str | int, ...] = ()) -> Iterator[Spot]:
    """Every field of every object in `value` whose fields `schema` names."""
    schema = fitting(value, schema, root)
    if isinstance(value, list):
        rules = schema.get("prefixItems") or [schema.get("items", {})] * len(value)
        for n, (entry, rule) in enumerate(zip(value, rules, strict=True)):
            yield from spots(entry, rule, root, (*path, n))
    elif isinstance(value, dict):
        named = schema.get("properties", {})
        for key, inner in value.items():
            if key in named:
                yield Spot((*path, key), named[key])
            yield from spots(
                inner, named.get(key) or schema.get("additionalProperties", {}), root, (*path, key)
            )


def fitting(value: Any, schema: Schema, root: Schema) -> Schema:
    """`schema` without references; of several, the one for `value`."""
    if "$ref" in schema:
        return fitting(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    for option in schema.get("anyOf", ()):
        found = fitting(value, option, root)
        if isinstance(value, dict) and found.get("type") == "object":
            tag = found.get("properties", {}).get("type", {}).get("const")
            if tag in (None, value.get("type")):
                return found
        if isinstance(value, list) and found.get("type") == "array":
            return found
    return schema


def without(value: Any, path: tuple[str | int, ...]) -> Any:
    """A copy of `value` without what stands at `path`."""
    return _changed(value, path, remove=True)


def with_value(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy of `value` with `new` at `path`."""
    return _changed(value, path, new)


def _changed(value: Any, path: tuple[str | int, ...], new: Any = None, remove: bool = False) -> Any:
    step, rest = path[0], path[1:]
    copy = list(value) if isinstance(value, list) else dict(value)
    if rest:
        copy[step] = _changed(value[step], rest, new, remove)
    elif remove:
        del copy[step]
    else:
        copy[step] = new
    return copy
