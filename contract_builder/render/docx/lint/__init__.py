"""Lint of Word documents."""

from contract_builder.render.docx.lint.rules import lint

__all__ = ["lint"]
