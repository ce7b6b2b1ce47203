"""Text that a template left to be written: it must not get into a contract.

It is looked for in the texts of the library, before any value is put in: what a brief says is its own matter,
also if it looks like what a template leaves.
"""

from collections.abc import Iterable, Iterator

from contract_builder.assemble.parts import inlines_of
from contract_builder.model.body import Body, Link, Text
from contract_builder.model.clause import UNWRITTEN, Clause, Schedule
from contract_builder.model.diagnostic import Diagnostic, Place

_STORED = UNWRITTEN.encode()


def unwritten(texts: Iterable[tuple[Clause | Schedule, Body]]) -> list[Diagnostic]:
    """An error for each clause and schedule of `texts` that, as far as it prints, still says how it is to be written."""
    return [
        Diagnostic(
            "text-not-written",
            Place(owner.file),
            f"{owner.id} is not written yet: its text still says how to write it.",
            "Write it (see `check`), or leave the clause out of this contract.",
        )
        for owner, body in texts
        if _may_be(owner) and any(UNWRITTEN in words for words in (owner.title, *_words(body)))
    ]


def _may_be(owner: Clause | Schedule) -> bool:
    """Whether the words stand anywhere in the stored text, printed or not: much quicker to see, and mostly no."""
    raws = [p.raw for p in owner.positions] if isinstance(owner, Clause) else [owner.raw]
    return UNWRITTEN in owner.title or any(_STORED in bytes(raw) for raw in raws)


def _words(body: Body) -> Iterator[str]:
    for block in body:
        for inline in inlines_of(block):
            if isinstance(inline, Text):
                yield inline.text
            elif isinstance(inline, Link):
                yield inline.alternative
