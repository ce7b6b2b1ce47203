"""Word documents."""

from contract_builder.render.docx.document import render_docx

__all__ = ["render_docx"]
