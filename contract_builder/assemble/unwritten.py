"""Text that a template left to be written: it must not get into a contract.

It is looked for in the texts of the library, before any value is put in: what a brief says is its own matter,
also if it looks like what a template leaves.
"""

from collections.abc import Iterable, Iterator

from contract_builder.assemble.parts import inlines_of
from contract_builder.model.body import Body, Link, Text
from contract_builder.model.clause import UNWRITTEN, Clause, Schedule
from contract_builder.model.diagnostic import Diagnostic, Place


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
        if any(UNWRITTEN in words for words in (owner.title, *_words(body)))
    ]


def _words(body: Body) -> Iterator[str]:
    for block in body:
        for inline in inlines_of(block):
            if isinstance(inline, Text):
                yield inline.text
            elif isinstance(inline, Link):
                yield inline.alternative
