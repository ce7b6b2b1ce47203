"""The documents that other programs read, beside Selection, TriageResult and Contract: each has the number of its format.

`format` stands at the top of every document. What one number promises: `docs/compatibility.md`.
"""

from typing import Literal

import msgspec

from contract_builder.model.base import Frozen
from contract_builder.model.clause import ObligationSource, Parameter, Risk
from contract_builder.model.contract import Obligation, OpenItem
from contract_builder.model.library import Finding, LawHook, Topic
from contract_builder.model.selection import Choice, LeftOut


def format_of(document: type[msgspec.Struct]) -> int:
    """The number of the format that this version writes `document` in."""
    number: int = next(f.default for f in msgspec.structs.fields(document) if f.name == "format")
    return number


class ContractName(Frozen, frozen=True):
    """Which contract it is."""

    title: str
    """The title on the cover."""
    reference: str
    """The council's reference for the contract; "" if it has none yet."""
    subject: str
    """What is bought, in the words of the brief."""
    library: str
    """The name of the library."""
    library_version: str
    """Its version."""
    tool_version: str
    """The version of contract-builder that made it."""
    digest: str
    """SHA-256 of the contract as a file of JSON."""


class Obligations(Frozen, frozen=True, kw_only=True):
    """Who must do what under one contract."""

    format: int = 1
    """The number of this format."""
    contract: ContractName
    """The contract that they stand in."""
    obligations: tuple[Obligation, ...]
    """In the order of the clauses."""


class Explanation(Frozen, frozen=True, kw_only=True):
    """Why one clause is in, or why it is out: one of the two is null."""

    format: int = 1
    """The number of this format."""
    chosen: Choice | None = None
    """The clause, if it is in."""
    left_out: LeftOut | None = None
    """The clause, if it is out."""


class Made(Frozen, frozen=True, kw_only=True):
    """What `build` wrote."""

    format: int = 1
    """The number of this format."""
    tier: int
    """The inherent tier: clauses follow it."""
    residual_tier: int
    """The residual tier: sign-off follows it."""
    open_items: tuple[OpenItem, ...]
    """The blanks, in the order of the Particulars."""
    files: tuple[str, ...]
    """The paths of the files, in the order written: the contract in each format, the lock, the report."""


class ClauseFacts(Frozen, frozen=True):
    """What a clause is and where it applies, without its text."""

    id: str
    """Its id."""
    title: str
    """What it is called."""
    version: str
    """Its version, as in 1.2.0."""
    status: str
    """How far its review has come."""
    group: str
    """The group that it prints in."""
    provides: tuple[str, ...]
    """The ids of the topics that it provides."""
    risk: Risk
    """Where it applies."""
    answers: tuple[str, ...]
    """The ids of the findings that it answers."""
    law: tuple[str, ...]
    """The ids of the law hooks that it cites."""
    anchors: dict[str, tuple[str, ...]]
    """The parts of published models that it is like, by model."""
    requires: tuple[str, ...]
    """The ids of the topics that it needs beside it."""
    parameters: tuple[Parameter, ...]
    """The values that it asks for."""
    positions: tuple[str, ...]
    """The names of its positions, as they stand in the file."""
    file: str
    """Where it stands in the contents."""


class Clauses(Frozen, frozen=True, kw_only=True):
    """Clauses of the library."""

    format: int = 1
    """The number of this format."""
    clauses: tuple[ClauseFacts, ...]
    """In the order that they print in."""


class Name(Frozen, frozen=True):
    """A name that briefs and options use."""

    id: str
    """What to write."""
    title: str
    """What it means; "" where the name says it."""


class Names(Frozen, frozen=True, kw_only=True):
    """The names of one kind."""

    format: int = 1
    """The number of this format."""
    what: str
    """The kind: "ai-types", "topics" …"""
    names: tuple[Name, ...]
    """In the order of the contents."""


class Answer(Frozen, frozen=True):
    """An answer that a brief may give."""

    answer: str
    """What to write."""
    means: str
    """What it means; "" where the answer says it."""


class Asked(Frozen, frozen=True):
    """Something that a brief answers."""

    id: str
    """The key in the brief."""
    ask: str
    """The question."""
    answers: tuple[Answer, ...]
    """What may be answered; none: any text."""


class Answers(Frozen, frozen=True, kw_only=True):
    """What a brief may answer, for one part of it."""

    format: int = 1
    """The number of this format."""
    what: str
    """The part: "gates", "questions" …"""
    asked: tuple[Asked, ...]
    """In the order of the contents."""


class ClauseText(Frozen, frozen=True):
    """A clause with all its positions."""

    facts: ClauseFacts
    """What it is and where it applies."""
    obligations: tuple[ObligationSource, ...]
    """Who must do what, by label."""
    text: dict[str, str]
    """The text of each position by its name: {name} is a value, [target] a reference."""
    walk_away: str
    """When to refuse."""
    note: str
    """Words for the council's side."""


class DefinitionText(Frozen, frozen=True):
    """A defined term."""

    id: str
    """Its id."""
    term: str
    """The term, as printed."""
    version: str
    """Its version, as in 1.2.0."""
    text: str
    """What it means, as in ClauseText."""


class Entry(Frozen, frozen=True, kw_only=True):
    """One entry of the library, under the name of its kind; the other kinds are null."""

    format: int = 1
    """The number of this format."""
    kind: Literal["clause", "topic", "law", "finding", "definition"]
    """Which of the others is filled."""
    clause: ClauseText | None = None
    """A clause."""
    topic: Topic | None = None
    """A topic."""
    law: LawHook | None = None
    """A law hook."""
    finding: Finding | None = None
    """A finding."""
    definition: DefinitionText | None = None
    """A defined term."""
