"""What Cerberus found wrong, in plain words, at its place, with the cure."""

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from contract_builder.load.document import Document, Path
from contract_builder.load.hints import did_you_mean, near
from contract_builder.load.schema.fields import Rule
from contract_builder.model.diagnostic import Diagnostic, Place

MOST_PROBLEMS = 50


class Problem(NamedTuple):
    """One error of Cerberus's."""

    code: int
    path: Path
    constraint: Any
    value: Any
    rule: Rule
    """The rule set that the value breaks; for an unknown key, the keys that are known."""
    is_key: bool


_MISSING, _UNKNOWN = 0x02, 0x03
_TYPE_WORDS = {"string": "text", "integer": "a whole number", "boolean": "true or false", "list": "a list",
               "dict": "a mapping of keys to values"}  # fmt: skip
_LONGEST_EXAMPLE = 160
_QUOTE = "Put it in quotation marks"
_PLAIN = re.compile("[A-Za-z0-9][A-Za-z0-9 _.@/-]*")
_TYPED = re.compile("true|false|null|yes|no|on|off|[0-9]+", re.IGNORECASE)


def explain(problems: list[Problem], document: Document) -> list[Diagnostic]:
    """A Diagnostic for each of `problems`; a missing key that is there but misspelt is told once."""
    misspelt = {
        (*p.path[:-1], meant)
        for p in problems
        if p.code == _UNKNOWN and (meant := near(str(p.path[-1]), [*p.rule]))
    }
    told = [p for p in problems if p.code != _MISSING or p.path not in misspelt]
    return [_TELLERS.get(p.code, _other)(p, document) for p in told[:MOST_PROBLEMS]]


def name_of(path: Path) -> str:
    """The words for what stands at `path`: its key, or which entry of a list it is."""
    if not path:
        return "the file"
    if isinstance(path[-1], str):
        return f"`{path[-1]}`"
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f"entry {path[-1] + 1} of `{key}`"


def _sentence(p: Problem, document: Document) -> str:
    """What to write there, with an example."""
    about: str = p.rule.get("meta", {}).get("help", "")
    example, key = example_of(p.rule), p.path[-1]
    if not example:
        return about
    if isinstance(key, int):
        return f"{about} Example: `{example}`."
    if document.source.file.endswith(".toml"):
        return f"{about} Example: `{key} = {json.dumps(p.rule['meta']['example'])}`."
    return f"{about} Example: `{key}: {example}`."


def example_of(rule: Rule) -> str:
    """The rule's example, as it would stand in a file; empty if it has none, or a long one."""
    meta = rule.get("meta", {})
    example = flow(meta["example"]) if "example" in meta else ""
    return example if len(example) <= _LONGEST_EXAMPLE else ""


def flow(value: Any) -> str:
    """`value` as YAML on one line, with quotation marks where they are needed."""
    if isinstance(value, list):
        return f"[{', '.join(flow(entry) for entry in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{flow(key)}: {flow(entry)}' for key, entry in value.items())}}}"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and not _TYPED.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _place(problem: Problem, document: Document) -> Place:
    return document.at_key(problem.path) if problem.is_key else document.at_value(problem.path)


def _unknown(p: Problem, document: Document) -> Diagnostic:
    where = "this file" if len(p.path) == 1 else name_of(p.path[:-1])
    hint = did_you_mean(str(p.path[-1]), list(p.rule)) or "Delete it."
    return Diagnostic("unknown-key", document.at_key(p.path), f"`{p.path[-1]}` is not a key of {where}", hint)


def _missing(p: Problem, document: Document) -> Diagnostic:
    place = document.at_key(p.path[:-1])
    message = f"{name_of(p.path[:-1])} has no `{p.path[-1]}`"
    return Diagnostic("missing-key", place, message, _sentence(p, document))


def _no_value(p: Problem, document: Document) -> Diagnostic:
    hint = _sentence(p, document) or "Write one, or delete the entry."
    return Diagnostic("missing-value", document.at_key(p.path), f"{name_of(p.path)} has no value", hint)


def _empty(p: Problem, document: Document) -> Diagnostic:
    hint = _sentence(p, document) or "Write one, or delete the entry."
    return Diagnostic("missing-value", document.at_value(p.path), f"{name_of(p.path)} is empty", hint)


def _wrong_type(p: Problem, document: Document) -> Diagnostic:
    wanted = p.constraint if isinstance(p.constraint, list) else [p.constraint]
    expected = " or ".join(_TYPE_WORDS[w] for w in wanted)
    message = f"{name_of(p.path)} must be {expected}, and is {_words_for(p.value)}"
    hint = _type_hint(p.value, wanted)
    if not hint or ("regex" in p.rule and not re.fullmatch(p.rule["regex"], json.dumps(p.value))):
        hint = _sentence(p, document)
    place = document.at_key(p.path) if isinstance(p.value, dict | list) else document.at_value(p.path)
    return Diagnostic("wrong-type", place, message, hint)


def _words_for(value: Any) -> str:
    names = ((bool, "true or false"), (str, "text"), (int, "a number"), (list, "a list"), (dict, "a mapping"))
    return next((name for kind, name in names if isinstance(value, kind)), "empty")


def _type_hint(value: Any, wanted: list[str]) -> str:
    if "string" in wanted:
        if isinstance(value, dict):
            return f"{_QUOTE}: a colon with a space after it, or a curly bracket, makes a mapping."
        if isinstance(value, list):
            return f"{_QUOTE} if it is a text that begins with a bracket or a hyphen; else write one text, not a list."
        either = "Write `yes` or `no`; or put it in quotation marks" if isinstance(value, bool) else _QUOTE
        return f'{either}: `"{json.dumps(value)}"`.'
    if "list" in wanted and isinstance(value, str | int):
        return f"Put it in square brackets: `[{value}]`."
    if "integer" in wanted and isinstance(value, str):
        digits = value.replace(",", "").replace("_", "").replace(" ", "").lstrip("+£").rstrip("%")
        if digits.isascii() and digits.isdigit() and len(digits) < 16:
            return f"Write it in digits only, without quotation marks: `{int(digits)}`."
        return "Write a smaller number." if value.isdigit() else "Write a whole number, in digits only."
    return "Write `true` or `false`, without quotation marks." if "boolean" in wanted else ""


def _too_small(p: Problem, document: Document) -> Diagnostic:
    return _range(p, document, "at least")


def _too_large(p: Problem, document: Document) -> Diagnostic:
    return _range(p, document, "at most")


def _range(p: Problem, document: Document, bound: str) -> Diagnostic:
    message = f"{name_of(p.path)} must be {bound} {p.constraint}, and is {p.value}"
    least, most = p.rule.get("min"), p.rule.get("max")
    if least is None or most is None:
        hint = f"Write {least} or more." if most is None else f"Write {most} or less."
    else:
        hint = f"Write {least}." if least == most else f"Write a number from {least} to {most}."
    return Diagnostic("out-of-range", document.at_value(p.path), message, hint)


def _malformed(p: Problem, document: Document) -> Diagnostic:
    meta = p.rule.get("meta", {})
    text = " ".join(str(p.value).split())
    if not text:
        return _empty(p, document)
    text = text if len(text) <= 60 else f"{text[:57]}…"
    example = example_of(p.rule)
    hint = f"Example: `{example}`." if example else meta.get("help", "")
    message = f"`{text}` is not {meta.get('expects', 'what is expected here')}"
    return Diagnostic("malformed", _place(p, document), message, hint)


def _not_allowed(p: Problem, document: Document) -> Diagnostic:
    allowed = [str(a) for a in p.constraint]
    hint = did_you_mean(str(p.value), allowed)
    if hint.startswith("Did"):
        hint += f" It may be: {', '.join(allowed)}." if len(allowed) > 1 else ""
    elif len(allowed) == 1 and not p.is_key:
        hint = f"Write `{allowed[0]}`, or put it in square brackets: `[{p.value}]`."
    what = f"`{p.value}` cannot be a key here" if p.is_key else f"{name_of(p.path)} cannot be `{p.value}`"
    return Diagnostic("unknown-value", _place(p, document), what, hint)


def _other(p: Problem, document: Document) -> Diagnostic:
    expects = p.rule.get("meta", {}).get("expects", "something else")
    message = f"{name_of(p.path)} must be {expects}, and is {_words_for(p.value)}"
    return Diagnostic("wrong-type", document.at_value(p.path), message, _sentence(p, document))


_TELLERS: dict[int, Callable[[Problem, Document], Diagnostic]] = {
    _MISSING: _missing,
    _UNKNOWN: _unknown,
    0x22: _empty,
    0x23: _no_value,
    0x24: _wrong_type,
    0x41: _malformed,
    0x42: _too_small,
    0x43: _too_large,
    0x44: _not_allowed,
}
