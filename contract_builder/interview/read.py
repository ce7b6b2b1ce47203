"""A brief that `write.py` wrote, read back: its answers, and the comments that a person added.

Answers may have been changed by hand. What would be lost by writing the file anew is refused.
"""

import re
from typing import Any

from contract_builder.built import Content
from contract_builder.check.brief import brief_problems
from contract_builder.interview.ask import Answer, Answers, Ask
from contract_builder.interview.write import (
    DATE,
    EMPTY,
    END,
    FINISHED,
    INSIDE_TRIAGE,
    SECTIONS,
    UNFINISHED,
    brief_text,
    key_line,
    meaning,
    question_lines,
)
from contract_builder.load.brief import load_brief
from contract_builder.load.document import Document
from contract_builder.load.source import Source, decode
from contract_builder.load.yaml import parse_yaml
from contract_builder.model.base import Frozen
from contract_builder.model.brief import Brief
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.host import HostChoice
from contract_builder.model.triage import UNKNOWN

_KEY = re.compile(r"( *)([a-z][a-z0-9_-]*):(?= |$)")
_BLANK = re.compile(r" *# ([a-z][a-z0-9_-]*): \((not asked|not known)\b.*\)")
_COMMENT = re.compile(r"\s#\s*(\S.*)$")
_HEADING = re.compile(rf" *(?:# )?({'|'.join(SECTIONS)}):")
_UNFINISHED = ("missing-key", "host-missing")
"""What is said of a brief of which not every question is answered yet."""
_NOT_OURS = "not-written-by-new"
_EDIT = "Finish this brief in a text editor, or take that line out and run the command again."


class Draft(Frozen, frozen=True):
    """What a file holds."""

    answers: Answers = {}
    """The answers so far, `unknown` among them."""
    date: str = ""
    """Its date, as YYYY-MM-DD."""
    finished: bool = False
    """Whether it was finished when it was last written."""
    own: dict[str, tuple[str, ...]] = {}
    """The comments that a person added, by the key that they stand above."""


def is_ours(data: bytes) -> bool:
    """Whether `data` says that `new` wrote it."""
    source, _ = decode(data, "")
    return source is not None and bool({FINISHED, UNFINISHED} & set(source.lines[:5]))


def read_draft(
    data: bytes, file: str, asks: tuple[Ask, ...], content: Content
) -> tuple[Draft | None, list[Diagnostic]]:
    """The answers in `data`, a file that `new` wrote; or none, with everything that is wrong.

    Refused beside what any brief is refused for: what `new` does not write, such as departures, which would be lost.
    """
    source, found = decode(data, file, any_text=True)
    if source is None:
        return None, found
    found = [d for d in load_brief(data, file).diagnostics if d.rule not in _UNFINISHED]
    document, _ = parse_yaml(source)
    if document is None or found:
        return None, found
    answers = _answers(document, asks)
    own = _Lines(source, asks, answers)
    problems = [*own.found, *_names(document, answers, content)]
    if problems:
        return None, problems
    date = document.data.get("date", "")
    return Draft(answers, date, FINISHED in source.lines, {k: tuple(v) for k, v in own.own.items()}), []


def _answers(document: Document, asks: tuple[Ask, ...]) -> Answers:
    found: Answers = {}
    for ask in asks:
        part, dot, name = ask.key.partition(".")
        data: Any = document.data.get("triage", {}) if part in INSIDE_TRIAGE else document.data
        value = data.get(part, {}).get(name) if dot else data.get(part)
        if value is not None and value != "":
            found[ask.key] = _answer(ask, value)
    return found


def _answer(ask: Ask, value: Any) -> Answer:
    if isinstance(value, list):
        return tuple(dict.fromkeys(value))
    if isinstance(value, int) and ask.kind != "number":
        return str(value)
    answer: Answer = value
    return answer


def _names(document: Document, answers: Answers, content: Content) -> list[Diagnostic]:
    """Names and values that the contents do not have; what is not answered yet is no problem here."""
    data, taxonomy = document.data, content.library.taxonomy
    triage = data.get("triage", {})
    brief = Brief(
        title=data.get("title", ""),
        file=document.source.file,
        ai_types=tuple(data.get("ai_types", ())),
        service_area=data.get("service_area", taxonomy.service_areas[0].id),
        facts=data.get("facts", {}),
        stops=triage.get("stops", {}),
        answers=triage.get("answers", {}),
        evidence=triage.get("evidence", {}),
        host=HostChoice(data["host"]["map"]) if "map" in data.get("host", {}) else None,
        particulars={k: str(v) for k, v in data.get("particulars", {}).items() if v not in (None, "")},
        lines=document.lines(),
    )
    return brief_problems(brief, content.library, content.playbooks, content.triage)


class _Lines:
    """One reading of the lines of a file: which are ours, and which a person added."""

    def __init__(self, source: Source, asks: tuple[Ask, ...], answers: Answers) -> None:
        self.source, self.answers = source, answers
        self.asks = {ask.key: ask for ask in asks}
        self.ours = {line.strip() for line in brief_text(asks, {}).split("\n")}
        self.ours |= {UNFINISHED, FINISHED, DATE, EMPTY, *SECTIONS.values()}
        self.ours |= {line for ask in asks for line in question_lines(ask)}
        self.own: dict[str, list[str]] = {}
        self.found: list[Diagnostic] = []
        waiting: list[str] = []
        self.part = ""
        for number, line in enumerate(source.lines, 1):
            key = self._key(line, number)
            if key is None:
                if line.strip() and line.strip() not in self.ours:
                    waiting.append(line.strip())
            else:
                self._keep(key, [*waiting, *self._trailing(key, line)])
                waiting = []
        self._keep(END, waiting)

    def _keep(self, key: str, comments: list[str]) -> None:
        if comments:
            self.own.setdefault(key, []).extend(comments)

    def _key(self, line: str, number: int) -> str | None:
        """The key that stands on `line`, commented out or not; none for a comment."""
        if heading := _HEADING.fullmatch(line.rstrip()):
            self.part = heading.group(1)
            return self.part
        if blank := _BLANK.fullmatch(line.rstrip()):
            key = f"{self.part}.{blank.group(1)}".lstrip(".")
            if key in self.asks and blank.group(2) == "not known":
                self.answers.setdefault(key, UNKNOWN)
            return key
        if not line.strip() or line.lstrip().startswith("#"):
            return None
        match = _KEY.match(line)
        if match and not match.group(1):
            self.part = ""
        key = f"{self.part}.{match.group(2)}".lstrip(".") if match else ""
        if key not in self.asks and key not in ("brief", "date"):
            words = f"`{' '.join(line.split())[:40]}` is nothing that `new` writes, and would be lost"
            self.found.append(Diagnostic(_NOT_OURS, self.source.place_of("", number), words, _EDIT))
        elif key in self.asks and key not in self.answers and line[match.end() if match else 0 :].strip():
            self.found.append(
                Diagnostic(
                    _NOT_OURS,
                    Place(self.source.file, number, 1),
                    f"`{key}` is not where `new` writes it",
                    _EDIT,
                )
            )
        return key

    def _trailing(self, key: str, line: str) -> list[str]:
        """A comment that a person wrote behind an answer; ours only says what the answer means."""
        ask = self.asks.get(key)
        answer = self.answers.get(key)
        if ask is None or answer is None or line.lstrip().startswith("#"):
            return []
        bare = key_line(ask, answer).partition("  # ")[0] if ask.options else key_line(ask, answer)
        rest = line.strip()
        rest = rest[len(bare) :] if rest.startswith(bare) else rest
        comment = _COMMENT.search(rest if rest.startswith((" ", "\t")) or not rest else f" {rest}")
        if comment is None or comment.group(1) in self._meanings(ask):
            return []
        return [f"# {comment.group(1)}"]

    def _meanings(self, ask: Ask) -> set[str]:
        """What `new` itself may have written behind an answer, or behind the one that stood there before."""
        answers: list[Answer] = [UNKNOWN, *(o.value for o in ask.options)]
        if (now := self.answers.get(ask.key)) is not None:
            answers.append(now)
        return {meaning(ask, answer) for answer in answers}
