"""Comments in Word: real ones, at the text that they are about, that other programs keep."""

from typing import Any

import pytest

from contract_builder.render.docx.lint import lint
from tests.editions.cases import GIVING_WAY, NAMES, Case, case, with_law
from tests.render.docx import office
from tests.render.docx.test_validators import audit, sdk
from tests.render.docx.word import W, root_of, text_of, val

COMMENTS = "word/comments.xml"


def comments(document: bytes) -> dict[str, str]:
    """The words of each comment by its id."""
    root = root_of(document, COMMENTS)
    return {
        val(c, "", "id"): "\n".join(text_of(p) for p in c.iter(W + "p")) for c in root.iter(W + "comment")
    }


def commented(document: bytes) -> list[tuple[str, str]]:
    """The words that each comment is anchored to, and its own, in the order of the document."""
    said = comments(document)
    open_: dict[str, list[str]] = {}
    found: list[tuple[str, str]] = []
    for element in root_of(document).iter():
        if element.tag == W + "commentRangeStart":
            open_[val(element, "", "id")] = []
        elif element.tag == W + "t":
            for words in open_.values():
                words.append(element.text or "")
        elif element.tag == W + "commentRangeEnd":
            number = val(element, "", "id")
            found.append(("".join(open_.pop(number)), said[number]))
    assert not open_
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_has_comments_on_its_heading(name: str) -> None:
    contract = case(name).built.contract
    assert contract
    found = commented(case(name).edition("annotated"))
    of_the_library = [c for c in contract.clauses if c.id in case(name).content.library.clause_by_id]
    assert len(of_the_library) >= len(contract.clauses) - 1  # an AI schedule opens in words of its own
    for clause in of_the_library:
        titles = [said.splitlines()[0] for words, said in found if words == clause.heading]
        assert titles[:2] == ["Decision", "Drafting note"], clause.id


def test_a_comment_has_author_initials_and_the_day_of_the_brief() -> None:
    for comment in root_of(case("council").edition("annotated"), COMMENTS).iter(W + "comment"):
        seen = tuple(val(comment, "", name) for name in ("author", "initials", "date"))
        assert seen == ("contract-builder", "CB", "2026-11-24T00:00:00Z")


def test_a_decision_says_why_how_far_and_who_in_that_order() -> None:
    said = dict_of(case(GIVING_WAY))["Council Data and Derived Data", "Decision"]
    leads = [line.partition(":")[0] for line in said.splitlines()[1:]]
    assert leads == [
        "Why it is in", "Position", "Departure", "Alternative, preferred", "Alternative, short",
        "As it stands, fallback", "Walk away", "Values by the library's default",
    ]  # fmt: skip
    assert "Approved by Imogen Threlkeld, Monitoring Officer on 20 November 2026." in said
    assert "As it stands, fallback: Agreed by: Monitoring Officer. Leaves: A permanent licence" in said


def dict_of(of: Case) -> dict[tuple[str, str], str]:
    """Comments by what they are anchored to and their title."""
    return {(words, said.splitlines()[0]): said for words, said in commented(of.edition("annotated"))}


def test_unconfirmed_law_is_marked_at_clauses_definitions_and_schedules() -> None:
    found = commented(with_law("homelessness-risk-list", confidence="unconfirmed").edition("annotated"))
    for words in (
        "Council Data and Derived Data",
        "Council Data",
        "– The AI System and its Intended Purpose",
    ):
        law = [said for text, said in found if text == words and "UNVERIFIED LAW: " in said]
        assert law and all("Not confirmed." in said for said in law), words


def test_law_that_was_read_is_not_marked() -> None:
    verified = with_law("homelessness-risk-list", confidence="primary", review_by="2030-01-01")
    assert not any("UNVERIFIED" in said for said in comments(verified.edition("annotated")).values())


def test_both_validators_find_nothing(tmp_path: Any) -> None:
    for edition in ("annotated", "clean"):
        file = tmp_path / f"{edition}.docx"
        file.write_bytes(case(GIVING_WAY).edition(edition))
        assert audit(file) == []
        assert sdk(file) == []


def test_libreoffice_keeps_every_comment_where_it_is(tmp_path: Any) -> None:
    document = case(GIVING_WAY).edition("annotated")
    saved = office.convert({"annotated": document}, "docx", tmp_path)["annotated"]
    assert sorted(commented(saved)) == sorted(commented(document))


def test_the_lint_wants_comments_and_the_internal_part_gone_before_the_document_is_sent() -> None:
    def rules(edition: Any) -> set[str]:
        return {d.rule for d in lint(case("council").edition(edition)) if d.level == "error"}

    assert {"comment-left", "note-left"} <= rules("annotated")
    assert "note-left" in rules("clean") and "comment-left" not in rules("clean")
    assert rules("supplier") == set()
