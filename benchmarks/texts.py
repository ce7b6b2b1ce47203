"""The text of a Contract as plain lists and dictionaries: what the other tools are given."""

from typing import Any

from contract_builder.model.contract import BlankRun, Block, Contract, Grid, Numbered, Runs

COLUMNS = "abc"
"""The keys of the cells of a row: a template names its columns."""


def texts_of(contract: Contract) -> dict[str, Any]:
    """Every word of `contract` that its reader sees below the header, with references as text.

    Numbers of headings and paragraphs are left to the numbering that is bound to the styles.
    """
    who = contract.identity
    return {
        "title": who.title,
        "subject": who.subject,
        "reference": who.reference,
        "status": f"{who.draft}, {who.date}",
        "notice": contract.notice,
        "council": words_of(contract.parties[0]),
        "supplier": words_of(contract.parties[1]),
        "sections": [
            {"title": s.title, "rows": [{"a": r.label, "b": words_of(r.runs)} for r in s.rows]}
            for s in contract.particulars
        ],
        "background": words_of(contract.background),
        "clauses": [{"heading": c.heading, **_blocks(c.blocks)} for c in contract.clauses],
        "signatures": contract.execution.title,
        "signing": words_of(contract.execution.words),
        "signatories": [
            {"words": words_of(s.words), "rows": [{"a": line} for line in s.lines]}
            for s in contract.execution.signatories
        ],
        "schedules": [
            {
                "heading": s.heading,
                **_blocks(s.blocks),
                "definitions": [
                    {"term": d.term, "verb": d.verb, "words": _blocks(d.blocks)["paragraphs"][0]["words"]}
                    for d in s.definitions
                ],
            }
            for s in contract.schedules
        ],
    }


def words_of(runs: Runs) -> str:
    """The words of `runs`; a blank as its prompt in square brackets."""
    return "".join(f"[{run.prompt}]" if isinstance(run, BlankRun) else run.text for run in runs)


def _blocks(blocks: tuple[Block, ...]) -> dict[str, Any]:
    """Paragraphs, with the level of each (0 has no number), and tables."""
    paragraphs: list[dict[str, Any]] = []
    tables = [
        {
            "header": dict(zip(COLUMNS, map(words_of, block.header), strict=True)),
            "rows": [dict(zip(COLUMNS, map(words_of, row), strict=True)) for row in block.rows],
        }
        for block in blocks
        if isinstance(block, Grid)
    ]
    for block in blocks:
        if not isinstance(block, Grid):
            _add(block, paragraphs)
    return {"paragraphs": paragraphs, "tables": tables}


def _add(block: Block, paragraphs: list[dict[str, Any]]) -> None:
    if isinstance(block, Grid):
        return
    level = block.level if isinstance(block, Numbered) else 0
    paragraphs.append({"level": level, "words": words_of(block.runs)})
    for item in block.items if isinstance(block, Numbered) else ():
        _add(item, paragraphs)
