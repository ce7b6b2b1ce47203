"""One contract, and what becomes of it, with and without a lock."""

import pytest

from contract_builder.model.verification import PartState, Verification
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.identity import Mark
from contract_builder.verification import verify_document
from contract_builder.verification.opened import open_document
from tests.render.docx import sample

WAYS = ("with the lock", "by itself")


class Document(bytes):
    """A Word file that is not printed when a test fails."""

    def __repr__(self) -> str:
        return f"Document({len(self)} bytes)"


@pytest.fixture(scope="session")
def document() -> bytes:
    return Document(render_docx(sample.contract(), date=sample.DATE))


@pytest.fixture(scope="session")
def marks(document: bytes) -> tuple[Mark, ...]:
    """The parts that a bookmark surrounds."""
    return tuple(mark for mark in open_document(document).marks if mark.kind != "frame")


def verified(edited: bytes, original: bytes, way: str) -> Verification:
    return verify_document(edited, original if way == "with the lock" else None)


def touched(found: Verification) -> dict[str, PartState]:
    """The parts that are not as built, by kind and id."""
    return {f"{p.kind} {p.id}": p for p in found.parts if p.state != "as-built" or p.moved}
