"""A supplier reads nothing that is the council's own business, in any part of any file; the council reads all of it."""

import io
import zipfile
import zlib

import pytest

import contract_builder as cb
from contract_builder.render.resolved import all_runs
from contract_builder.render.words import plain
from tests.editions.cases import DEPARTURES, GIVING_WAY, NAMES, case
from tests.editions.search import alone, found, haystack, normal
from tests.editions.secrets import nowhere, secrets, told_by_the_library

TEXT_FORMATS: tuple[cb.Format, ...] = ("html", "md", "json")


@pytest.mark.parametrize("name", NAMES)
def test_the_suppliers_word_file_holds_nothing_internal(name: str) -> None:
    hay = haystack(case(name).edition("supplier"))
    assert leaks(name, hay) == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_search_finds_all_of_it_in_the_annotated_word_file(name: str) -> None:
    hay = haystack(case(name).edition("annotated"))
    missing = {
        k: lost
        for k, texts in secrets(case(name)).items()
        if (lost := [t for t in texts if not found(t, hay)])
    }
    assert missing == {}


@pytest.mark.parametrize("format", TEXT_FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_the_suppliers_other_files_hold_nothing_internal(name: str, format: cb.Format) -> None:
    assert leaks(name, normal(case(name).edition("supplier", format).decode())) == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_clean_edition_says_no_more_than_blanks_and_provenance(name: str) -> None:
    found_in = leaks(name, haystack(case(name).edition("clean")))
    assert set(found_in) <= {"questions of the blanks", "findings"}
    contract = case(name).built.contract
    assert contract is not None
    assert bool(found_in.get("questions of the blanks")) == bool(contract.open_items)
    assert found_in["findings"]


def test_there_is_something_of_every_kind_to_find() -> None:
    assert all(secrets(case(GIVING_WAY)).values())
    assert {DEPARTURES[0].why, "Imogen Threlkeld"} <= secrets(case(GIVING_WAY))["departures"]


def test_the_search_looks_into_names_attributes_hidden_text_and_packed_parts() -> None:
    hidden = '<a xmlns="urn:x" b="in an attribute"><!--in a comment--><p><r>over </r><r>two runs</r></p></a>'
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in-a-name.txt", "packed twice")
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/x.xml", hidden)
        archive.writestr("word/embedded.bin", inner.getvalue())
        archive.writestr("word/deflated.bin", zlib.compress(b"only deflated"))
        archive.writestr("word/wide.bin", "in wide letters".encode("utf-16-le"))
        archive.comment = b"in the zip comment"
    hay = haystack(outer.getvalue())
    for needle in (
        "in an attribute", "in a comment", "over two runs", "in-a-name.txt", "packed twice", "only deflated",
        "in wide letters", "in the zip comment",
    ):  # fmt: skip
        assert found(needle, hay), needle
    assert not found("two", "twofold") and not found("nowhere", hay)


def leaks(name: str, hay: str) -> dict[str, list[str]]:
    """The internal texts of the contract that stand in `hay`, by kind.

    "Short" is a word that a contract may need, and so are the name of the council and words such as "the monitoring
    officer" that its clauses use themselves: by themselves, or as the name of a position, they must not be there.
    """
    names = normal(" ".join(plain(runs) for runs in all_runs(contract_of(name))))
    clauses = normal(told_by_the_library(case(name)))
    internal = {**secrets(case(name)), **nowhere(case(name))}
    return {
        kind: there
        for kind, texts in internal.items()
        if (there := sorted(t for t in texts if (alone if _said(t, names, clauses) else found)(t, hay)))
    }


def _said(text: str, names: str, clauses: str) -> bool:
    return found(text, clauses) or (" " not in text and found(text, names))


def contract_of(name: str) -> cb.Contract:
    """The contract itself."""
    contract = case(name).built.contract
    assert contract
    return contract
