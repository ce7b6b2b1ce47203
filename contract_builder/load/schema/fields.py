"""The parts that schemas are made of: Cerberus rules with help and an example for each field."""

from typing import Any, TypeAlias

Rule: TypeAlias = dict[str, Any]
"""A Cerberus rule set; `meta` holds `help`, `example` and, for patterns, `expects`."""

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
NAME = "[a-z][a-z0-9_]*"
NUMBER = "(0|[1-9][0-9]*)"
VERSION = rf"{NUMBER}\.{NUMBER}\.{NUMBER}"
DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
ONE_LINE = r"\S(.*\S)?"
A_SLUG = "an id: lower-case letters, digits and hyphens"
A_NAME = "a name: lower-case letters, digits and underscores, beginning with a letter"
A_VERSION = "a version: edition.update.correction"
A_LINE = "one line of text with no space before or after it"


def _rule(rule: Rule, help: str, example: Any, required: bool, **meta: Any) -> Rule:
    return {**rule, "required": required, "meta": {"help": help, "example": example, **meta}}


def matching(pattern: str, expects: str, help: str, example: str, required: bool = True) -> Rule:
    """Text that fits `pattern` as a whole; `expects` names the pattern in plain words."""
    return _rule(
        {"type": "string", "empty": False, "regex": pattern}, help, example, required, expects=expects
    )


def slug(help: str, example: str, required: bool = True) -> Rule:
    """An id of something."""
    return matching(SLUG, A_SLUG, help, example, required)


def line(help: str, example: str, required: bool = True, placeholders: bool = False) -> Rule:
    """One line of text; `placeholders` allows `{{ name }}` in it."""
    rule = matching(ONE_LINE, A_LINE, help, example, required)
    return {**rule, "meta": {**rule["meta"], "placeholders": True}} if placeholders else rule


def words(help: str, example: str, required: bool = True, placeholders: bool = False) -> Rule:
    """Text of one or more lines; `placeholders` allows `{{ name }}` in it."""
    more = {"placeholders": True} if placeholders else {}
    rule = {"type": "string", "empty": False, "regex": r"\s*\S[\s\S]*"}
    return _rule(rule, help, example, required, expects="text", **more)


def version(help: str) -> Rule:
    """A version of three numbers."""
    return matching(VERSION, A_VERSION, help, "1.0.0")


def date(help: str, example: str, required: bool = True) -> Rule:
    """A date, written YYYY-MM-DD, that exists."""
    rule = {"type": "string", "empty": False, "regex": DATE, "check_with": "date"}
    return _rule(rule, help, example, required, expects="a date, written YYYY-MM-DD")


def choice(options: list[str], help: str, example: str, required: bool = True) -> Rule:
    """One of `options`."""
    return _rule({"type": "string", "allowed": options}, help, example, required)


def whole(
    help: str, example: int, required: bool = True, least: int | None = None, most: int | None = None
) -> Rule:
    """A whole number between `least` and `most`."""
    rule: Rule = {"type": "integer"}
    if least is not None:
        rule["min"] = least
    if most is not None:
        rule["max"] = most
    return _rule(rule, help, example, required)


def flag(help: str, example: bool = True, required: bool = False) -> Rule:
    """True or false."""
    return _rule({"type": "boolean"}, help, example, required)


def value(help: str, example: str | int, required: bool = True, blank: bool = False) -> Rule:
    """Text or a whole number; `blank` allows nothing at all."""
    rule: Rule = {"type": ["string", "integer"], **({"nullable": True} if blank else {"empty": False})}
    return _rule(rule, help, example, required)


def many(entry: Rule, help: str, example: Any = None, required: bool = True, empty: bool = False) -> Rule:
    """A list of `entry`, whose example it takes if it has none of its own; `empty` allows no entry."""
    rule: Rule = {"type": "list", "schema": nested(entry)}
    if not empty:
        rule["empty"] = False
    return _rule(rule, help, example or [entry["meta"]["example"]], required)


def slugs(help: str, example: list[str], required: bool = True, empty: bool = False) -> Rule:
    """A list of ids."""
    return many(slug("An id.", example[0] if example else "id"), help, example, required, empty)


def all_or_slugs(help: str, example: str | list[str], required: bool = True) -> Rule:
    """The word all, or a list of ids."""
    either = [
        {"type": "string", "allowed": ["all"]},
        {"type": "list", "empty": False, "schema": nested(slug("An id.", "id"))},
    ]
    return _rule({"anyof": either}, help, example, required, expects="`all`, or a list of ids")


def record(fields: dict[str, Rule], help: str, example: Any = None, required: bool = True) -> Rule:
    """A mapping with these `fields` and no others; its example is made from theirs if it has none of its own."""
    made = {name: field["meta"]["example"] for name, field in fields.items() if field["required"]}
    return _rule({"type": "dict", "schema": fields}, help, example or made, required)


def mapping(
    key: Rule, entry: Rule, help: str, example: Any = None, required: bool = True, empty: bool = False
) -> Rule:
    """A mapping from any `key` to `entry`, whose examples it takes if it has none; `empty` allows no entry."""
    rule: Rule = {"type": "dict", "keysrules": nested(key), "valuesrules": nested(entry)}
    if not empty:
        rule["empty"] = False
    made = {key["meta"]["example"]: entry["meta"]["example"]}
    return _rule(rule, help, example or made, required)


def either(alternatives: list[Rule], expects: str, help: str, example: Any, required: bool = True) -> Rule:
    """One of `alternatives`, each of another type; `expects` names them in plain words."""
    return _rule({"anyof": [nested(a) for a in alternatives]}, help, example, required, expects=expects)


def condition(help: str, required: bool = False) -> Rule:
    """A condition over the facts; what is in it is read by `contract_builder.load.condition`."""
    return _rule({"type": "dict", "empty": False}, help, {"tier": {"at_least": 3}}, required)


def nested(rule: Rule) -> Rule:
    """`rule` without `required`, which Cerberus takes for fields only."""
    return {k: v for k, v in rule.items() if k != "required"}
