"""LibreOffice, where it is installed: a Word document as a PDF that everybody can read."""

from contract_builder.office.pdf import pdf_of

__all__ = ["pdf_of"]
