"""What a YAML parser's complaint means for the person who wrote the file."""

import re
from typing import NamedTuple

import yaml

from contract_builder.load.source import Source
from contract_builder.model.diagnostic import Diagnostic, Place


class _Reading(NamedTuple):
    """One complaint of the parser, in its own words, and what to say instead."""

    problem: str
    context: str
    at_context: bool
    """Whether the cause stands where the parser began, not where it gave up."""
    rule: str
    message: str
    hint: str


_COLON_HINT = "Put the text in quotation marks"
_READINGS = (
    # The parser of some releases stops by itself, long after ours would have.
    _Reading("maximum nesting depth", "", False, "yaml-too-deep", "too many levels inside one another",
             "Bring it nearer to the margin, or check for brackets that are never closed."),
    _Reading("tab character", "", False, "yaml-tab", "a tab stands where spaces are needed", "Use spaces, never tabs."),
    _Reading("", "quoted scalar", True, "yaml-open-quote", "this quotation mark is never closed",
             "Close it at the end of the text; inside single quotation marks, double each apostrophe."),
    _Reading("expected ',' or ']'", "", True, "yaml-open-bracket", "this square bracket is never closed",
             "Close the list with `]`; put entries that hold commas, colons or brackets in quotation marks."),
    _Reading("expected ',' or '}'", "", True, "yaml-open-bracket", "this curly bracket is never closed",
             "Close it with `}`; put texts that hold commas, colons or brackets in quotation marks."),
    _Reading("", "scanning an alias", True, "yaml-alias", "a text cannot begin with *", "Put the text in quotation marks."),
    _Reading("", "scanning an anchor", True, "yaml-anchor", "a text cannot begin with &",
             "Put the text in quotation marks."),
    _Reading("", "tag", True, "yaml-tag", "a text cannot begin with !", "Put the text in quotation marks."),
    _Reading("could not find expected ':'", "", True, "yaml-no-colon", "this line has no key, or no colon after its key",
             "Write `key: text`; if the line goes on with the text above, indent it further than the key."),
    _Reading("sequence entries are not allowed", "", False, "yaml-list", "a list cannot begin on the same line as its key",
             "Begin the list on the next line, or put the text in quotation marks."),
    _Reading("cannot start any token", "", False, "yaml-special-character", "a text cannot begin with this character",
             "Put the text in quotation marks."),
    _Reading("expected '-' indicator", "", False, "yaml-indentation", "this line does not line up with the list above",
             "Give the entries of one list the same number of spaces, and each a `-`."),
    _Reading("expected <document start>", "", False, "yaml-indentation", "this line does not belong to what stands above",
             "Begin the keys of the file at the margin."),
    _Reading("expected <block end>", "", False, "yaml-indentation", "this line does not line up with those above",
             "Give keys of one level the same number of spaces."),
)  # fmt: skip
_LONGEST_KEY = 1000
_ESCAPES = ("escape character", "escape code", "escape sequence")


def explain(error: yaml.YAMLError, source: Source, offset: int) -> Diagnostic:
    """`error` of the YAML that starts after line `offset` of `source`, in plain words, with the cure."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Diagnostic("yaml-syntax", source.place(offset + 1), f"the file cannot be read as YAML: {error}",
                          "Compare it with a file that works.")  # fmt: skip
    problem, context = error.problem or "", error.context or ""
    here = _place(error.problem_mark, source, offset)
    began = _place(error.context_mark, source, offset) if error.context_mark else here
    if tab := _leading_tab(here, source):
        return Diagnostic("yaml-tab", tab, "a tab stands where spaces are needed", "Use spaces, never tabs.")
    if "mapping values are not allowed" in problem:
        return _colon(here)
    if any(words in problem for words in _ESCAPES):
        hint = "Write the character itself; for a backslash, write `\\\\` or use single quotation marks."
        return Diagnostic(
            "yaml-escape", here, "this is not a way to write a character after a backslash", hint
        )
    if "expected key" in problem or "expected <block end>" in problem:
        return _stray(here, source)
    for reading in _READINGS:
        if reading.problem in problem and reading.context in context:
            return Diagnostic(
                reading.rule, began if reading.at_context else here, reading.message, reading.hint
            )
    return Diagnostic("yaml-syntax", here, f"the file cannot be read as YAML: {problem}",
                      "Check the spaces at the start of the line, and put the text in quotation marks.")  # fmt: skip


def _place(mark: yaml.Mark, source: Source, offset: int) -> Place:
    line = min(mark.line + offset + 1, len(source.lines))
    text = source.line(line)
    return source.place(line, min(mark.column, max(len(text) - 1, 0)) + 1)


def _leading_tab(here: Place, source: Source) -> Place | None:
    text = source.line(here.line)
    column = text.find("\t") + 1
    return source.place(here.line, column) if column and not text[:column].strip() else None


def _colon(here: Place) -> Diagnostic:
    """A colon where there can be none: mostly a text with a colon in it."""
    before = here.text[: here.column - 1]
    key = len(before) < _LONGEST_KEY and re.match(r"\s*(?:- +)*[^\s:'\"\[{][^:]*:\s+(?=\S)", before)
    if key:
        text = here.text[key.end() :].rstrip()
        quoted = "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
        hint = f"{_COLON_HINT}: `{key.group().strip()} {quoted}`."
        return Diagnostic(
            "yaml-unquoted-colon", here, "a text that holds a colon needs quotation marks", hint
        )
    message = "this colon makes a key, where the line above has its text already"
    hint = (
        f"{_COLON_HINT} if the colon belongs to the text above; "
        "if a key begins here, give it as many spaces as the keys beside it."
    )
    return Diagnostic("yaml-indentation", here, message, hint)


def _stray(here: Place, source: Source) -> Diagnostic:
    """Words where a key should be: after a closing quotation mark or bracket, or out of line."""
    before = here.text[: here.column - 1].rstrip()
    if not before and here.text[here.column - 1 : here.column] == ":":
        return Diagnostic(
            "yaml-key", here, "a key is missing before the colon", "Write it, or delete the line."
        )
    if opened := _open_above(before, here, source):
        message, hint = "this quotation mark is never closed", "Close it at the end of the text."
        return Diagnostic("yaml-open-quote", opened, message, hint)
    if before.endswith(('"', "'", "]", "}")):
        message = "words stand after the closing quotation mark or bracket"
        return Diagnostic(
            "yaml-after-quote", here, message, "Put the whole text in quotation marks, to its very end."
        )
    if before and not before.lstrip("- "):
        before = ""
    message = (
        "this line does not line up with those above" if not before else "a key or a comma is missing here"
    )
    hint = "Give keys of one level the same number of spaces; put a text with special characters in quotation marks."
    return Diagnostic("yaml-indentation", here, message, hint)


def _open_above(before: str, here: Place, source: Source) -> Place | None:
    """Where the quotation mark stands that a mark at the end of `before`, meant to open a text, closed."""
    mark = before[-1:]
    if mark not in ('"', "'") or not mark or before.count(mark) % 2 == 0:
        return None
    for line in range(here.line - 1, max(0, here.line - 50), -1):
        text = source.line(line)
        begins = re.search(rf"[:,\[{{-] *{mark}", text)
        if begins and text.count(mark) % 2:
            return source.place(line, begins.end())
    return None
