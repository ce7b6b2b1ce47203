"""What other programs do to a file: LibreOffice, the Document Inspector, another zip, formats without bookmarks."""

import pytest

from contract_builder.render.docx.package import pack
from contract_builder.verification import verify_document
from tests.render.docx import office
from tests.render.docx.word import parts_of
from tests.verification import editing
from tests.verification.conftest import WAYS, touched, verified

NEW = ("Limit of liability", "The Supplier owes nothing.")


@pytest.fixture(scope="module")
def desks(document: bytes) -> dict[str, bytes]:
    """The document, and what becomes of it on lawyers' desks."""
    data, access, exit_ = (editing.clause(id_) for id_ in ("data", "access", "exit"))
    return {
        "untouched": document,
        "edited": editing.with_words(document, data, 3, " if it likes"),
        "deleted": editing.without(document, access),
        "inserted": editing.with_clause_after(document, data, *NEW),
        "moved": editing.with_moved(document, data, exit_),
    }


@pytest.fixture(scope="module")
def saved(desks: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What LibreOffice writes when somebody opens and saves them."""
    return office.convert(desks, "docx", tmp_path_factory.mktemp("saved"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("variant", "named"),
    [
        ("untouched", {}),
        ("edited", {"clause data": ("edited", False)}),
        ("deleted", {"clause access": ("deleted", False)}),
        ("inserted", {}),
        ("moved", {"clause data": ("as-built", True)}),
    ],
)
def test_after_libreoffice_saved_it_the_same_parts_are_named(
    saved: dict[str, bytes], document: bytes, way: str, variant: str, named: dict[str, tuple[str, bool]]
) -> None:
    found = verified(saved[variant], document, way)
    assert {name: (p.state, p.moved) for name, p in touched(found).items()} == named
    assert found.verdict == ("as-built" if variant == "untouched" else "edited")
    assert found.sameness == ("words" if variant == "untouched" else "none")
    assert [(a.kind, a.where, a.lines) for a in found.added] == (
        [("clause", "clause data", NEW)] if variant == "inserted" else []
    )
    assert all(part.found_by != "text" for part in found.parts)


def test_libreoffice_updates_references_so_that_none_is_stale(saved: dict[str, bytes]) -> None:
    assert not verify_document(saved["inserted"]).references
    assert {r.problem for r in verify_document(saved["deleted"]).references} <= {"no-target"}


def test_another_zip_is_no_edit(document: bytes) -> None:
    repacked = pack(parts_of(document), 9)
    assert repacked != document
    found = verify_document(repacked, document)
    assert (found.verdict, found.sameness) == ("as-built", "content")


def test_one_byte_in_a_part_is_not_the_same_content(document: bytes) -> None:
    found = verify_document(
        editing.replaced(document, 'w:val="en-GB"', 'w:val="en-US"', "word/styles.xml"), document
    )
    assert (found.verdict, found.sameness) == ("as-built", "words")


@pytest.mark.parametrize("way", WAYS)
def test_without_bookmarks_parts_are_known_by_their_words(
    desks: dict[str, bytes], document: bytes, way: str
) -> None:
    found = verified(editing.without_bookmarks(desks["edited"]), document, way)
    states = {f"{p.kind} {p.id}": p.state for p in found.parts if p.state != "as-built"}
    assert states == {"clause data": "edited" if way == "with the lock" else "not-found"}
    assert all(p.found_by == "text" for p in found.parts if p.kind == "clause" and p.state == "as-built")
    assert found.verdict == "edited"


@pytest.mark.parametrize("gone", ["docProps/custom.xml", "customXml/parts.xml"])
def test_the_inspector_may_take_the_properties_or_the_manifest(desks: dict[str, bytes], gone: str) -> None:
    assert verify_document(editing.inspected(desks["untouched"], gone)).verdict == "as-built"
    assert list(touched(verify_document(editing.inspected(desks["edited"], gone)))) == ["clause data"]


def test_without_both_the_lock_still_knows_every_part(desks: dict[str, bytes], document: bytes) -> None:
    bare = editing.inspected(desks["edited"], "docProps/custom.xml", "customXml/parts.xml")
    alone = verify_document(bare)
    assert alone.verdict == "edited" and any("The lock" in note for note in alone.notes)
    assert list(touched(verify_document(bare, document))) == ["clause data"]


def test_what_a_file_says_of_itself_does_not_fool_the_lock(desks: dict[str, bytes], document: bytes) -> None:
    forged = desks["edited"]
    now = next(
        p for p in parts_of(forged)["docProps/custom.xml"].decode().split("<property") if "clause data@" in p
    )
    digest = now.split("sha256:")[1][:64]
    from contract_builder.render.docx.frame import lines_of
    from contract_builder.render.docx.identity import digest_of
    from contract_builder.verification.opened import open_document

    inside = [p for p in open_document(forged).paragraphs if p.range == editing.clause("data")]
    for part in ("docProps/custom.xml", "customXml/parts.xml"):
        forged = editing.replaced(forged, digest, digest_of(lines_of(inside)), part)
    assert (
        verify_document(forged).verdict == "as-built"
    )  # it says so itself, and that is all there is to go by
    found = verify_document(forged, document)
    assert list(touched(found)) == ["clause data"] and any("believed" in note for note in found.notes)
