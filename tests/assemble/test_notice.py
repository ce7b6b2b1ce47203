"""The wording for the notice says what the built contract says, with its values, and nothing besides."""

import re
from functools import cache
from itertools import product

import pytest
from msgspec.structs import replace

import contract_builder as cb
from contract_builder.assemble.assemble import lines_of
from contract_builder.model.notice import FACTS, NoticeParagraph, provision
from tests.editions.cases import GIVING_WAY, NAMES, Case, case
from tests.editions.search import normal
from tests.editions.test_nothing_internal import leaks

AGREEMENTS = tuple(name for name in NAMES if name != "interview-transcripts")
SLOT = re.compile(r"\{\{ *(\w+)[^}]*\}\}")


@cache
def wording(name: str) -> cb.NoticeText:
    one = case(name)
    return cb.notice_wording(one.content, one.built)


def built(name: str, **facts: str | int) -> Case:
    """The example called `name`, with other facts."""
    content = cb.load_content()
    brief = cb.read_brief(cb.example(name))
    made = cb.build(content, replace(brief, facts={**brief.facts, **facts}))
    assert made.contract is not None, made.diagnostics
    return Case(content, made)


def told(notice: cb.NoticeText, public: bool = True) -> dict[str, str]:
    """The paragraphs by id: those for the notice, or those for the officer."""
    return {line.id: line.text for s in notice.sections if s.prints == public for line in s.paragraphs}


def source(one: Case) -> dict[str, NoticeParagraph]:
    notice = one.content.library.notice
    assert notice
    return {paragraph.id: paragraph for paragraph in notice.paragraphs}


def words_of(contract: cb.Contract, owner: str) -> str:
    """All words of the clause or schedule called `owner`."""
    text = provision(owner)
    nodes = contract.schedules if text.kind == "schedule" else contract.clauses
    return "\n".join(line for node in nodes if node.id == text.id for line in lines_of(node.blocks))


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_value_in_the_notice_stands_in_the_text_of_the_contract_that_it_is_of(name: str) -> None:
    contract = case(name).built.contract
    assert contract
    values = 0
    for id, text in told(wording(name)).items():
        paragraph = source(case(name))[id]
        pattern = re.escape(paragraph.text)
        for slot in SLOT.finditer(paragraph.text):
            pattern = pattern.replace(re.escape(slot.group()), f"(?P<{slot[1]}>.+?)")
        match = re.fullmatch(pattern, text)
        for value, owner in paragraph.values.items():
            if owner != FACTS:
                assert match and match[value] in words_of(contract, owner), (id, value)
                values += 1
    assert values >= 6


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_paragraph_rests_on_text_that_the_contract_holds(name: str) -> None:
    contract = case(name).built.contract
    assert contract
    json = cb.render_contract(contract, "json").decode()
    for id in told(wording(name)):
        for text in source(case(name))[id].provided_by:
            anchor = f"{text.kind}.{text.id}" + (f".{text.label}" if text.label else "")
            assert f'"anchor":"{anchor}"' in json.replace('": "', '":"'), (id, anchor)


def test_a_value_that_the_brief_changes_changes_in_contract_and_notice_alike() -> None:
    one = case("homelessness-risk-list")
    brief = replace(one.built.brief, values={"change-control": {"growth_limit_percent": 70}})
    made = cb.build(one.content, brief)
    assert made.contract
    assert "by up to 70% of what" in told(cb.notice_wording(one.content, made))["change-growth"]
    assert "by up to 70% of what" in words_of(made.contract, "change-control")


def test_a_position_that_gives_a_change_up_takes_it_out_of_the_notice() -> None:
    full, short = wording("homelessness-risk-list"), wording("event-listing-drafts")
    assert {"change-model", "change-interface", "change-less"} <= told(full).keys()
    assert "change-version" not in told(full)
    assert not {"change-model", "change-interface", "change-less"} & told(short).keys()
    assert "change-version" in told(short)
    lacks = {one.id: one.lacks for one in short.withheld}
    assert lacks["change-interface"] == (
        "“Changes provided for, known risks and the form” (schedules/change-control#listed)",
    )


def test_a_text_without_the_value_takes_the_paragraph_out_of_the_notice() -> None:
    one = case("homelessness-risk-list")
    notice = one.content.library.notice
    assert notice
    growth = source(one)["change-growth"]
    elsewhere = replace(growth, values={"interface_count": "schedules/change-control"}, text="{{ interface_count }}",
                        provided_by=())  # fmt: skip
    absent = replace(elsewhere, id="absent", values={"exit_postpone_months": "change-control"})
    library = replace(one.content.library, notice=replace(notice, paragraphs=(elsewhere, absent)))
    made = cb.notice_wording(replace(one.content, library=library), one.built)
    assert told(made) == {"change-growth": "3"}
    assert [w.lacks for w in made.withheld] == [
        ("the value exit_postpone_months of “Changes” (change-control)",)
    ]


@pytest.mark.parametrize(("reorganisation", "light_touch"), tuple(product(("yes", "no"), repeat=2)))
def test_facts_choose_the_paragraphs(reorganisation: str, light_touch: str) -> None:
    one = built("homelessness-risk-list", reorganisation=reorganisation, light_touch=light_touch)
    notice = cb.notice_wording(one.content, one.built)
    assert ("change-reorganisation" in told(notice)) == (reorganisation == "yes")
    assert ("change-successors" in told(notice)) == (reorganisation == "no")
    assert ("risks-opening" in told(notice)) == ("risk-law" in told(notice)) == (light_touch == "no")
    assert ("use-light-touch" in told(notice, public=False)) == (light_touch == "yes")


def test_indicators_are_counted_as_the_brief_counts_them() -> None:
    assert told(wording("early-help-priority"))["kpis-set"].startswith(
        "The contract sets key performance indicators, 3 in all."
    )
    few = built("homelessness-risk-list", published_kpis=1)
    notice = told(cb.notice_wording(few.content, few.built))
    assert (
        notice["kpis-set"].startswith("The contract sets key performance indicators, 1 in all.")
        and "kpis-none" not in notice
    )


def test_a_call_off_says_that_the_framework_comes_first_and_names_no_known_risk() -> None:
    notice = wording("case-note-assistant")
    assert "within those of the framework, which come first" in told(notice)["changes-opening-call-off"]
    assert not any(id.startswith("risk") or id == "changes-opening" for id in told(notice))
    assert "A call-off has no tender notice of its own." in told(notice, public=False)["use-call-off"]


def test_an_ai_schedule_prints_nothing_in_the_notice_and_says_what_applies_instead() -> None:
    notice = wording("interview-transcripts")
    assert notice.shape == "ai-schedule"
    assert told(notice) == {}
    assert set(told(notice, public=False)) == {"use-schedule-call-off"}
    assert notice.records and not notice.withheld
    other = built("interview-transcripts", route="open-procedure")
    assert "use-schedule" in told(cb.notice_wording(other.content, other.built), public=False)


def test_a_blank_of_the_contract_is_a_blank_of_the_notice_with_its_owner() -> None:
    one = case("homelessness-risk-list")
    fields = {k: v for k, v in one.built.brief.particulars.items() if k != "intended_purpose"}
    made = cb.build(one.content, replace(one.built.brief, particulars=fields))
    notice = cb.notice_wording(one.content, made)
    assert "for this purpose: [to fill in: " in told(notice)["changes-opening"]
    assert [item.field for item in notice.open_items] == ["intended_purpose"]
    assert all(item.owner for item in notice.open_items)


def test_it_says_which_facts_nobody_stated() -> None:
    assumed = {a.fact: a.taken_as for a in wording("homelessness-risk-list").assumed}
    assert assumed == {"published_kpis": "0", "sourcing": "off-the-shelf"}
    assert "sourcing" not in {a.fact for a in wording("early-help-priority").assumed}


@pytest.mark.parametrize("name", AGREEMENTS)
def test_the_paragraphs_of_the_notice_are_counted_without_a_gap(name: str) -> None:
    numbers = [line.number for s in wording(name).sections if s.prints for line in s.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {line.number for s in wording(name).sections if not s.prints for line in s.paragraphs} <= {0}


@pytest.mark.parametrize("name", AGREEMENTS)
def test_what_goes_public_holds_nothing_internal(name: str) -> None:
    printed = [f"{s.title}\n{line.title}\n{line.text}" for s in wording(name).sections if s.prints for line in s.paragraphs]  # fmt: skip
    assert leaks(name, normal("\n".join(printed))) == {}


def test_what_goes_public_is_told_without_placeholders_and_without_terms_of_the_library() -> None:
    for name in (*AGREEMENTS, GIVING_WAY):
        for text in told(wording(name)).values():
            assert "{" not in text and ".." not in text
            assert not re.search(r"\b(?:AI System|Intended Purpose|Model Change|the Supplier)\b", text)


def test_each_note_and_record_stays_below_the_line_of_the_text_to_copy() -> None:
    for name in NAMES:
        notice = wording(name)
        for format in ("text", "md"):
            file = normal(cb.render_notice(notice, format).decode())  # type: ignore[arg-type]
            public, found, officer = file.partition("copy to here")
            assert bool(found) == bool(told(notice))
            officer = officer if found else public
            for line in (line for s in notice.sections for line in s.paragraphs if line.note):
                assert normal(line.note) in officer and normal(line.note) not in (public if found else "")
            for text in told(notice).values():
                assert plain_words(text) in plain_words(public)
            assert all(plain_words(record.ask) in plain_words(officer) for record in notice.records)


def plain_words(text: str) -> str:
    return re.sub(r"\W+", " ", normal(text))


def test_a_value_cannot_become_markup() -> None:
    one = case("homelessness-risk-list")
    fields = {**one.built.brief.particulars, "intended_purpose": "<b>bold</b> | **x** [a](b)"}
    made = cb.build(one.content, replace(one.built.brief, particulars=fields))
    file = cb.render_notice(cb.notice_wording(one.content, made), "md").decode()
    assert "<b>" not in file and "[a](b)" not in file and "**x**" not in file


def test_without_a_contract_or_a_wording_it_says_so() -> None:
    one = case("homelessness-risk-list")
    with pytest.raises(cb.UsageError, match="no contract"):
        cb.notice_wording(one.content, replace(one.built, contract=None))
    bare = replace(one.content, library=replace(one.content.library, notice=None))
    with pytest.raises(cb.UsageError, match="no wording"):
        cb.notice_wording(bare, one.built)
    with pytest.raises(cb.UsageError, match="no format"):
        cb.render_notice(wording("homelessness-risk-list"), "docx")  # type: ignore[arg-type]
