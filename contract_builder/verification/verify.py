"""Holds a Word file against what was built: the whole of it, part by part."""

from contract_builder.model.verification import PartState, Sameness, Verification
from contract_builder.render.docx.content_digest import content_digest
from contract_builder.verification.added import added_words
from contract_builder.verification.expected import Expected, as_built, as_said
from contract_builder.verification.frame import frame_states
from contract_builder.verification.locate import locate
from contract_builder.verification.opened import DOCUMENT, Opened, open_document
from contract_builder.verification.parts import part_states
from contract_builder.verification.references import broken_references

_PICTURES = (b"<w:drawing", b"<w:pict", b"<w:object")


def verify_document(
    document: bytes, original: bytes | None = None, digests: tuple[str, str] | None = None
) -> Verification:
    """What became of `document`, the bytes of a .docx file from anywhere.

    `original` is the file that was built, made again from its lock; without it only what `document` says
    of itself counts. `digests` are the SHA-256 of its bytes and its content digest, as the lock recorded them.
    Raises UsageError if `document` is no Word document that can be read.
    """
    opened = open_document(document)
    sameness = _sameness(document, opened, original, digests)
    if sameness == "none" and original is not None:
        expected = as_built(open_document(original))
    else:
        expected = as_said(opened)
    found = locate(opened.paragraphs, expected)
    parts = part_states(opened, expected, found)
    frame, rest = frame_states(opened, expected, found)
    added = added_words(opened, expected, found, rest)
    references = broken_references(opened, expected)
    ours = sameness != "none" or any(part.found_by in ("bookmark", "text") for part in parts)
    whole = all(
        part.state == "as-built" and not part.moved for part in (*frame, *parts) if not taken_out(part)
    )
    if sameness == "none" and ours and whole and not added and not references:
        sameness = "words"
    verdict = "as-built" if sameness != "none" else "edited" if ours or _bookmarked(opened) else "not-ours"
    return Verification(
        verdict=verdict,  # type: ignore[arg-type]
        sameness=sameness,
        compared_with="file" if original is None else "lock",
        library=opened.properties.get("library", ""),
        tool=opened.properties.get("contract-builder", ""),
        parts=(*frame, *parts) if ours else (),
        added=added if ours else (),
        references=references if ours else (),
        notes=_notes(opened, expected, parts),
    )


def _sameness(
    document: bytes, opened: Opened, original: bytes | None, digests: tuple[str, str] | None
) -> Sameness:
    """Whether the bytes, or at least the parts, are those that were built; more cannot be said before they are read."""
    import hashlib

    if digests is None and original is None:
        return "none"
    if digests is None and original is not None:
        digests = (hashlib.sha256(original).hexdigest(), content_digest(open_document(original).parts))
    if digests is not None and hashlib.sha256(document).hexdigest() == digests[0]:
        return "bytes"
    if digests is not None and content_digest(opened.parts) == digests[1]:
        return "content"
    return "none"


def taken_out(part: PartState) -> bool:
    """Whether it is the internal part, which is there to be taken out before the file is sent."""
    return (part.kind, part.id, part.state) == ("part", "internal", "deleted")


def _bookmarked(opened: Opened) -> bool:
    return any(p.range for p in opened.paragraphs)


def _notes(opened: Opened, expected: Expected, parts: tuple[PartState, ...]) -> tuple[str, ...]:
    """What no part of the answer says by itself."""
    notes: list[str] = []
    tracked = sum(p.tracked for p in opened.paragraphs)
    pictures = sum(opened.parts[DOCUMENT].count(tag) for tag in _PICTURES)
    if tracked:
        notes.append(f"{tracked} paragraphs hold tracked changes. They are read as if all were accepted.")
    if opened.comments:
        notes.append(f"{opened.comments} paragraphs of comments were not looked at.")
    if pictures:
        notes.append(f"The text holds {pictures} pictures or objects. What they show was not looked at.")
    if any(taken_out(part) for part in parts):
        notes.append("The internal part at the end was taken out.")
    if not opened.marks and _bookmarked(opened):
        notes.append("What the file said of its parts was removed from it. The lock says what they were.")
    if expected.known and opened.marks and opened.marks != expected.marks:
        notes.append("What the file says of its parts is not what was built. The lock was believed.")
    if any(part.found_by in ("text", "heading") for part in parts):
        notes.append("Hidden bookmarks are gone. Parts without one were known by their words.")
    return tuple(notes)
