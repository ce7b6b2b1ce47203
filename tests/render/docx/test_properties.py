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


def test_each_part_has_a_property_that_says_what_it_is_with_a_hash_of_its_words_and_its_place(
    document: bytes, contract: Contract
) -> None:
    found = custom(document)
    assert found.pop("library") == "AI procurement clauses for English councils 0.1.0"
    assert found.pop("contract-builder") == "0.1.0"
    parts = [("frame", "front", ""), ("frame", "headers", ""), ("frame", "back", ""), ("part", "cover", ""),
             ("frame", "contents", ""),             ("part", "particulars", ""), ("part", "background", ""),
             *(("clause", c.id, c.version) for c in contract.clauses), ("part", "execution", ""),
             *(("schedule", s.id, s.version) for s in contract.schedules)]  # fmt: skip
    for place, (kind, id_, version) in enumerate(parts, 1):
        said = found.pop(identity_name(kind, id_, version).removeprefix("_"))
        name = f"{id_}@{version}" if version else id_
        assert re.fullmatch(rf"{kind} {re.escape(name)} sha256:[0-9a-f]{{64}} place:{place}", said), said
    assert not found


def test_the_manifest_says_the_same_as_the_properties(document: bytes) -> None:
    said = {value for name, value in custom(document).items() if name.startswith("cl_")}
    assert {part.get("is") for part in root_of(document, "customXml/parts.xml")} == said


def test_the_bookmarks_of_the_properties_are_in_the_text(document: bytes) -> None:
    names = {val(mark, "", "name") for mark in root_of(document).iter(W + "bookmarkStart")}
    surrounded = {
        f"_{k}" for k, said in custom(document).items() if k.startswith("cl_") and "frame" not in said
    }
    assert surrounded == {name for name in names if name.startswith("_cl_")}


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
    assert {
        f"_{k}" for k, said in custom(document).items() if k.startswith("cl_") and "frame" not in said
    } <= names
