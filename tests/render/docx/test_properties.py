"""What the document says about itself, and what it does not."""

import io
import re

import docx
import pytest

from contract_builder.model.contract import Contract
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.fields import identity_name
from tests.render.docx.word import W, parts_of, root_of, val

CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"


def core(document: bytes) -> dict[str, str]:
    return {e.tag.rpartition("}")[2]: e.text or "" for e in root_of(document, CORE)}


def custom(document: bytes) -> dict[str, str]:
    return {e.get("name"): e[0].text or "" for e in root_of(document, CUSTOM)}


def test_core_properties_say_what_the_document_is(document: bytes, contract: Contract) -> None:
    who = contract.identity
    assert core(document) == {
        "title": who.title,
        "subject": who.subject,
        "creator": "contract-builder",
        "keywords": "MC-2026-0417",
        "description": contract.notice,
        "language": "en-GB",
        "version": "Draft",
        "created": "2026-11-24T00:00:00Z",
        "modified": "2026-11-24T00:00:00Z",
    }


@pytest.mark.parametrize("date", ["", "soon", '2026-11-24"/>'])
def test_a_document_without_a_date_states_none(date: str, contract: Contract) -> None:
    assert not {"created", "modified"} & core(render_docx(contract, date=date)).keys()


def test_each_hidden_bookmark_has_a_property_that_says_what_it_stands_for(
    document: bytes, contract: Contract
) -> None:
    found = custom(document)
    for clause in contract.clauses:
        key = identity_name("clause", clause.id, clause.version).removeprefix("_")
        assert found.pop(key) == f"clause {clause.id}@{clause.version} sha256:{clause.digest}"
    for schedule in contract.schedules[1:]:
        key = identity_name("schedule", schedule.id, schedule.version).removeprefix("_")
        assert found.pop(key) == f"schedule {schedule.id}@{schedule.version} sha256:{schedule.digest}"
    made = identity_name("schedule", "definitions", "").removeprefix("_")
    assert found == {
        "library": "AI procurement clauses for English councils 0.1.0",
        "contract-builder": "0.1.0",
        made: "schedule definitions",
    }


def test_the_bookmarks_of_the_properties_are_in_the_text(document: bytes) -> None:
    names = {val(mark, "", "name") for mark in root_of(document).iter(W + "bookmarkStart")}
    assert {f"_{key}" for key in custom(document) if key.startswith("cl_")} == {
        name for name in names if name.startswith("_cl_")
    }


def test_python_docx_opens_the_document_and_reads_its_title(document: bytes, contract: Contract) -> None:
    opened = docx.Document(io.BytesIO(document))
    assert opened.core_properties.title == contract.identity.title
    assert opened.core_properties.language == "en-GB"
    assert [p.text for p in opened.paragraphs if p.style.name == "Heading 2"] == [
        clause.heading for clause in contract.clauses
    ]


def test_nothing_internal_is_in_the_package(document: bytes, contract: Contract) -> None:
    for name, data in parts_of(document).items():
        assert not re.search(rb"fallback|walk.?away|preferred", data, re.I), name


def test_what_libreoffice_saves_still_says_which_clause_is_which(
    opened: dict[str, bytes], document: bytes
) -> None:
    saved = opened["untouched"]
    assert custom(document).items() <= custom(saved).items()
    names = {val(mark, "", "name") for mark in root_of(saved).iter(W + "bookmarkStart")}
    assert {f"_{key}" for key in custom(document) if key.startswith("cl_")} <= names
