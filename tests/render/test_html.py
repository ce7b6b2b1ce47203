"""The contract as a web page."""

import base64
import hashlib
import re
from itertools import pairwise

import msgspec
import pytest

from contract_builder.errors import InternalError
from contract_builder.model.contract import BlankRun, Contract, Numbered, RefRun, TextRun
from contract_builder.render.html import render_html
from contract_builder.render.resolved import all_runs
from tests.render import samples
from tests.render.reading import Element, read_html

CONTRACT = samples.contract()
SOURCE = render_html(CONTRACT).decode()


@pytest.fixture(scope="module")
def page() -> Element:
    return read_html(SOURCE.encode())


def numbered(contract: Contract) -> list[Numbered]:
    """Every numbered paragraph of `contract`, in the order of the document."""
    found: list[Numbered] = []

    def add(blocks: tuple[object, ...]) -> None:
        for block in blocks:
            if isinstance(block, Numbered):
                found.append(block)
                add(block.items)

    for clause in contract.clauses:
        add(clause.blocks)
    for schedule in contract.schedules:
        add(schedule.blocks)
        for definition in schedule.definitions:
            add(definition.blocks)
    return found


def with_first_clause_anchored(anchor: str) -> Contract:
    first, *others = CONTRACT.clauses
    clauses = (msgspec.structs.replace(first, anchor=anchor), *others)
    return msgspec.structs.replace(CONTRACT, clauses=clauses)


def test_the_page_declares_british_english_utf_8_and_its_title(page):
    assert SOURCE.startswith("<!doctype html>\n")
    assert page.one("html").get("lang") == "en-GB"
    assert page.all("meta", charset="utf-8")
    assert page.one("title").text == "Contract for the supply of an AI System (EX-2026-014)"


def test_nothing_may_run_or_load_but_the_style_that_the_policy_names(page):
    policy = page.one("meta", http_equiv="Content-Security-Policy").get("content")
    style = page.one("style").text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'", "style-src": f"'sha256-{digest}'", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip


def test_the_page_asks_for_nothing_from_outside(page):
    assert not [e.tag for e in page.walk() if e.tag in ("script", "link", "img", "iframe", "object", "form")]
    assert not [e.tag for e in page.walk() if e.get("src") or e.get("style") or e.get("onclick")]
    assert not re.search(r"https?:|//|url\(|@import", SOURCE.split("<!doctype html>", 1)[1])


def test_each_numbered_paragraph_shows_exactly_the_number_of_the_tree(page):
    shown = [item.one("span", class_="no").text for item in leaves(page)]
    assert shown == [item.number + " " for item in numbered(CONTRACT)]


def leaves(page: Element) -> list[Element]:
    """The paragraph of each list item, without the items below it."""
    items = page.one("main").all("div", role="listitem")
    return [next(child for child in item.children if isinstance(child, Element)) for item in items]


def test_levels_are_lists_within_lists(page):
    (outer,) = [
        i for i in page.all("div", role="listitem") if i.get("id") == "clause.council-data.on-request"
    ]
    below = outer.all("div", role="list")
    assert [level.get("class") for level in below] == ["l2", "l3"]
    assert len(below[1].all("div", role="listitem")) == 2


def test_each_clause_has_a_heading_with_its_number(page):
    headings = [h.text for h in page.one("main").all("h2")]
    for clause in CONTRACT.clauses:
        assert f"{clause.number} {clause.heading}" in headings
    for schedule in CONTRACT.schedules:
        assert f"{schedule.number} – {schedule.heading}" in headings


def test_the_contents_link_to_every_part(page):
    links = [(a.get("href"), a.text) for a in page.one("nav").all("a")]
    clauses = [(f"#{c.anchor}", f"{c.number} {c.heading}") for c in CONTRACT.clauses]
    schedules = [(f"#{s.anchor}", f"{s.number} – {s.heading}") for s in CONTRACT.schedules]
    assert links == [
        ("#doc-particulars", "Particulars"), ("#doc-terms", "Terms"), *clauses, ("#doc-signing", "Signatures"),
        *schedules,
    ]  # fmt: skip


def test_every_link_leads_to_one_place_on_the_page(page):
    ids = [e.get("id") for e in page.walk() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href").removeprefix("#") for a in page.all("a")} <= set(ids)


def test_each_reference_is_a_link_to_its_target(page):
    wanted = [run for runs in all_runs(CONTRACT) for run in runs if isinstance(run, RefRun)]
    found = [(a.get("href"), a.text) for a in page.one("main").all("a")]
    assert found == [(f"#{run.anchor}", run.text) for run in wanted]


def test_each_blank_is_marked_and_says_in_words_what_to_fill_in(page):
    wanted = [run for runs in all_runs(CONTRACT) for run in runs if isinstance(run, BlankRun)]
    found = [(mark.get("data-field"), mark.text) for mark in page.all("mark")]
    assert found == [(run.field, f"[To fill in: {run.prompt}]") for run in wanted]


def test_a_blank_is_told_by_its_border_and_brackets_and_not_by_colour_alone(page):
    assert re.search(r"mark\{[^}]*border:1px dashed", page.one("style").text)


def test_headings_never_skip_a_level(page):
    levels = [int(e.tag[1]) for e in page.walk() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_particulars_are_tables_with_a_caption_and_row_headings(page):
    tables = page.one("section", class_="particulars").all("table")
    assert [t.one("caption").text for t in tables] == [s.title for s in CONTRACT.particulars]
    labels = [th.text for t in tables for th in t.all("th", scope="row")]
    assert labels == [row.label for s in CONTRACT.particulars for row in s.rows]


def test_a_table_of_a_schedule_has_a_caption_column_headings_and_a_box_that_a_keyboard_can_scroll(page):
    box = page.one("div", class_="scroll")
    assert (box.get("tabindex"), box.get("aria-label")) == ("0", "Milestones of the exit")
    table = box.one("table")
    assert table.one("caption").text == "Milestones of the exit"
    headings = [th.text for th in table.one("thead").all("th", scope="col")]
    assert headings == ["Step", "Who", "By when", "Evidence of completion"]
    assert len(table.one("tbody").all("tr")) == 2


def test_a_table_without_a_title_is_named_by_its_headings():
    grid = msgspec.structs.replace(samples.EXIT.blocks[-1], title="")
    schedule = msgspec.structs.replace(samples.EXIT, blocks=(*samples.EXIT.blocks[:-1], grid))
    changed = msgspec.structs.replace(CONTRACT, schedules=(samples.DEFINITIONS, schedule))
    box = read_html(render_html(changed)).one("div", class_="scroll")
    assert box.get("aria-label") == "Table: Step, Who, By when, Evidence of completion"
    assert not box.all("caption")


def test_a_definition_reads_as_one_sentence(page):
    terms = page.one("dl", class_="terms")
    first = terms.all("dd")[0]
    assert terms.all("dt")[0].text == "Assessor"
    assert first.all("p")[0].text.startswith("means any of these, ")
    items = [item.one("p").text for item in first.all("div", role="listitem")]
    assert items == ["(a) the Council, or its agent; and", "(b) an external auditor or a Regulator."]


def test_the_cover_says_what_it_is_who_signs_and_that_it_is_not_legal_advice(page):
    cover = page.one("header").text
    for words in ("Draft", "EX-2026-014", "24 November 2026", "not legal advice", "Careful Systems Ltd"):
        assert words in cover


def test_each_party_has_lines_to_sign_on(page):
    lines = [[li.text for li in ul.all("li")] for ul in page.all("ul", class_="sign")]
    assert lines == [list(s.lines) for s in CONTRACT.execution.signatories]


def test_clauses_carry_their_id_and_version_but_nothing_internal(page):
    found = [
        (s.get("data-clause"), s.get("data-version")) for s in page.all("section") if s.get("data-clause")
    ]
    assert found == [(c.id, c.version) for c in CONTRACT.clauses]
    for internal in ("preferred", "fallback", "short", CONTRACT.clauses[0].digest):
        assert internal not in SOURCE


def test_line_breaks_inside_a_value_are_kept_as_references_and_shown():
    assert "1 High Street&#10;Exampleton&#10;EX1 1AA" in SOURCE
    assert re.search(r"p,th,td[^{]*\{white-space:pre-wrap\}", SOURCE)


def test_a_direction_control_cannot_turn_the_words_after_it():
    turned = msgspec.structs.replace(CONTRACT, background=(TextRun("a\u202eb"), TextRun(" must pay")))
    assert '<bdi dir="ltr">a\u202eb</bdi> must pay' in render_html(turned).decode()


def test_a_reference_without_a_target_is_refused_with_its_name():
    with pytest.raises(InternalError, match=r"nothing is called 'clause\.gone'"):
        render_html(msgspec.structs.replace(CONTRACT, background=(RefRun("clause.gone", "9"),)))


def test_two_places_of_one_name_are_refused():
    with pytest.raises(InternalError, match=r"2 places are called 'clause\.audit-access'"):
        render_html(with_first_clause_anchored("clause.audit-access"))


def test_an_anchor_cannot_break_out_of_its_tag():
    page = read_html(render_html(with_first_clause_anchored('"><b>')))
    assert not page.all("b")
    assert page.all("section", data_clause="council-data")[0].get("id") == '"><b>'
