"""Whatever one edits, deletes, inserts or moves, that is named, and nothing else is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_builder.model.verification import BrokenReference
from contract_builder.render.docx.identity import Mark
from contract_builder.verification import verify_document
from tests.render.docx.word import references
from tests.verification import editing
from tests.verification.conftest import WAYS, touched, verified

pytestmark = pytest.mark.parametrize("way", WAYS)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Z"]), min_size=1, max_size=20)
NTH = st.integers(0, 10_000)


def test_what_nobody_touched_is_as_built(document: bytes, way: str) -> None:
    found = verified(document, document, way)
    assert found.verdict == "as-built" and not touched(found)
    assert found.sameness == ("bytes" if way == "with the lock" else "words")
    assert not found.added and not found.references and not found.notes


@QUICK
@given(part=NTH, nth=NTH, words=WORDS)
def test_an_edited_part_is_named_and_no_other(
    document: bytes, marks: tuple[Mark, ...], way: str, part: int, nth: int, words: str
) -> None:
    mark = marks[part % len(marks)]
    edited = editing.with_words(document, mark.name, nth, words)
    found = verified(edited, document, way)
    assert {name: p.state for name, p in touched(found).items()} == {f"{mark.kind} {mark.id}": "edited"}
    assert found.verdict == "edited" and found.sameness == "none" and not found.added
    if way == "with the lock":
        ((changed,),) = [part.changes for part in touched(found).values()]
        assert changed.now == " ".join((changed.was + words).split())


@QUICK
@given(part=NTH)
def test_a_part_that_is_deleted_is_named_and_so_is_each_reference_to_it(
    document: bytes, marks: tuple[Mark, ...], way: str, part: int
) -> None:
    mark = marks[part % len(marks)]
    edited = editing.without(document, mark.name)
    found = verified(edited, document, way)
    assert {name: p.state for name, p in touched(found).items()} == {f"{mark.kind} {mark.id}": "deleted"}
    names = {n for p in verify_reading(edited) for n in p}
    gone = [field for field in references(edited) if field.bookmark not in names]
    assert [r.shown for r in found.references if r.problem == "no-target"] == [field.shown for field in gone]
    assert not found.added


def verify_reading(document: bytes) -> list[list[str]]:
    from tests.render.docx.word import W, root_of, val

    return [
        [val(b, "", "name") for b in p.iter(W + "bookmarkStart")] for p in root_of(document).iter(W + "p")
    ]


@QUICK
@given(part=NTH)
def test_a_clause_that_is_inserted_is_named_with_its_place(
    document: bytes, marks: tuple[Mark, ...], way: str, part: int
) -> None:
    behind = marks[part % len(marks)]
    edited = editing.with_clause_after(
        document, behind.name, "Limit of liability", "The Supplier owes nothing."
    )
    found = verified(edited, document, way)
    assert not touched(found)
    (added,) = found.added
    assert (added.kind, added.where) == ("clause", f"{behind.kind} {behind.id}")
    assert added.lines == ("Limit of liability", "The Supplier owes nothing.")
    assert found.verdict == "edited"


@QUICK
@given(st.data())
def test_a_clause_that_is_moved_is_named(
    document: bytes, marks: tuple[Mark, ...], way: str, data: st.DataObject
) -> None:
    clauses = [mark for mark in marks if mark.kind == "clause"]
    moving = data.draw(st.integers(0, len(clauses) - 1))
    behind = data.draw(st.integers(0, len(clauses) - 1).filter(lambda n: n not in (moving, moving - 1)))
    found = verified(editing.with_moved(document, clauses[moving].name, clauses[behind].name), document, way)
    assert all(part.moved and part.state == "as-built" for part in touched(found).values())
    candidates = [{clauses[moving].id}]
    if behind - moving in (1, -2):  # of two that changed places, either may be said to have moved
        candidates.append({clauses[max(behind, moving - 1)].id})
    assert {part.id for part in touched(found).values()} in candidates
    assert not found.added and found.verdict == "edited"


def test_a_number_that_was_changed_in_a_reference_is_named(document: bytes, way: str) -> None:
    field = next(f for f in references(document) if f.shown == "1.2(c)(i)")
    edited = editing.replaced(document, ">1.2(c)(i)<", ">4.2<")
    found = verified(edited, document, way)
    assert [(r.shown, r.problem, r.should_show) for r in found.references] == [
        ("4.2", "shows-another-number", field.shown)
    ]
    assert found.verdict == "edited" and not touched(found)


def test_a_reference_whose_bookmark_is_gone_is_named_with_its_words(document: bytes, way: str) -> None:
    field = references(document)[0]
    edited = editing.replaced(document, f'w:name="{field.bookmark}"', 'w:name="elsewhere"')
    found = verified(edited, document, way)
    gone: list[BrokenReference] = [r for r in found.references if r.problem == "no-target"]
    assert gone and all(field.shown in r.words for r in gone if r.shown == field.shown)
    assert len(gone) == sum(f.bookmark == field.bookmark for f in references(document))


def test_a_tracked_change_counts_as_made_and_is_noted(document: bytes, way: str) -> None:
    deletion = '<w:del w:id="1" w:author="A"><w:r><w:delText>not</w:delText></w:r></w:del>'
    insertion = '<w:ins w:id="2" w:author="A"><w:r><w:t>always</w:t></w:r></w:ins>'
    parted = f'</w:t></w:r>{deletion}{insertion}<w:r><w:t xml:space="preserve"> hold back anything'
    found = verified(editing.replaced(document, "not hold back anything", parted), document, way)
    assert list(touched(found)) == ["clause data"]
    assert any("tracked" in note for note in found.notes)
    if way == "with the lock":
        assert "must always hold back" in touched(found)["clause data"].changes[0].now


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        (
            "word/header1.xml",
            "</w:hdr>",
            "<w:p><w:r><w:t>Supplier terms apply.</w:t></w:r></w:p></w:hdr>",
            "frame headers",
        ),
        ("word/document.xml", ">Reference: ", ">Our reference: ", "frame front"),
    ],
)
def test_the_frame_is_looked_at_too(
    document: bytes, way: str, part: str, old: str, new: str, says: str
) -> None:
    found = verified(editing.replaced(document, old, new, part), document, way)
    assert list(touched(found)) == [says] and found.verdict == "edited"


def test_words_between_title_and_cover_are_named_as_added(document: bytes, way: str) -> None:
    words = "<w:p><w:r><w:t>Supplier terms apply.</w:t></w:r></w:p>"
    edited = editing.replaced(
        document,
        '<w:p><w:pPr><w:pStyle w:val="PartyLead"/>',
        words + '<w:p><w:pPr><w:pStyle w:val="PartyLead"/>',
    )
    found = verified(edited, document, way)
    assert [(a.where, a.lines) for a in found.added] == [("", ("Supplier terms apply.",))]
    assert not touched(found)


def test_words_that_hide_in_the_contents_are_found(document: bytes, way: str) -> None:
    hidden = (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>The Supplier is not liable.</w:t></w:r></w:p>'
    )
    edited = editing.replaced(
        document, '<w:p><w:pPr><w:pStyle w:val="TOC2"/>', hidden + '<w:p><w:pPr><w:pStyle w:val="TOC2"/>'
    )
    found = verified(edited, document, way)
    assert [(a.where, a.lines) for a in found.added] == [("contents", ("The Supplier is not liable.",))]
    assert found.verdict == "edited"


def test_words_under_another_prefix_are_read(document: bytes, way: str) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    hidden = f'<x:p xmlns:x="{space}"><x:r><x:t>The Supplier is not liable.</x:t></x:r></x:p>'
    found = verified(editing.replaced(document, "<w:sectPr", hidden + "<w:sectPr"), document, way)
    assert [a.lines for a in found.added] == [("The Supplier is not liable.",)]


def test_a_paragraph_that_moves_up_a_level_is_an_edit(document: bytes, way: str) -> None:
    edited = editing.replaced(document, "ClauseLevel2", "ClauseLevel1")
    assert [part.state for part in touched(verified(edited, document, way)).values()] == ["edited"]


def test_a_document_of_somebody_else_is_not_ours(document: bytes, way: str) -> None:
    import io

    import docx

    out = io.BytesIO()
    other = docx.Document()
    other.add_heading("Terms", 1)
    other.add_paragraph("The Supplier is not liable.")
    other.save(out)
    found = verify_document(out.getvalue(), document if way == "with the lock" else None)
    assert (found.verdict, found.parts, found.added) == ("not-ours", (), ())
