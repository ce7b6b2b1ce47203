"""Strict YAML: mappings, lists and text; no surprises.

Plain `true`, `false`, `null` and whole decimal numbers of at most 15 digits are typed; all else is text,
as it was written.
Aliases, anchors, tags, duplicate keys and a second document are refused, so nothing can grow when it is read.
"""

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from contract_builder.load.document import Document, Marks, Path, Span
from contract_builder.load.source import Source, illegal_character, illegal_in, visible
from contract_builder.load.yaml_errors import explain
from contract_builder.load.yaml_events import events, marks
from contract_builder.model.diagnostic import Diagnostic, Place

MAX_DEPTH = 20
MAX_DIGITS = 15
MOST_PROBLEMS = 50
_TYPED: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_UNSAFE_RAW = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")  # folded or refused by one YAML parser or the other
_QUOTE = "Put the text in quotation marks."
_NO_ANCHOR = "Write the text out where it is needed; if it begins with `&`, put it in quotation marks."
_NO_TAG = "Take the tag out; if the text begins with `!`, put it in quotation marks."
_NO_ALIAS = "Write the text out where it is needed; if it begins with `*`, put it in quotation marks."


class _Stop(Exception):
    """What is left of the file cannot be read; the reason is already noted."""


def parse_yaml(
    source: Source, text: str | None = None, first_line: int = 1
) -> tuple[Document | None, list[Diagnostic]]:
    """The mapping in `source`, or in its part `text` that starts at `first_line`; and all that is wrong with it.

    There is no document where the rest could not be read; a duplicate key, an anchor or a tag still gives one.
    """
    reading = _Reading(source, source.text if text is None else text, first_line)
    try:
        data = reading.document()
    except _Stop:
        return None, reading.found
    except yaml.YAMLError as error:
        return None, [*reading.found, explain(error, source, first_line - 1)]
    if not isinstance(data, dict):
        empty = data is None
        message = "the file has no keys in it" if empty else "the file must hold keys and values"
        hint = "Write keys and values, such as `title: Redress`."
        return None, [*reading.found, Diagnostic("yaml-no-mapping", source.place(first_line), message, hint)]
    return Document(source, data, Marks(reading.keys, reading.values)), reading.found


class _Reading:
    """One reading of one YAML text: its events, and what they came to so far."""

    def __init__(self, source: Source, text: str, first_line: int) -> None:
        self.source = source
        self.text = text
        self.offset = first_line
        self.found: list[Diagnostic] = []
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self.escapes = "\\" in text

    def document(self) -> Any:
        """The only document of the text; none if it is empty."""
        self._refuse_unsafe()
        self.next = events(self.text)
        self.next()
        start = self.next()
        if isinstance(start, StreamEndEvent):
            return None
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            self._note(
                "yaml-directive", self._place(start), "a line that begins with % is not allowed", "Delete it."
            )
        value = self._value(self.next(), (), 1)
        self._expect_end(self.next())
        return value

    def _expect_end(self, end: Event) -> None:
        after = self.next() if isinstance(end, DocumentEndEvent) else end
        if not isinstance(after, StreamEndEvent):
            hint = "Put the second one in a file of its own, or delete the line `---` between them."
            self._note(
                "yaml-several-documents", self._place(after), "the file holds more than one document", hint
            )
            raise _Stop

    def _refuse_unsafe(self) -> None:
        for match in _UNSAFE_RAW.finditer(self.text):
            index = match.start()
            line = self.text.count("\n", 0, index)
            place = self.source.place(line + self.offset, index - self.text.rfind("\n", 0, index))
            code = f"U+{ord(match.group()):04X}"
            hint = f'Delete it, or write it as "\\u{ord(match.group()):04X}" inside double quotation marks.'
            self._note(
                "yaml-invisible-character", place, f"the invisible character {code} cannot stand here", hint
            )
        if self.found:
            raise _Stop

    def _value(self, event: Event, path: Path, depth: int) -> Any:
        kind = type(event)
        if kind is AliasEvent:
            self._note(
                "yaml-alias",
                self._place(event),
                "a text cannot begin with *, which makes an alias",
                _NO_ALIAS,
            )
            raise _Stop
        if event.anchor is not None:  # type: ignore[attr-defined]
            self._note(
                "yaml-anchor",
                self._place(event),
                "a text cannot begin with &, which makes an anchor",
                _NO_ANCHOR,
            )
        if event.tag is not None:  # type: ignore[attr-defined]
            self._note(
                "yaml-tag", self._place(event), "a text cannot begin with !, which makes a tag", _NO_TAG
            )
        self.values[path] = self._span(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            hint = "Bring it nearer to the margin, or check for brackets that are never closed."
            self._note(
                "yaml-too-deep", self._place(event), f"more than {MAX_DEPTH} levels inside one another", hint
            )
            raise _Stop
        if kind is SequenceStartEvent:
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        values: list[Any] = []
        while type(event := self.next()) is not SequenceEndEvent:
            values.append(self._value(event, (*path, len(values)), depth + 1))
        return values

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while type(event := self.next()) is not MappingEndEvent:
            key = self._key(event)
            below = (*path, key)
            if key not in mapping:
                self.keys[below] = self._span(event)
                mapping[key] = self._value(self.next(), below, depth + 1)
                continue
            line = self.keys[below][0]
            message = f"the key `{key}` stands here a second time (first on line {line})"
            hint = "Keep one of the two; if both have values, put them together under one key."
            self._note("yaml-duplicate-key", self._place(event), message, hint)
            self._skip(self.next(), below, depth)
        return mapping

    def _skip(self, event: Event, path: Path, depth: int) -> None:
        kept = self.keys, self.values
        self.keys, self.values = {}, {}
        self._value(event, path, depth + 1)
        self.keys, self.values = kept

    def _key(self, event: Event) -> str:
        if isinstance(event, ScalarEvent) and event.value:
            if event.anchor is not None or event.tag is not None:
                self._note(
                    "yaml-key", self._place(event), "a key must be plain text", "Take out the `&` or `!`."
                )
            return self._checked(event)
        if isinstance(event, ScalarEvent):
            self._note("yaml-key", self._place(event), "a key is missing before the colon", _QUOTE)
            raise _Stop
        words, hint = "a key must be text, not a list or a mapping", _QUOTE
        if isinstance(event, AliasEvent):
            words, hint = "a key cannot begin with *, which makes an alias", _NO_ALIAS
        elif "{{" in self.source.line(self._span(event)[0]):
            words = "a text that begins with {{ is read as a mapping"
            hint = "Put the whole text in quotation marks, from before the {{."
        self._note("yaml-key", self._place(event), words, hint)
        raise _Stop

    def _scalar(self, event: ScalarEvent) -> str | int | bool | None:
        text: str = event.value
        if not event.implicit[0] or event.style:
            return self._checked(event)
        if text in _TYPED:
            return _TYPED[text]
        return int(text) if len(text) <= MAX_DIGITS and _INTEGER.fullmatch(text) else text

    def _checked(self, event: ScalarEvent) -> str:
        """The event's text, with no character that an escape such as "\\u0000" brought in and Word cannot hold."""
        text: str = event.value
        if self.escapes and (character := illegal_in(text, self.source.any_text)):
            self.found.append(illegal_character(character, self._place(event)))
            return visible(text)  # it may be named in other messages
        return text

    def _span(self, event: Event) -> Span:
        start, end = marks(event)
        line = start.line + self.offset
        column = start.column + 1
        if not isinstance(event, ScalarEvent):
            return line, column, 1
        last = end.column if end.line == start.line else len(self.source.line(line))
        return line, column, max(1, last - start.column)

    def _place(self, event: Event) -> Place:
        return self.source.place(*self._span(event))

    def _note(self, rule: str, place: Place, message: str, hint: str) -> None:
        self.found.append(Diagnostic(rule, place, message, hint))
        if len(self.found) >= MOST_PROBLEMS:
            raise _Stop
