"""The Contract: resolved, numbered, the same for every format."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen

RunStyle: TypeAlias = Literal["", "em", "strong"]


class TextRun(Frozen, frozen=True, tag="text"):
    """Words."""

    text: str
    style: RunStyle = ""


class RefRun(Frozen, frozen=True, tag="ref"):
    """A number that follows its target: `text` is what it is now."""

    anchor: str
    text: str
    full: bool = True
    """With the numbers above it ("4.3(a)"), or alone ("(a)")."""


class BlankRun(Frozen, frozen=True, tag="blank"):
    """A value that is still to be filled in."""

    field: str
    prompt: str


Run: TypeAlias = TextRun | RefRun | BlankRun
Runs: TypeAlias = tuple[Run, ...]


class Para(Frozen, frozen=True, tag="para"):
    """A paragraph without a number."""

    runs: Runs


class Numbered(Frozen, frozen=True, tag="numbered"):
    """A numbered paragraph, with those below it."""

    level: int
    """1 below a heading: 4.1 in a clause, 1 in a schedule; 2: (a); 3: (i)."""
    number: str
    """As printed beside it: "4.1", "(a)"."""
    full: str
    """As cited: "4.1(a)"."""
    runs: Runs
    anchor: str = ""
    """A name for it, the same in every build."""
    items: "tuple[Numbered, ...]" = ()


class Grid(Frozen, frozen=True, tag="grid"):
    """A table with one header row."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    title: str = ""


Block: TypeAlias = Para | Numbered | Grid


class ClauseNode(Frozen, frozen=True):
    """One clause as it prints."""

    id: str
    version: str
    position: str
    number: str
    heading: str
    anchor: str
    blocks: tuple[Block, ...]
    digest: str
    """SHA-256 of the heading and text as printed."""


class DefinitionNode(Frozen, frozen=True):
    """A defined term as it prints."""

    id: str
    version: str
    term: str
    verb: str
    """"means" or "includes": the word between the term and its text."""
    anchor: str
    blocks: tuple[Block, ...]


class ScheduleNode(Frozen, frozen=True):
    """One schedule as it prints: its own paragraphs, or the definitions."""

    id: str
    version: str
    number: str
    """"Schedule 2"."""
    heading: str
    anchor: str
    blocks: tuple[Block, ...]
    definitions: tuple[DefinitionNode, ...] = ()
    digest: str = ""


class ParticularsRow(Frozen, frozen=True):
    """One row of the Particulars."""

    field: str
    label: str
    runs: Runs


class ParticularsSection(Frozen, frozen=True):
    """Rows of the Particulars under one heading."""

    title: str
    rows: tuple[ParticularsRow, ...]


class SignatoryNode(Frozen, frozen=True):
    """One party's part of the execution block."""

    party: str
    words: Runs
    lines: tuple[str, ...]


class ExecutionNode(Frozen, frozen=True):
    """How the contract is signed."""

    title: str
    words: Runs
    signatories: tuple[SignatoryNode, ...]


class Obligation(Frozen, frozen=True):
    """Who must do what, by when, on what trigger, with what evidence."""

    clause: str
    anchor: str
    number: str
    """The clause number to cite: "4.3(a)"."""
    party: str
    action: str
    trigger: str
    due: str
    evidence: str


class OpenItem(Frozen, frozen=True):
    """A blank, with who fills it."""

    field: str
    label: str
    ask: str
    owner: str


class Identity(Frozen, frozen=True):
    """What the document is and came from."""

    title: str
    reference: str
    date: str
    draft: str
    """"Draft 1": the state printed on the cover."""
    library: str
    library_version: str
    tool_version: str
    subject: str = ""
    """What is bought, in the words of the brief."""


class Contract(Frozen, frozen=True):
    """The resolved document tree."""

    identity: Identity
    parties: tuple[Runs, Runs]
    notice: str
    background: Runs
    particulars: tuple[ParticularsSection, ...]
    clauses: tuple[ClauseNode, ...]
    schedules: tuple[ScheduleNode, ...]
    execution: ExecutionNode
    obligations: tuple[Obligation, ...]
    open_items: tuple[OpenItem, ...]
    cited: frozenset[str] = frozenset()
    """The anchors that something in the document refers to."""
    format: int = 1
