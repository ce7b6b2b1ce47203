"""What became of a Word file that this program made: as built, or edited and where."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen

Verdict: TypeAlias = Literal["as-built", "edited", "not-ours"]
Sameness: TypeAlias = Literal["bytes", "content", "words", "none"]
State: TypeAlias = Literal["as-built", "edited", "deleted", "not-found"]


class ChangedLine(Frozen, frozen=True):
    """A paragraph, or a cell of a table, that is not as it was."""

    was: str
    """What it said; "" for one that was added."""
    now: str
    """What it says, all tracked changes accepted; "" for one that is gone."""


class PartState(Frozen, frozen=True):
    """One clause, schedule or other part of the file."""

    kind: Literal["clause", "schedule", "part", "frame"]
    """"part" is the cover, the Particulars, the background or the signatures; "frame" what stands around them all."""
    id: str
    """The id in the library; of a part, what it is."""
    version: str
    """Its version, as in 1.2.0; "" for what has none of its own."""
    heading: str
    """The heading as it stands in the file; "" if it is gone or has none."""
    state: State
    """Whether its words are as they were. "not-found": it may be there, and nothing tells where."""
    moved: bool
    """Its place among the others is not the one that it had."""
    found_by: Literal["bookmark", "text", "heading", "place", "none"]
    """What told where it stands: its hidden bookmark, or else its words."""
    changes: tuple[ChangedLine, ...] = ()
    """What differs, in order; only where the lock says what it said."""


class Added(Frozen, frozen=True):
    """Words that stand outside every part that was built."""

    kind: Literal["clause", "schedule", "text"]
    """Of what its style makes it."""
    where: str
    """The part that it stands behind, as kind and id: "clause council-data"; "" before all of them."""
    lines: tuple[str, ...]
    """Its paragraphs, all tracked changes accepted."""


class BrokenReference(Frozen, frozen=True):
    """A cross-reference that a reader would follow to the wrong place, or to none."""

    where: str
    """The part that it stands in, as kind and id; "" outside all of them."""
    words: str
    """The paragraph that it stands in."""
    shown: str
    """What it shows."""
    problem: Literal["no-target", "shows-another-number"]
    """Its target is gone, or the number is not the one that its target has."""
    should_show: str
    """The number of its target; "" where there is none."""


class Verification(Frozen, frozen=True, kw_only=True):
    """What became of a file."""

    format: int = 1
    """The number of this format."""
    verdict: Verdict
    """As built, edited, or not made by this program."""
    sameness: Sameness
    """How much is the same: all bytes; all parts, packed anew; all words, saved by another program; or not all of them."""
    compared_with: Literal["lock", "file"]
    """The lock, or only what the file says of itself, which whoever edits it could change too."""
    library: str
    """The library that it was made from, with its version, as the file says; "" if it does not."""
    tool: str
    """The version of contract-builder that made it, as the file says; "" if it does not."""
    parts: tuple[PartState, ...]
    """In the order in which they were built."""
    added: tuple[Added, ...]
    """What was added outside them, in the order of the file."""
    references: tuple[BrokenReference, ...]
    """Broken cross-references, in the order of the file."""
    notes: tuple[str, ...]
    """What else a reader should know, in words."""
    in_host: bool = False
    """Whether the file is a host's document, of which only the AI schedule in it was compared."""
