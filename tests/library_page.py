"""Makes `docs/library.md` from the library and the shipped examples: `python -m tests.library_page`."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from contract_builder import api
from contract_builder.built import Content
from contract_builder.model.contract import Block, Contract, Grid, Numbered, Runs

PAGE = Path(__file__).parents[1] / "docs" / "library.md"
COMMAND = "python -m tests.library_page"
BY_TIER = {
    1: "event-listing-drafts",
    2: "pothole-survey",
    3: "homelessness-risk-list",
    4: "early-help-priority",
}
"""An example of each tier, as an agreement of its own."""
A_MINUTE = 238
"""Words that an adult reads in a minute, silently, of English that is not fiction (Brysbaert, Journal of Memory and
Language 109, 2019)."""
HEAD = f"""\
# What the library holds

Made from the library by `{COMMAND}`; not edited by hand.

## How long the contracts are

Words of the terms as they print, without numbers and headings, in an example of each tier, and how long they take to read at
{A_MINUTE} words a minute. Definitions and schedules are looked up, and counted apart.
"""
TOPICS = """\
## Topics

Where a clause provides several topics, a contract would repeat itself if each had a clause of its own.
Codes: C is a topic on AI, L one that a council's lawyer looks for first, G a general term.
Why topics were merged or split: [drafting decisions](drafting-decisions.md).
"""


@cache
def content() -> Content:
    """The shipped contents."""
    return api.load_content()


@cache
def contract_of(example: str) -> Contract:
    """The contract of a shipped example."""
    built = api.build(content(), api.read_brief(api.example(example), content()))
    assert built.contract, built.diagnostics
    return built.contract


def words_of_terms(contract: Contract) -> int:
    """The words of the clauses, without numbers and headings."""
    return sum(_words(clause.blocks) for clause in contract.clauses)


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(text.split()) for text in _texts(blocks))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (_plain(cell) for row in (block.header, *block.rows) for cell in row)
        else:
            yield _plain(block.runs)
            if isinstance(block, Numbered):
                yield from _texts(block.items)


def _plain(runs: Runs) -> str:
    return "".join(getattr(run, "text", "") or getattr(run, "prompt", "") for run in runs)


def page() -> str:
    """The page."""
    rows = []
    for tier, example in BY_TIER.items():
        contract = contract_of(example)
        terms = words_of_terms(contract)
        annexed = sum(_words(s.blocks) for s in contract.schedules)
        defined = sum(_words(d.blocks) for s in contract.schedules for d in s.definitions)
        rows.append(
            f"| {tier} | [{example}](../examples/{example}.yaml) | {len(contract.clauses)} | {terms:,} | {round(terms / A_MINUTE)} minutes "
            f"| {len(contract.schedules) - 1} | {annexed:,} | {defined:,} |"
        )
    heads = "| tier | example | clauses | words of terms | read in | schedules | words of schedules | words of definitions |"
    return "\n".join([HEAD, heads, "|---|---|---|---|---|---|---|---|", *rows, "", TOPICS, *_topics(), ""])


def _topics() -> Iterator[str]:
    library = content().library
    where = {topic: clause for clause in library.clauses for topic in clause.provides}
    yield "| code | topic | from tier | clause | its positions |"
    yield "|---|---|---|---|---|"
    for topic in library.topics:
        clause = where.get(topic.id)
        link = f"[{clause.title}](../{clause.file})" if clause else "**none**"
        positions = ", ".join(p.name for p in clause.positions) if clause else ""
        yield f"| {topic.code} | {topic.title} | {clause.risk.from_tier if clause else topic.from_tier} | {link} | {positions} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
