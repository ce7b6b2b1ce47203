"""The selection report, as a procurer with no lawyer reads it."""

import re

import msgspec
import pytest

from contract_builder.model.brief import Brief
from contract_builder.model.clause import Parameter
from contract_builder.model.selection import FailingFact, LeftOut
from contract_builder.model.words import value_words
from contract_builder.render.kept_out import failing_words, kept_out_words
from contract_builder.render.report import render_report
from contract_builder.render.titles import Titles
from contract_builder.render.words import count, from_slug, listed
from tests.render import samples
from tests.render.reading import Element, read_html


def read(brief: Brief | None = None, **changes: object) -> Element:
    """The sample report, with some of its inputs changed."""
    inputs = {
        "triage": samples.triage(),
        "selection": samples.selection(),
        "library": samples.library(),
        "contract": samples.contract(),
        "brief": brief or samples.brief(),
        **changes,
    }
    return read_html(render_report(**inputs))  # type: ignore[arg-type]


PAGE = read()


def section(name: str, page: Element = PAGE) -> Element:
    return page.one("section", id=name)


def under(heading: str, page: Element = PAGE) -> str:
    """The words of the part of the next steps below `heading`."""
    words, found = [], False
    for child in section("next", page).children:
        if isinstance(child, Element):
            if child.tag == "h3":
                found = child.text == heading
            elif found:
                words.append(child.text)
    return "\n".join(words)


def rows(table: Element) -> list[list[str]]:
    return [
        [cell.text for cell in tr.children if isinstance(cell, Element)]
        for tr in table.one("tbody").all("tr")
    ]


def test_it_says_first_that_it_is_internal_and_not_legal_advice():
    first = next(e for e in PAGE.one("header").children if isinstance(e, Element))
    assert first.text.startswith("Internal: do not send to the supplier.")
    assert "not legal advice" in first.text
    assert PAGE.one("title").text.startswith("Selection report (internal): ")


def test_it_has_its_six_parts_in_order():
    assert [h.text for h in PAGE.one("main").all("h2")] == [
        "1. What was decided", "2. What to do next", "3. Clauses that are in", "4. Clauses that are left out",
        "5. How the tier was worked out", "6. Who must do what",
    ]  # fmt: skip


def test_it_asks_for_nothing_from_outside_and_runs_nothing():
    assert not [e.tag for e in PAGE.walk() if e.tag in ("script", "link", "img", "iframe", "form")]
    assert "default-src 'none'" in PAGE.one("meta", http_equiv="Content-Security-Policy").get("content")


def test_what_was_decided_is_said_in_titles_and_not_in_codes():
    facts = section("decided").one("dl", class_="facts").text
    for words in (
        "Predictive analytics and risk scoring", "Housing and homelessness", "56 of 100", "Tier 2: the lowest",
        "Tier 3, high. The clauses follow it.", "Tier 2, moderate (47.6 of 100, with 85% of the safeguards evidenced)",
    ):  # fmt: skip
        assert words in facts


def test_both_tiers_say_what_they_mean_side_by_side():
    table = section("decided").one("table")
    assert [th.text for th in table.one("thead").all("th")] == [
        "What",
        "Inherent: tier 3",
        "Residual: tier 2",
    ]
    assert ["Role of people", "A person decides", "A person reviews exceptions"] in rows(table)


def test_one_tier_is_told_once():
    same = msgspec.structs.replace(samples.triage(), residual=3)
    table = section("decided", read(triage=same)).one("table")
    assert [th.text for th in table.one("thead").all("th")] == ["What", "Tier 3"]


def test_a_stop_comes_before_everything_that_was_decided():
    page = read(triage=samples.stopped(), selection=None, contract=None)
    stop = page.one("header").one("section", class_="stop")
    assert stop.one("h2").text == "Stop: this purchase must not go on yet"
    assert "Will the system infer feelings? Answered: yes." in stop.text
    assert page.one("title").text.startswith("Stop: ")
    assert section("in", page).one("p").text == "No clauses have been chosen."


def test_without_a_stop_nothing_says_stop():
    assert not PAGE.all(class_="stop")
    assert "Stop" not in PAGE.one("body").text


def test_blanks_are_grouped_by_who_fills_them_in():
    captions = [t.one("caption").text for t in section("next").all("table")][:3]
    assert captions == ["Legal: 1 blank", "Procurement: 1 blank", "ICT: 1 blank"]
    assert "What is the full legal name of the Council?" in under("Blanks to fill in")


def test_sign_off_follows_the_residual_tier():
    assert under("Sign-off").strip() == "Residual tier 2 is signed off by: the head of service."


def test_a_question_that_was_not_answered_is_named_with_how_it_was_scored():
    words = under("Questions that were not answered")
    assert "Each was scored as the worst answer." in words
    assert "Can staff explain an output?" in words


def test_law_that_nobody_read_in_the_primary_text_is_listed_with_what_to_check():
    words = under("Law to check")
    assert "R (Bridges)" in words and "Taken from a secondary source. Read the primary text." in words
    assert "Written from professional knowledge." in words and "Regulation 13 was not read." in words


def test_law_that_was_read_but_is_overdue_is_listed():
    table = next(t for t in section("next").all("table") if "provision" in t.one("caption").text)
    found = [row for row in rows(table) if "Unfair Contract Terms" in row[0]]
    assert len(found) == 1
    assert found[0][1].startswith("Overdue for review.")
    assert found[0][3] == "Clause 3"


def test_law_that_is_read_and_current_or_that_nothing_cites_is_not_listed():
    words = under("Law to check")
    assert "Article 28 of the UK GDPR" not in words
    assert "no chosen clause cites" not in words


def test_law_cited_by_schedules_and_definitions_in_use_is_listed_too():
    table = next(t for t in section("next").all("table") if "provision" in t.one("caption").text)
    assert {row[3] for row in rows(table)} >= {"Schedule 2", "The definition of Assessor"}


def test_without_a_date_the_report_says_that_overdue_law_is_not_marked():
    undated = msgspec.structs.replace(samples.brief(), date="")
    words = under("Law to check", read(undated))
    assert "The brief has no date" in words
    assert "Overdue" not in words


def test_a_link_that_is_no_web_address_is_not_a_link():
    library = samples.library()
    bad = tuple(msgspec.structs.replace(hook, url="javascript:alert(1)") for hook in library.law)
    page = read(library=msgspec.structs.replace(library, law=bad))
    assert not section("next", page).all("a")


def test_a_departure_says_what_differs_why_and_who_approved_it():
    table = next(t for t in section("next").all("table") if "departure" in t.one("caption").text)
    assert rows(table) == [[
        "Audit, testing and access for assessment", "Fallback position.", samples.DEPARTURE.why,
        "A. Patel, Head of Legal; B. Jones, Monitoring Officer", "20 November 2026",
    ]]  # fmt: skip


def test_a_clause_below_preferred_says_who_must_approve_and_the_risk_it_leaves():
    table = next(t for t in section("next").all("table") if "below preferred" in t.one("caption").text)
    assert rows(table) == [[
        "2 Audit, testing and access for assessment", "fallback", "Head of legal",
        "Access only through a report of the Supplier's",
    ]]  # fmt: skip


def test_problems_of_the_selection_are_shown_with_hint_and_place():
    assert "Warning. Fewer than three indicators are set. Set three. (brief.yaml:7:3)" in under(
        "Problems to put right"
    )


def test_each_clause_in_says_its_number_version_position_and_every_reason_with_its_place():
    first = section("in").all("section", class_="card")[0]
    assert first.one("h3").text == "1 Council Data and Derived Data"
    assert "council-data version 1.2.0" in first.text
    assert "Preferred At tier 3 the Council asks for the whole protection." in first.text
    assert (
        "Every contract answers the return of data. (tier-3, rule tier-3-preferred, playbooks/tiers/tier-3.yaml:12)"
        in first.text
    )
    assert "No contract goes without it. (base, playbooks/base.yaml:8)" in first.text


def test_a_value_says_why_it_is_not_the_default():
    values = [li.text for li in section("in").all("section", class_="card")[0].all("li")][2:]
    assert values == [
        (
            "How many Working Days does the Supplier have to deliver a copy? 5 Working Days: "
            "Residents cannot wait two weeks. (tier-3, rule fast-copies, playbooks/tiers/tier-3.yaml:31)"
        ),
        "What may a further copy cost? £1,200 (the default)",
    ]


def test_a_reason_that_overrode_another_says_which():
    assert "It overrode tier-3/tier-3-preferred. (brief.yaml:40)" in section("in").text


def test_a_clause_left_out_says_the_nearest_rule_what_failed_and_whether_it_is_offered():
    offered, other = section("out").all("table")
    assert [offered.one("caption").text, other.one("caption").text] == [
        "1 clause offered",
        "1 clause not offered",
    ]
    (row,) = rows(offered)
    assert row[0] == "Control of changes to the modelmodel-change-control"
    assert row[1].startswith("Silent changes undo the tests. (tier-3, rule")
    assert row[2:] == ["Needed: tier is at least 4. Here: 3.", "Yes"]
    assert rows(other)[0][2] == (
        "Needed: AI types include biometric. Here: Predictive analytics and risk scoring."
    )


def test_the_reasons_of_the_triage_stand_in_their_order_with_their_points():
    kinds = [(row[0], row[2]) for row in rows(section("triage").one("table"))]
    assert kinds == [
        ("Floor", ""), ("Answer", "7"), ("Not answered", "3"), ("Tier by score", ""), ("Safeguards in place", ""),
    ]  # fmt: skip


def test_the_obligations_say_who_must_do_what_by_when_with_what_evidence():
    table = section("obligations").one("table")
    assert table.one("caption").text == "2 obligations (Supplier 2)"
    assert rows(table)[0] == [
        "1.2(a)", "Supplier", "Deliver a complete copy of the Council Data and the Derived Data",
        "Written request from the Council", "10 Working Days", "Delivery note with record counts and checksums",
    ]  # fmt: skip


def test_every_cell_carries_its_heading_for_narrow_screens():
    for table in PAGE.all("table"):
        headings = [th.text for th in table.one("thead").all("th")]
        for tr in table.one("tbody").all("tr"):
            assert [c.get("data-label") for c in tr.children if isinstance(c, Element)] == headings


def test_every_link_leads_to_one_place():
    ids = [e.get("id") for e in PAGE.walk() if e.get("id")]
    assert len(ids) == len(set(ids))
    inner = {a.get("href")[1:] for a in PAGE.all("a") if a.get("href").startswith("#")}
    assert inner and inner <= set(ids)


def test_words_of_the_brief_cannot_become_tags():
    page = read(msgspec.structs.replace(samples.brief(), title="<b>&amp;</b>"))
    assert page.one("h1").text == "<b>&amp;</b>"
    assert not page.all("b")


@pytest.mark.parametrize(
    ("value", "type_", "unit", "words"),
    [
        (1, "integer", "Working Days", "1 Working Day"),
        (10, "integer", "Working Days", "10 Working Days"),
        (3, "integer", "", "3"),
        (1200, "money", "", "£1,200"),
        (95, "percent", "", "95%"),
        ("2027-04-01", "date", "", "1 April 2027"),
        ("ombudsman", "text", "", "ombudsman"),
    ],
)
def test_values_are_said_with_their_units(value, type_, unit, words):
    assert value_words(value, Parameter("p", type_, value, "?", unit=unit)) == words


def test_small_words_are_put_together_as_a_reader_would():
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed("abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [count(1, "blank"), count(2, "blank"), count(0, "party", "parties")] == [
        "1 blank", "2 blanks", "0 parties",
    ]  # fmt: skip
    assert [from_slug("ai_types"), from_slug("published_kpis"), from_slug("risk-scoring")] == [
        "AI types", "Published KPIs", "Risk scoring",
    ]  # fmt: skip


TITLES = Titles(
    {"a-i": "Chat, for all", "b-i": "Drafting"}, {"a-s": "Homes", "b-s": "Parks", "c": "Schools"}, {}
)


@pytest.mark.parametrize(
    "failing, words",
    [
        (FailingFact("service_area", "service_area is one of a-s, b-s", "c"),
         "Needed: service area is one of Homes; Parks. Here: Schools."),
        (FailingFact("ai_types", "ai_types has b-i", "a-i, b-i-i"),
         "Needed: AI types include Drafting. Here: Chat, for all, b-i-i."),
        (FailingFact("ai_types", "ai_types does not have b-i", "a-i, b-i"),
         "Needed: AI types do not include Drafting. Here: Chat, for all; Drafting."),
        (FailingFact("tier", "tier is at least 3", "2"), "Needed: tier is at least 3. Here: 2."),
        (FailingFact("route", "route is c", "a-i"), "Needed: route is c. Here: a-i."),
    ],
)  # fmt: skip
def test_a_fact_that_failed_is_told_in_titles(failing: FailingFact, words: str) -> None:
    assert failing_words(failing, TITLES) == words


@pytest.mark.parametrize("effect", ["exclude", "departure", "offer", None])
def test_what_keeps_a_clause_out_is_said_even_if_no_fact_failed(effect: str | None) -> None:
    nearest = samples.reason("So it is.", effect=effect) if effect else None
    (words,) = kept_out_words(LeftOut("exit-plan", nearest, ()), TITLES)
    assert words.endswith(".")


def test_no_place_of_the_machine_stands_in_the_report():
    assert not re.search(r"/(?:home|work|tmp|Users)/", PAGE.text)
