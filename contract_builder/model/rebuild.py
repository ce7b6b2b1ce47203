"""What making a contract again from its lock came to."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen

Same: TypeAlias = Literal["bytes", "content", "different", "not-recorded"]


class MadeAgain(Frozen, frozen=True):
    """One file, and how it compares with the one that the lock recorded."""

    kind: str
    """Its format: docx, html, md or json."""
    same: Same
    """All bytes; all parts of a Word file, packed anew; not the same; or the lock recorded no such file."""
    path: str = ""
    """Where it was written; "" if it was not."""


class Difference(Frozen, frozen=True):
    """Something that the lock names and that is another here."""

    name: str
    """"contract-builder", "python", "zlib", a library, "base document", a file of the library, "brief" …"""
    locked: str
    """What the lock says: a version or a digest; "" where it names none."""
    here: str
    """What is here; "" where there is none."""
    matters_to: tuple[str, ...] = ()
    """The formats whose bytes may hang on it; none where it only matters to a build from the library."""


class RebuildReport(Frozen, frozen=True, kw_only=True):
    """What was made again, and what differs from when the lock was written."""

    format: int = 1
    """The number of this format."""
    title: str
    """What is bought, in the words of the brief."""
    edition: str
    """annotated, clean or supplier."""
    files: tuple[MadeAgain, ...]
    """In the order of the formats."""
    made_with: tuple[Difference, ...]
    """Versions and the base document that differ."""
    inputs: tuple[Difference, ...]
    """Files of the library and the playbooks, and the brief, that differ; of those that were given to compare."""
    compared: tuple[Literal["library", "brief"], ...]
    """What was given to compare."""
