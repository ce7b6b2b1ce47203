"""The Contract: resolved, numbered, the same for every format."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from contract_builder.model.base import Lenient
from contract_builder.model.host import HostNode

RunStyle: TypeAlias = Literal["", "em", "strong"]


class TextRun(Lenient, frozen=True, tag="text"):
    """Words."""

    text: str
    """The words."""
    style: RunStyle = ""
    """How they are set: "" is plain."""


class RefRun(Lenient, frozen=True, tag="ref"):
    """A number that follows its target: `text` is what it is now."""

    anchor: str
    """The anchor of what is referred to."""
    text: str
    """What is printed."""
    full: bool = True
    """With the numbers above it ("4.3(a)"), or alone ("(a)")."""


class BlankRun(Lenient, frozen=True, tag="blank"):
    """A value that is still to be filled in."""

    field: str
    """The id of the field of the Particulars."""
    prompt: str
    """What stands in its place."""
    choices: tuple[str, ...] = ()
    """What may be put there, as it prints; any words if none."""
    owner: str = ""
    """Who fills it in."""


Run: TypeAlias = TextRun | RefRun | BlankRun
Runs: TypeAlias = tuple[Run, ...]


class Para(Lenient, frozen=True, tag="para"):
    """A paragraph without a number."""

    runs: Runs
    """Its words."""


class Numbered(Lenient, frozen=True, tag="numbered"):
    """A numbered paragraph, with those below it."""

    level: int
    """1 below a heading: 4.1 in a clause, 1 in a schedule; 2: (a); 3: (i)."""
    number: str
    """As printed beside it: "4.1", "(a)"."""
    full: str
    """As cited: "4.1(a)"."""
    runs: Runs
    """Its words; none where only what is below it speaks."""
    anchor: str = ""
    """A name for it, the same in every build."""
    items: "tuple[Numbered, ...]" = ()
    """The paragraphs below it, in order."""


class Grid(Lenient, frozen=True, tag="grid"):
    """A table with one header row."""

    header: tuple[Runs, ...]
    """The cells of the header row."""
    rows: tuple[tuple[Runs, ...], ...]
    """The cells of each row, as many as the header has."""
    title: str = ""
    """The words above it; "" for none."""


Block: TypeAlias = Para | Numbered | Grid


def runs_in(blocks: Iterable[Block]) -> Iterator[Runs]:
    """The words of each paragraph and cell of `blocks`, in the order of print."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from (cell for row in (block.header, *block.rows) for cell in row)
            continue
        yield block.runs
        if isinstance(block, Numbered):
            yield from runs_in(block.items)


class ClauseNode(Lenient, frozen=True):
    """One clause as it prints."""

    id: str
    """The id of the clause in the library."""
    version: str
    """Its version, as in 1.2.0."""
    number: str
    """As printed: "4"."""
    heading: str
    """The words of the heading."""
    anchor: str
    """The name that references use."""
    blocks: tuple[Block, ...]
    """The text, in order."""
    digest: str
    """SHA-256 of the heading and text as printed."""


class DefinitionNode(Lenient, frozen=True):
    """A defined term as it prints."""

    id: str
    """The id of the definition in the library."""
    version: str
    """Its version, as in 1.2.0."""
    term: str
    """The defined term, as printed."""
    verb: str
    """"means" or "includes": the word between the term and its text."""
    anchor: str
    """The name that references use."""
    blocks: tuple[Block, ...]
    """The text, in order."""


class ScheduleNode(Lenient, frozen=True):
    """One schedule as it prints: its own paragraphs, or the definitions."""

    id: str
    """The id of the schedule in the library."""
    version: str
    """Its version, as in 1.2.0; "" for what is made and not written: the definitions, the register of obligations."""
    number: str
    """"Schedule 2"."""
    heading: str
    """The words of the heading."""
    anchor: str
    """The name that references use."""
    blocks: tuple[Block, ...]
    """The text, in order."""
    definitions: tuple[DefinitionNode, ...] = ()
    """The defined terms, in the order printed; only the schedule of definitions has them."""
    digest: str = ""
    """SHA-256 of the heading and text as printed; "" for the definitions."""


class ParticularsRow(Lenient, frozen=True):
    """One row of the Particulars."""

    field: str
    """The id of the field."""
    label: str
    """The words on the left."""
    runs: Runs
    """The value, or a blank."""


class ParticularsSection(Lenient, frozen=True):
    """Rows of the Particulars under one heading."""

    title: str
    """The heading."""
    rows: tuple[ParticularsRow, ...]
    """The rows, in order."""


class SignatoryNode(Lenient, frozen=True):
    """One party's part of the execution block."""

    party: str
    """Who signs."""
    words: Runs
    """The words of the attestation."""
    lines: tuple[str, ...]
    """What is written on each line: name, date."""


class ExecutionNode(Lenient, frozen=True):
    """How the contract is signed."""

    title: str
    """The heading."""
    words: Runs
    """The words before the signatures."""
    signatories: tuple[SignatoryNode, ...]
    """Each party, in order."""


class Obligation(Lenient, frozen=True):
    """Who must do what, by when, on what trigger, with what evidence."""

    clause: str
    """The id of the clause that says so."""
    anchor: str
    """The anchor of the sentence that says so."""
    number: str
    """The clause number to cite: "4.3(a)"."""
    party: str
    """Who must do it: "Council" or "Supplier"."""
    action: str
    """What must be done."""
    trigger: str
    """What sets it off."""
    due: str
    """By when, or how often, in words."""
    evidence: str
    """What shows that it was done."""


class OpenItem(Lenient, frozen=True):
    """A blank, with who fills it."""

    field: str
    """The id of the field of the Particulars."""
    label: str
    """Its label."""
    ask: str
    """The question to answer."""
    owner: str
    """Who answers it."""


class Identity(Lenient, frozen=True):
    """What the document is and came from."""

    title: str
    """The title on the cover."""
    reference: str
    """The council's reference for the contract; "" if it has none yet."""
    date: str
    """The date of the draft as printed, such as "24 November 2026"; "" for none."""
    draft: str
    """"Draft 1": the state printed on the cover."""
    library: str
    """The name of the library."""
    library_version: str
    """Its version."""
    tool_version: str
    """The version of contract-builder that made it."""
    subject: str = ""
    """What is bought, in the words of the brief."""


class Contract(Lenient, frozen=True):
    """The resolved document tree."""

    identity: Identity
    """What it is and came from."""
    parties: tuple[Runs, Runs]
    """The names of the Council and of the Supplier."""
    notice: str
    """The words on the cover that say what a draft is."""
    background: Runs
    """The words between the cover and the clauses."""
    particulars: tuple[ParticularsSection, ...]
    """The fields that it is filled in with, by section."""
    clauses: tuple[ClauseNode, ...]
    """The clauses, in the order printed."""
    schedules: tuple[ScheduleNode, ...]
    """The schedules, in the order printed; the definitions are the first."""
    execution: ExecutionNode
    """How it is signed; without a title where it is not, as part of another contract."""
    obligations: tuple[Obligation, ...]
    """Who must do what, in the order of the clauses."""
    open_items: tuple[OpenItem, ...]
    """The blanks, in the order of the Particulars."""
    cited: frozenset[str] = frozenset()
    """The anchors that something in the document refers to."""
    host: HostNode | None = None
    """The contract that it is a schedule to, with paragraphs for clauses and Annexes for schedules; null for an
    agreement of its own."""
    format: int = 1
    """The number of this format."""
