"""Which question comes next, whatever is typed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from contract_builder.interview.ask import PARTICULARS, TRIAGE, Answers, Ask
from contract_builder.interview.session import Interview, begin, hear, next_open
from contract_builder.interview.understand import Understood, understand
from contract_builder.model.triage import UNKNOWN
from tests.interview.asked import ASKS, BY_KEY, CONTENT, NEEDED, answers


def understood(ask: Ask, typed: str) -> Understood:
    return understand(ask, typed, ASKS, CONTENT)


def at(key: str, given: Answers | None = None, review: bool = False) -> Interview:
    """An interview that has come to `key`."""
    n = list(BY_KEY).index(key)
    before: Answers = {ask.key: UNKNOWN for ask in ASKS[:n]}
    return Interview(ASKS, {**before, **NEEDED, **(given or {})}, n, review)


def test_it_begins_with_what_a_procurer_knows() -> None:
    keys = list(BY_KEY)
    assert keys[:3] == ["title", "ai_types", "service_area"]
    order = [ask.part for ask in ASKS]
    assert list(dict.fromkeys(order)) == [
        "What is bought", "Gates", "The triage", "The purchase", "Safeguards", "The Particulars",
    ]  # fmt: skip
    assert [order.index(part) for part in dict.fromkeys(order)] == sorted({order.index(p) for p in order})


def test_an_answer_leads_to_the_next_open_question() -> None:
    heard = hear(at("answers.reversibility", {"answers.duration": "days"}), "2", understood)
    assert heard.event == "answered"
    assert heard.interview.answers["answers.reversibility"] == "some-effort"
    assert heard.interview.ask == BY_KEY["answers.people-affected"]


def test_nothing_typed_says_that_nobody_knows() -> None:
    for typed in ("", "  ", "u", "U", "unknown"):
        heard = hear(at("answers.duration"), typed, understood)
        assert heard.interview.answers["answers.duration"] == UNKNOWN


def test_what_a_brief_needs_cannot_be_unknown() -> None:
    for key in NEEDED:
        open_ = Interview(ASKS, {}, list(BY_KEY).index(key))
        for typed in ("", "u", "tbc"):
            heard = hear(open_, typed, understood)
            assert heard.event == "refused" and heard.interview == open_ and "q saves" in heard.hint


def test_back_goes_to_the_question_before_and_enter_keeps_its_answer() -> None:
    start = at("answers.duration", {"answers.reversibility": "hard"})
    back = hear(start, "b", understood).interview
    assert back.ask == BY_KEY["answers.reversibility"]
    kept = hear(back, "", understood)
    assert kept.event == "kept" and kept.interview == start


def test_back_from_the_first_question_says_so() -> None:
    assert hear(begin(ASKS, {}), "b", understood).event == "refused"


def test_what_other_answers_settle_is_not_asked_and_is_again_once_they_are_others() -> None:
    key = "facts.agentic_action"
    before: Answers = {ask.key: UNKNOWN for ask in ASKS if ask.key != key} | NEEDED
    quiet = {**before, "answers.open-ended-or-acting": "none"}
    assert begin(ASKS, quiet).ask is None
    assert begin(ASKS, {**before, "ai_types": ("forecasting", "agentic-ai")}).ask is None
    for answer in ("internal", "public-or-acting", UNKNOWN):
        assert begin(ASKS, {**before, "answers.open-ended-or-acting": answer}).ask == BY_KEY[key]
    back = Interview(ASKS, quiet, list(BY_KEY).index("answers.open-ended-or-acting"))
    assert hear(back, "public-or-acting", understood).interview.ask == BY_KEY[key]


def test_a_part_that_is_skipped_still_asks_what_a_brief_cannot_do_without() -> None:
    schedule = at("facts.route", {"shape": "ai-schedule"})
    open_ = Interview(ASKS, {k: v for k, v in schedule.answers.items() if k != "host.map"}, schedule.at)
    heard = hear(open_, "s", understood)
    assert heard.interview.ask == BY_KEY["host.map"]
    plain = hear(at("shape"), "s", understood).interview
    assert "host.map" not in plain.answers and plain.answers["facts.route"] == UNKNOWN


def test_a_part_that_may_be_skipped_is_left_open_and_one_that_may_not_is_not() -> None:
    given: Answers = {"particulars.system_name": "Alert"}
    heard = hear(at("particulars.council_name", given), "s", understood)
    assert heard.interview.ask is None
    assert heard.interview.answers["particulars.system_name"] == "Alert"
    assert heard.interview.answers["particulars.supplier_name"] == UNKNOWN
    assert hear(at("answers.duration"), "s", understood).event == "refused"
    assert {ask.skippable for ask in ASKS if ask.part == PARTICULARS} == {True}
    assert {ask.skippable for ask in ASKS if ask.part == TRIAGE} == {False}


def test_a_review_goes_through_every_question_and_enter_changes_nothing() -> None:
    given: Answers = {ask.key: UNKNOWN for ask in ASKS} | NEEDED
    interview = begin(ASKS, given, review=True)
    seen = []
    while (ask := interview.ask) is not None:
        seen.append(ask.key)
        interview = hear(interview, "", understood).interview
    assert seen == list(BY_KEY) and interview.answers == given


def test_a_finished_interview_is_over() -> None:
    given: Answers = {ask.key: UNKNOWN for ask in ASKS} | NEEDED
    assert begin(ASKS, given).ask is None


@settings(max_examples=30)
@given(
    answers(),
    st.lists(st.sampled_from(["1", "2", "", "u", "b", "?", "s", "x", "99", "\x1b[A", "-", "0"]), max_size=40),
)
def test_whatever_is_typed_answers_are_never_lost(given: Answers, typed: list[str]) -> None:
    interview = begin(ASKS, given)
    for line in typed:
        heard = hear(interview, line, understood)
        assert interview.answers.keys() <= heard.interview.answers.keys()
        changed = {
            key for key, answer in heard.interview.answers.items() if interview.answers.get(key) != answer
        }
        if heard.event == "answered":
            assert interview.ask and changed <= {interview.ask.key}
        elif heard.event != "skipped":
            assert not changed
        interview = heard.interview


@settings(max_examples=30)
@given(answers())
def test_resuming_asks_each_open_question_once_and_no_other(given: Answers) -> None:
    asked: list[str] = []
    n = next_open(ASKS, given)
    while n < len(ASKS):
        asked.append(ASKS[n].key)
        n = next_open(ASKS, {**given, **dict.fromkeys(asked, UNKNOWN)})
    given = {**given, **dict.fromkeys(asked, UNKNOWN)}
    assert len(asked) == len({*asked}) and not [
        ask for ask in ASKS if ask.key not in given and not ask.settled(given)
    ]
