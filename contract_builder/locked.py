"""The public API around the lock: read it, make the contract again, hold it against the inputs and against a file."""

from pathlib import Path

import msgspec

from contract_builder.api import FORMATS, Format, render_contract
from contract_builder.assemble.editions import supplier_copy
from contract_builder.editions import Edition, render_internal
from contract_builder.errors import InternalError, UsageError
from contract_builder.load.digests import content_digests
from contract_builder.lock import Lock, base_digest, brief_digest, locked_document, made_with, seal_of
from contract_builder.model.base import Frozen, Lenient
from contract_builder.model.brief import Brief
from contract_builder.model.documents import format_of
from contract_builder.model.rebuild import Difference, MadeAgain, RebuildReport, Same
from contract_builder.model.verification import Verification
from contract_builder.render.resolved import require_resolved

__all__ = ["Rebuilt", "compare_inputs", "read_lock", "rebuild", "verify"]
MOST_BYTES = 50_000_000
_AGAIN = "Take the lock as `build` wrote it."
_MATTERS: dict[str, tuple[Format, ...]] = {
    "contract-builder": FORMATS,
    "python": FORMATS,
    "base document": ("docx",),
    "zlib": ("docx",),
    "msgspec": ("json",),
}
"""What the bytes hang on that are made from a Contract. The other libraries only read what a Contract is made of."""


class Rebuilt(Frozen, frozen=True):
    """A contract made again from its lock."""

    documents: dict[str, bytes]
    """The files by format."""
    report: RebuildReport
    """How they compare with those that the lock recorded, and what differs."""


class _Numbered(Lenient, frozen=True):
    format: int
    made_with: dict[str, str] = {}


def read_lock(data: bytes) -> Lock:
    """The lock in `data`, the bytes of a `.lock.json` file, which may come from anywhere.

    Raises UsageError if it is none, has a number that this version does not read, was changed, or is not whole.
    """
    if len(data) > MOST_BYTES:
        raise UsageError("The lock is too large.", f"The most is {MOST_BYTES:,} bytes.")
    try:
        number = msgspec.json.decode(data, type=_Numbered)
        if number.format != format_of(Lock):
            by = number.made_with.get("contract-builder", "")
            raise UsageError(
                f"The lock has format {number.format}, and this version reads {format_of(Lock)}.",
                f"Use contract-builder {by[:40]}, which wrote it."
                if by
                else "Use the version that wrote it.",
            )
        lock = msgspec.json.decode(data, type=Lock)
        seal = seal_of(msgspec.json.decode(data))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UsageError(f"This is no lock that can be read: {str(error)[:200]}.", _AGAIN) from error
    if seal != lock.seal:
        raise UsageError("The lock was changed after it was written: its seal does not fit.", _AGAIN)
    try:
        require_resolved(lock.contract)
    except (InternalError, RecursionError) as error:
        raise UsageError(f"The contract in the lock is not whole. {str(error)[:200]}", _AGAIN) from error
    return lock


def rebuild(lock: Lock, formats: tuple[Format, ...] = ("docx",), edition: Edition | None = None) -> Rebuilt:
    """The contract of `lock` as files of `formats`, made from the lock alone, and how they compare with the first ones.

    `edition` is one that was built, or the supplier's; without it, the clean one if it was built, or else the supplier's.
    Raises UsageError if a format is not known, the lock lacks the edition, or its contract cannot be printed.
    """
    wanted = edition or ("clean" if "clean" in editions_in(lock) else "supplier")
    recorded = {document.kind: document for document in lock.documents if document.edition == wanted}
    documents: dict[str, bytes] = {}
    files: list[MadeAgain] = []
    for format_ in formats:
        data = _rendered(lock, format_, wanted)
        now, then = locked_document(wanted, format_, data), recorded.get(format_)
        same: Same = "different"
        if then is None:
            same = "not-recorded"
        elif now.bytes == then.bytes:
            same = "bytes"
        elif now.content == then.content:
            same = "content"
        documents[format_] = data
        files.append(MadeAgain(format_, same))
    report = RebuildReport(
        title=lock.brief.title,
        edition=wanted,
        files=tuple(files),
        made_with=_differences(lock),
        inputs=(),
        compared=(),
    )
    return Rebuilt(documents, report)


def editions_in(lock: Lock) -> tuple[str, ...]:
    """The editions that can be made of `lock`."""
    return (*(made.edition for made in lock.editions), "supplier")


def _rendered(lock: Lock, format_: Format, edition: str) -> bytes:
    if edition not in editions_in(lock):
        raise UsageError(
            f"The lock holds no {edition} edition.", f"It holds: {', '.join(editions_in(lock))}."
        )
    if edition == "annotated" and format_ == "json":
        raise UsageError("A lock does not hold the annotations as JSON.", "Build them from the brief.")
    try:
        if edition == "supplier":
            return render_contract(supplier_copy(lock.contract), format_, lock.date)
        if format_ == "json":
            return render_contract(lock.contract, format_)
        apparatus = next(made.apparatus for made in lock.editions if made.edition == edition)
        return render_internal(lock.contract, apparatus, format_, lock.date)
    except (InternalError, RecursionError, ValueError) as error:
        raise UsageError(f"The contract in the lock cannot be printed: {str(error)[:200]}", _AGAIN) from error


def _differences(lock: Lock) -> tuple[Difference, ...]:
    then = {**lock.made_with, "base document": lock.base_document}
    here = {**made_with(), "base document": base_digest()}
    names = [*here, *(name for name in then if name not in here)]
    return tuple(
        Difference(name, then.get(name, ""), here.get(name, ""), _MATTERS.get(name, ()))
        for name in names
        if then.get(name) != here.get(name)
    )


def compare_inputs(
    lock: Lock, root: Path | None = None, overlay: Path | None = None, brief: Brief | None = None
) -> tuple[Difference, ...]:
    """What of the contents under `root`, with `overlay`, and of `brief` is not as the lock says; what is not given counts as same.

    Files are compared byte by byte, whether or not they can be loaded.
    """
    found: list[Difference] = []
    if root is not None:
        for then, now in zip(
            (lock.library.files, lock.playbooks.files), content_digests(root, overlay), strict=True
        ):
            names = sorted({*then, *now})
            found += [
                Difference(n, then.get(n, ""), now.get(n, "")) for n in names if then.get(n) != now.get(n)
            ]
        here = _triage_digest(root)
        if here != lock.triage.digest:
            found.append(Difference("playbooks/triage.yaml", lock.triage.digest, here))
    if brief is not None and brief_digest(brief) != lock.brief.digest:
        found.append(Difference("brief", lock.brief.digest, brief_digest(brief)))
    return tuple(found)


def _triage_digest(root: Path) -> str:
    """What the triage says, as the lock has it; "" if it cannot be read."""
    from contract_builder.load.triage import load_triage
    from contract_builder.lock import digest

    loaded = load_triage(root / "playbooks" / "triage.yaml", None)
    return digest(loaded.value) if loaded.value is not None else ""


def verify(document: bytes, lock: Lock | None = None) -> Verification:
    """What became of `document`, the bytes of a Word file from anywhere: as built, edited and where, or not made here.

    Without `lock` it is held against what it says of itself. Of a host's document only the AI schedule in it is compared,
    and only with the lock. Raises UsageError if it cannot be read, or the lock of such a schedule is not given.
    """
    from contract_builder.verification import holds_schedule, open_document, verify_document, verify_in_host

    opened = open_document(document)
    if lock is None:
        if holds_schedule(opened) and not opened.marks:
            raise UsageError(
                "The file is another document with an AI schedule in it, of which it says nothing itself.",
                "Give the lock of the schedule: --lock NAME.lock.json.",
            )
        return verify_document(document)
    if lock.contract.host and holds_schedule(opened):
        return verify_in_host(opened, supplier_copy(lock.contract))
    recorded = {d.edition: (d.bytes, d.content) for d in lock.documents if d.kind == "docx"}
    return min(
        (verify_document(document, _rendered(lock, "docx", e), recorded.get(e)) for e in editions_in(lock)),
        key=_distance,
    )


def _distance(found: Verification) -> tuple[int, int]:
    """How far a file is from an edition: the one that it is nearest to is the one that it was."""
    touched = sum(part.state != "as-built" or part.moved for part in found.parts)
    return ("bytes", "content", "words", "none").index(found.sameness), touched + len(found.added)
