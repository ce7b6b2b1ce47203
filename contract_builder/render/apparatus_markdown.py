"""The notes of an edition as Markdown: quotations below the heading that they are about."""

from contract_builder.model.contract import TextRun
from contract_builder.render.apparatus import Apparatus, Note, NoteLine, notes_at
from contract_builder.render.markdown_text import runs_markdown


def notes_markdown(apparatus: Apparatus | None, anchor: str) -> list[str]:
    """The notes at `anchor`, each a block quotation; none where nothing is internal."""
    return [_note(note) for note in notes_at(apparatus, anchor)]


def _note(note: Note) -> str:
    title = runs_markdown((TextRun(f"Internal. {note.title}", "strong"),))
    return "\n>\n".join(f"> {words}" for words in (title, *map(_line, note.lines)))


def _line(line: NoteLine) -> str:
    lead = (TextRun(f"{line.lead}:", "strong"), TextRun(" ")) if line.lead else ()
    return runs_markdown((*lead, *line.runs))
