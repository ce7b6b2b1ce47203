"""What the library's text files hold: clauses, definitions and schedules."""

from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from contract_builder.model.allowance import Allowance
from contract_builder.model.base import Frozen
from contract_builder.model.body import Body

Stronger: TypeAlias = Literal["lower", "higher", "none"]
ParameterType: TypeAlias = Literal["integer", "money", "percent", "text", "choice", "date"]
Value: TypeAlias = int | str
Everything: TypeAlias = Literal["all"]

PREFERRED, SHORT = "preferred", "short"
UNWRITTEN = "[to write: "
"""What a text begins with that a template leaves to be written; it ends with a square bracket."""


class Parameter(Frozen, frozen=True):
    """A typed, bounded, defaulted value that a clause asks for."""

    name: str
    """Its name in the text of the clause."""
    type: ParameterType
    """What it holds."""
    default: Value
    """What it is where nobody says otherwise."""
    ask: str
    """The question that it answers."""
    unit: str = ""
    """What is counted: "Working Days", "months". Money is in pounds, percentages in whole per cent."""
    default_in: dict[str, Value] = {}
    """The default in one position, where it differs."""
    min: int | None = None
    """The lowest that it may be; null for no bound."""
    max: int | None = None
    """The highest that it may be; null for no bound."""
    choices: tuple[str, ...] = ()
    """What it may be, where it is a choice."""
    stronger: Stronger = "none"
    """Which way protects the Council more."""

    def default_for(self, position: str) -> Value:
        """The default where `position` is chosen."""
        return self.default_in.get(position, self.default)


class ObligationSource(Frozen, frozen=True):
    """Who must do what, by when; anchored to a labelled item."""

    at: str
    """The label of the item that says so."""
    party: str
    """Who must do it."""
    action: str
    """What must be done."""
    trigger: str
    """What sets it off."""
    due: str
    """By when, with the names of parameters in double braces."""
    evidence: str
    """What shows that it was done."""


class Answer(Frozen, frozen=True):
    """By which labelled items a clause answers a finding: a right, a number and a remedy.

    Each is one label or several, of which one has to hold in a position; `remedies#cure` is a label of another clause.
    """

    finding: str
    right: tuple[str, ...]
    number: tuple[str, ...]
    remedy: tuple[str, ...]


class Risk(Frozen, frozen=True):
    """Where a clause applies."""

    from_tier: int
    """The lowest tier at which it applies."""
    harms: tuple[str, ...]
    """The ids of the harms that it guards against."""
    ai_types: tuple[str, ...] | Everything
    """The ids of the AI types, or "all"."""
    service_areas: tuple[str, ...] | Everything
    """The ids of the service areas, or "all"."""


class Position(Frozen, frozen=True):
    """The text of a clause at one negotiating strength."""

    name: str
    rank: int
    """0 is the strongest. `short` is ranked with `preferred`: the same protection in fewer words."""
    line: int
    raw: msgspec.Raw
    """The body, encoded: of 2,000 clauses a contract reads some dozens."""
    approver: str = ""
    leaves: str = ""
    requires: tuple[str, ...] = ()
    """Topics that this position needs beside those that the clause needs in any position."""
    labels: tuple[str, ...] = ()

    @property
    def body(self) -> Body:
        """The parsed text."""
        return decode_body(self.raw)


class Clause(Frozen, frozen=True):
    """One modular term, one file."""

    id: str
    title: str
    version: str
    status: str
    group: str
    order: int
    provides: tuple[str, ...]
    risk: Risk
    file: str
    positions: tuple[Position, ...]
    answers: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    anchors: dict[str, tuple[str, ...]] = {}
    """The articles of published models that it is like: keys of anchors.yaml."""
    requires: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    obligations: tuple[ObligationSource, ...] = ()
    derived_from: str = ""
    walk_away: str = ""
    note: str = ""
    lines: dict[str, int] = {}
    """The line of each key of the front matter."""
    allow: tuple[Allowance, ...] = ()
    """Findings of `check` that are meant."""
    answered_by: tuple[Answer, ...] = ()
    """For findings among `answers`, the items that answer them; without, a finding is only claimed."""

    def position(self, name: str) -> Position | None:
        """The position called `name`, if the clause has it."""
        return next((p for p in self.positions if p.name == name), None)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter called `name`, if the clause has it."""
        return next((p for p in self.parameters if p.name == name), None)


class Definition(Frozen, frozen=True):
    """A defined term with its own text and version."""

    id: str
    term: str
    version: str
    status: str
    file: str
    raw: msgspec.Raw
    verb: str = "means"
    also: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    note: str = ""
    line: int = 1
    allow: tuple[Allowance, ...] = ()

    @property
    def body(self) -> Body:
        """The parsed text."""
        return decode_body(self.raw)


class Schedule(Frozen, frozen=True):
    """A part with its own numbering, pulled in when a clause refers to it."""

    id: str
    title: str
    version: str
    status: str
    order: int
    file: str
    raw: msgspec.Raw
    labels: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    note: str = ""
    line: int = 1
    allow: tuple[Allowance, ...] = ()

    @property
    def body(self) -> Body:
        """The parsed text."""
        return decode_body(self.raw)


_DECODER = msgspec.json.Decoder(Body)
_ENCODER = msgspec.json.Encoder()


_MOST_KEPT = 512
"""Texts that are kept decoded: several contracts' worth, some megabytes at most."""


def decode_body(raw: msgspec.Raw) -> Body:
    """The text that `encode_body` stored."""
    return _decoded(bytes(raw))


@lru_cache(maxsize=_MOST_KEPT)
def _decoded(stored: bytes) -> Body:
    return _DECODER.decode(stored)


def encode_body(body: Body) -> msgspec.Raw:
    """`body` in its stored form."""
    return msgspec.Raw(_ENCODER.encode(body))
