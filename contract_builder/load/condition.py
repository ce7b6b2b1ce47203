"""Conditions, as words in a text and as a mapping in YAML."""

import re
from collections.abc import Callable
from typing import Any

from contract_builder.load.document import Document, Path
from contract_builder.load.hints import did_you_mean
from contract_builder.model.condition import All, AnyOf, Condition, Not, Operator, Test
from contract_builder.model.diagnostic import Diagnostic, Place

SETS = frozenset({"topics", "clauses"})
"""What a constraint may test as well as facts; both hold several values."""

_FACT = re.compile(r"[a-z][a-z0-9_]*")
_TEST = re.compile(
    r"(?P<fact>\S+) (?P<words>is one of|is not|is at least|is at most|is more than|is|has|does not have) (?P<value>.+)"
)
_WORDS: dict[str, Operator] = {
    "is": "is", "is not": "is-not", "is one of": "one-of", "is at least": "at-least", "is at most": "at-most",
    "is more than": "more-than", "has": "has", "does not have": "lacks",
}  # fmt: skip
_KEYS: dict[str, Operator] = {
    "is": "is", "is_not": "is-not", "one_of": "one-of", "at_least": "at-least", "at_most": "at-most",
    "more_than": "more-than", "has": "has", "lacks": "lacks",
}  # fmt: skip
_NUMERIC = ("at-least", "at-most", "more-than")
_VALUE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_POSITION = re.compile(r"position:[a-z0-9]+(-[a-z0-9]+)*")
_EXAMPLE = (
    "Write, for example, `*(only if tier is at least 3 and route is one of open-procedure, direct-award)*`."
)


def parse_words(text: str, place: Callable[[str], Place]) -> tuple[Condition | None, list[Diagnostic]]:
    """The condition in `text`, the words after "only if"; and what is wrong with it.

    `place` gives the place of some words of it.
    """
    if re.search(r" or ", text):
        hint = "Write `fact is one of a, b`, or write two items."
        return None, [Diagnostic("condition-or", place(" or "), "a condition cannot hold `or`", hint)]
    tests: list[Condition] = []
    found: list[Diagnostic] = []
    for words in re.split(r" and ", text):
        test = _test(words.strip())
        if isinstance(test, Test):
            tests.append(test)
        else:
            found.append(Diagnostic("condition-syntax", place(words.strip()), *test))
    if found:
        return None, found
    return (tests[0] if len(tests) == 1 else All(tuple(tests))), []


def _test(words: str) -> Test | tuple[str, str]:
    """The test that `words` say; or what is wrong, and what to write."""
    match = _TEST.fullmatch(words)
    if not match:
        return f"`{words}` is not a test of a fact", _EXAMPLE
    fact, operator, value = match["fact"], _WORDS[match["words"]], match["value"].strip()
    if not _FACT.fullmatch(fact):
        return f"`{fact}` is not the name of a fact", "Facts are written like `ai_types`; see docs/facts.md."
    if operator == "one-of":
        values = tuple(part.strip() for part in value.split(","))
        wrong = [v for v in values if not _VALUE.fullmatch(v)]
        if wrong:
            return f"`{wrong[0]}` is not a value", "Separate the values by commas: `is one of a, b`."
        return Test(fact, operator, values)
    if not _VALUE.fullmatch(value):
        hint = (
            "Write `is one of a, b`."
            if "," in value
            else "Values are lower-case letters, digits and hyphens."
        )
        return f"`{value}` is not a value", hint
    number = int(value) if re.fullmatch(r"0|[1-9][0-9]{0,14}", value) else None
    if operator in _NUMERIC and number is None:
        return f"`{value}` is not a number", "Write a number in digits: `tier is at least 3`."
    return Test(fact, operator, value if number is None else number)


def parse_mapping(document: Document, path: Path, sets: frozenset[str]) -> tuple[Condition, list[Diagnostic]]:
    """The condition that stands at `path` of `document`, a mapping; and what is wrong with it.

    Several keys must all be true. `sets` are the facts that hold several values: there, a value means "has".
    """
    data: Any = document.data
    for step in path:
        data = data[step]
    reading = _Mapping(document, sets)
    return reading.all_of(data, path), reading.found


class _Mapping:
    def __init__(self, document: Document, sets: frozenset[str]) -> None:
        self.document = document
        self.sets = sets
        self.found: list[Diagnostic] = []

    def all_of(self, data: Any, path: Path) -> Condition:
        if not isinstance(data, dict) or not data:
            self._note(
                path, "a condition must be a mapping of facts to values", "Example: `{tier: {at_least: 3}}`."
            )
            return All()
        parts = [part for key, value in data.items() for part in self._part(key, value, (*path, key))]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _part(self, key: str, value: Any, path: Path) -> list[Condition]:
        if key == "not":
            return [Not(self.all_of(value, path))]
        if key in ("all", "any"):
            return [self._several(key, value, path)]
        if not _FACT.fullmatch(key) and not _POSITION.fullmatch(key):
            self._note(
                path, f"`{key}` is not the name of a fact", "Facts are written like `ai_types`.", at_key=True
            )
            return []
        if not isinstance(value, dict):
            return self._tests(key, "one_of" if isinstance(value, list) else "is", value, path)
        if not value:
            self._note(
                path, f"`{key}` is tested for nothing", "Example: `{tier: {at_least: 3}}`.", at_key=True
            )
        return [
            test for word, wanted in value.items() for test in self._tests(key, word, wanted, (*path, word))
        ]

    def _several(self, key: str, value: Any, path: Path) -> Condition:
        if not isinstance(value, list) or not value:
            self._note(
                path,
                f"`{key}` must hold a list of conditions",
                f"Example: `{key}: [{{tier: 3}}, {{tier: 4}}]`.",
            )
            return All()
        parts = tuple(self.all_of(entry, (*path, index)) for index, entry in enumerate(value))
        return All(parts) if key == "all" else AnyOf(parts)

    def _tests(self, fact: str, word: str, value: Any, path: Path) -> list[Condition]:
        operator = _KEYS.get(word)
        if operator is None:
            self._note(path, f"`{word}` is not a way to test a fact", did_you_mean(word, _KEYS), at_key=True)
            return []
        values = value if isinstance(value, list) else [value]
        if not self._right(values, operator, isinstance(value, list), path):
            return []
        if fact in self.sets or fact in SETS:
            return self._set_tests(fact, operator, values)
        if operator == "one-of":
            return [Test(fact, operator, tuple(str(v) for v in values))]
        return [Test(fact, operator, v) for v in values]

    def _set_tests(self, fact: str, operator: Operator, values: list[Any]) -> list[Condition]:
        if operator in ("is-not", "lacks"):
            return [Test(fact, "lacks", v) for v in values]
        tests = tuple(Test(fact, "has", v) for v in values)
        return list(tests) if operator in ("has", "is") else [AnyOf(tests)]

    def _right(self, values: list[Any], operator: Operator, is_list: bool, path: Path) -> bool:
        if operator in _NUMERIC and (is_list or not _is_number(values[0])):
            self._note(path, "a number is needed here", "Write it in digits: `{at_least: 3}`.")
        elif is_list and operator not in ("one-of", "has", "lacks"):
            self._note(path, "one value is needed here", "For several, write `one_of: [a, b]`.")
        elif not values:
            self._note(path, "the list is empty", "Write the values between the brackets.")
        elif wrong := [v for v in values if not isinstance(v, str) and not _is_number(v)]:
            self._note(
                path,
                f"`{str(wrong[0]).lower()}` is not a value of a fact",
                'Put it in quotation marks: `"yes"`.',
            )
        else:
            return True
        return False

    def _note(self, path: Path, message: str, hint: str, at_key: bool = False) -> None:
        place = self.document.at_key(path) if at_key else self.document.at_value(path)
        self.found.append(Diagnostic("condition-syntax", place, message, hint))


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
