"""One document for all tests, and one run of LibreOffice for all its variants."""

import pytest

from contract_builder.model.contract import Contract
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.fields import identity_name
from tests.render.docx import office, sample, word

NEW_CLAUSE = (
    ("Heading2", "A clause that a lawyer wrote"),
    ("ClauseLevel1", "It has a first paragraph;"),
    ("ClauseLevel1", "and a second:"),
    ("ClauseLevel2", "with this; and"),
    ("ClauseLevel2", "with that."),
)
NEW_SCHEDULE = (
    ("ScheduleHeading", "– A schedule that a lawyer wrote"),
    ("ScheduleLevel1", "It has a paragraph."),
)


@pytest.fixture(scope="session")
def contract() -> Contract:
    return sample.contract()


@pytest.fixture(scope="session")
def document(contract: Contract) -> bytes:
    return render_docx(contract, date=sample.DATE)


@pytest.fixture(scope="session")
def edited(document: bytes) -> dict[str, bytes]:
    """The document, and what becomes of it on lawyers' desks; every reference in it is stale."""
    gone = word.without_clause(document, identity_name("clause", sample.UNCITED, "1.2.0"))
    redress = identity_name("clause", "redress", "1.2.0")
    system = identity_name("schedule", "system", "2.0.1")
    variants = {
        "as-made": document,
        "clause-removed": gone,
        "clause-added": word.with_paragraphs_after(document, redress, NEW_CLAUSE),
        "clause-moved": word.with_clause_last(document, redress),
        "clause-removed-and-another-added": word.with_paragraphs_after(gone, redress, NEW_CLAUSE),
        "item-added": word.with_paragraph_before(document, "the data that were used", "ClauseLevel2", "new;"),
        "schedule-paragraph-added": word.with_paragraph_before(
            document, "It lists:", "ScheduleLevel1", "New."
        ),
        "schedule-added": word.with_paragraphs_after(document, system, NEW_SCHEDULE),
    }
    return {name: word.falsified(variant) for name, variant in variants.items()}


@pytest.fixture(scope="session")
def opened(
    document: bytes, edited: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """What LibreOffice makes of them: it works every reference out anew when it opens a file."""
    return office.convert({"untouched": document, **edited}, "docx", tmp_path_factory.mktemp("opened"))


@pytest.fixture(scope="session")
def pages(document: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The words of the document as printed."""
    place = tmp_path_factory.mktemp("pages")
    return office.pdf_text(office.convert({"contract": document}, "pdf", place)["contract"], place)
