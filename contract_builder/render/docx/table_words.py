"""The words of tables: what a cell says without its marks, and the title that stands above a table."""

from contract_builder.model.contract import BlankRun, Block, Para, Runs, TextRun


def title_of(block: Block) -> str:
    """The words of a paragraph that is nothing but words in emphasis: before a table, they are its title."""
    if not isinstance(block, Para) or len(block.runs) != 1:
        return ""
    only = block.runs[0]
    return only.text if isinstance(only, TextRun) and only.style in ("em", "strong") else ""


def plain_words(runs: Runs) -> str:
    """Runs as plain words: of a blank, its prompt; of a reference, its number."""
    return "".join(r.prompt if isinstance(r, BlankRun) else r.text for r in runs)
