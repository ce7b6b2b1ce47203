"""The law that a contract rests on, with who cites it and how well it was checked."""

from contract_builder.model.annotations import Annotation, LawCited
from contract_builder.model.library import Library


def cited_law(library: Library, parts: tuple[Annotation, ...], date: str) -> tuple[LawCited, ...]:
    """The hooks that `parts` cite, in the order of the library. A review is overdue by `date` (YYYY-MM-DD, or empty)."""
    citing: dict[str, list[str]] = {}
    for part in parts:
        for key in part.law:
            citing.setdefault(key, []).append(part.anchor)
    return tuple(
        LawCited(
            id=hook.id, cite=hook.cite, title=hook.title, means=hook.means, status=hook.status,
            confidence=hook.confidence, checked=hook.checked, review_by=hook.review_by,
            overdue=bool(date and hook.review_by and hook.review_by < date),
            note=hook.note, url=hook.url, cited_by=tuple(dict.fromkeys(citing[hook.id])),
        )
        for hook in library.law
        if hook.id in citing
    )  # fmt: skip
