"""The three editions of one contract: annotated and clean for the council, and one for the supplier."""

from typing import Literal, TypeAlias

from contract_builder.api import FORMATS, Format, render_contract
from contract_builder.assemble.editions import supplier_copy
from contract_builder.built import Built, Content
from contract_builder.errors import UsageError
from contract_builder.model.annotations import Annotations
from contract_builder.model.contract import Contract
from contract_builder.render.apparatus import Apparatus

__all__ = ["EDITIONS", "Edition", "annotations_of", "render_edition", "supplier_copy"]
Edition: TypeAlias = Literal["annotated", "clean", "supplier"]
EDITIONS: tuple[Edition, ...] = ("annotated", "clean", "supplier")
DEFAULT: Edition = "clean"


def annotations_of(content: Content, built: Built) -> Annotations:
    """What is internal about the contract of `built`: reasons, positions, notes, law, open items.

    Raises UsageError if there is no contract.
    """
    from contract_builder.assemble.annotate import annotate

    if built.triage is None or built.selection is None or built.contract is None:
        raise UsageError("There is no contract to annotate.", "See the diagnostics.")
    return annotate(
        content.library, content.playbooks, built.selection, built.triage, built.brief, built.contract
    )


def render_edition(
    content: Content, built: Built, edition: Edition = DEFAULT, format: Format = "docx", date: str = ""
) -> bytes:
    """The contract of `built` as a file of `format`, in `edition`. `date` (YYYY-MM-DD) goes into a Word document.

    - `annotated`: notes beside each text (in Word, comments), and at the end all that is internal.
      As JSON it is the annotations alone.
    - `clean`: no notes; at the end, the blanks with their owners and where each text comes from.
      As JSON it is the contract with its blanks and obligations.
    - `supplier`: nothing internal. It is rendered from a copy of the contract, and from nothing else.

    Raises UsageError for another edition or format, or if there is no contract.
    """
    contract = built.contract
    if contract is None:
        raise UsageError("There is no contract to render.", "See the diagnostics.")
    if edition == "supplier":
        return render_contract(supplier_copy(contract), format, date)
    if edition not in EDITIONS:
        raise UsageError(f"There is no edition {edition!r}.", "Editions: " + ", ".join(EDITIONS) + ".")
    if format == "json":
        from contract_builder.render.json import render_json

        return render_json(annotations_of(content, built) if edition == "annotated" else contract)
    return render_internal(contract, apparatus_of(content, built, contract, edition), format, date)


def apparatus_of(content: Content, built: Built, contract: Contract, edition: Edition) -> Apparatus:
    """What `edition`, which is not the supplier's, adds to `contract`."""
    from contract_builder.render import internal_part

    if edition == "annotated":
        from contract_builder.render.titles import titles_of

        return internal_part.annotated(annotations_of(content, built), titles_of(content.library))
    from contract_builder.assemble.provenance import provenance_of

    return internal_part.clean(contract, provenance_of(content.library, contract))


def render_internal(contract: Contract, apparatus: Apparatus, format: Format, date: str) -> bytes:
    """`contract` with `apparatus` as a Word, HTML or Markdown file. Raises UsageError for another format."""
    if format == "docx":
        from contract_builder.render.docx import render_docx

        return render_docx(contract, date=date, apparatus=apparatus)
    if format == "pdf":
        from contract_builder.office import pdf_of
        from contract_builder.render.docx import render_docx

        return pdf_of(render_docx(contract, date=date, apparatus=apparatus))
    if format == "html":
        from contract_builder.render.html import render_html

        return render_html(contract, apparatus)
    if format == "md":
        from contract_builder.render.markdown import render_markdown

        return render_markdown(contract, apparatus)
    raise UsageError(f"There is no format {format!r}.", "Formats: " + ", ".join(FORMATS) + ".")
