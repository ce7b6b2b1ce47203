"""A brief that is written from answers gives them back, and keeps what a person wrote into it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from contract_builder import api
from contract_builder.drafting import brief_questions, brief_text
from contract_builder.interview.ask import Answers
from contract_builder.interview.read import is_ours, read_draft
from contract_builder.interview.write import brief_text as text_of
from contract_builder.model.brief import Brief
from contract_builder.model.triage import UNKNOWN
from contract_builder.triage.facts import facts_of
from tests.interview.asked import ASKS, BY_KEY, CONTENT, NEEDED, answers

some = settings(max_examples=30)


def said_by(brief: Brief) -> Answers:
    """What a loaded brief says, by the keys of the questions."""
    found: Answers = {"title": brief.title, "ai_types": brief.ai_types, "service_area": brief.service_area}
    for part in ("facts", "stops", "answers", "evidence", "particulars", "execution"):
        found |= {f"{part}.{name}": value for name, value in getattr(brief, part).items()}
    if brief.host:
        host = {"map": brief.host.map, "title": brief.host.title, "reference": brief.host.reference}
        found |= {f"host.{name}": value for name, value in host.items() if value}
    return found


def known(given: Answers) -> Answers:
    """Without what a brief leaves out, because nobody knows it."""
    return {
        key: answer
        for key, answer in given.items()
        if answer != UNKNOWN or key.startswith(("stops.", "answers."))
    }


@some
@given(answers(complete=True))
def test_a_complete_brief_loads_and_gives_what_was_answered(given: Answers) -> None:
    brief = api.read_brief(brief_text(CONTENT, given, "2026-11-24").encode())
    said = known(given)
    assert bool(brief.host) == (said.pop("shape", "agreement") == "ai-schedule")
    assert said_by(brief) == said
    assert brief.date == "2026-11-24"


@some
@given(answers())
def test_an_unfinished_brief_gives_its_answers_back_what_is_not_known_included(given: Answers) -> None:
    data = text_of(ASKS, given, "2026-11-24", finished=False).encode()
    draft, found = read_draft(data, "x.yaml", ASKS, CONTENT)
    assert draft is not None, found
    assert draft.answers == given
    assert draft.date == "2026-11-24" and not draft.own and not draft.finished


@some
@given(answers(), st.data())
def test_comments_of_a_person_stay_wherever_they_stand(given: Answers, data: st.DataObject) -> None:
    lines = text_of(ASKS, given, "2026-11-24", finished=False).split("\n")
    for n in range(3):
        at = data.draw(st.integers(2, len(lines)))
        lines.insert(at, " " * data.draw(st.integers(0, 4)) + f"# my note {n}")
    draft, found = read_draft("\n".join(lines).encode(), "x.yaml", ASKS, CONTENT)
    assert draft is not None, found
    assert draft.answers == given
    again = text_of(ASKS, draft.answers, draft.date, False, draft.own)
    assert all(f"# my note {n}" in again for n in range(3))
    once_more, _ = read_draft(again.encode(), "x.yaml", ASKS, CONTENT)
    assert once_more == draft


def draft_of(text: str) -> tuple[Answers, dict[str, tuple[str, ...]]]:
    draft, found = read_draft(text.encode(), "x.yaml", ASKS, CONTENT)
    assert draft is not None, found
    return draft.answers, draft.own


WRITTEN = text_of(
    ASKS, {**NEEDED, "answers.duration": "permanent", "facts.route": UNKNOWN, "particulars.system_name": "Alert"},
    "2026-11-24", False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "key", "answer", "own"),
    [
        ("duration: permanent  # For good", "duration: years", "answers.duration", "years", ()),
        ("duration: permanent", "duration: years", "answers.duration", "years", ()),
        ("# For good", "# as Ayo says", "answers.duration", "permanent", ("# as Ayo says",)),
        (
            "duration: permanent  # For good",
            "duration: 'permanent'  # mine",
            "answers.duration",
            "permanent",
            ("# mine",),
        ),
        ("# facts:\n", "facts:\n  route: direct-award\n", "facts.route", "direct-award", ()),
        ("system_name: Alert", 'system_name: "Alert: 2"', "particulars.system_name", "Alert: 2", ()),
        ("system_name: Alert", "system_name: 12", "particulars.system_name", "12", ()),
        ("  system_name: Alert", "  system_name:", "particulars.system_name", None, ()),
    ],
)
def test_an_answer_that_was_changed_by_hand_counts(
    old: str, new: str, key: str, answer: str | None, own: tuple[str, ...]
) -> None:
    assert WRITTEN.count(old) >= 1
    text = WRITTEN.replace(old, new, 1).replace(
        "# With the first answer below, take the # off this line, too:\n", "", 1
    )
    answers, comments = draft_of(text)
    assert answers.get(key) == answer
    assert comments.get(key, ()) == own


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("departures:\n  - clause: remedies\n", "departures"),
        ("take: [model-change-control]\n", "take"),
        ("values:\n  exit-plan:\n    exit_help_months: 9\n", "values"),
    ],
)
def test_what_the_interview_does_not_write_is_refused_and_not_lost(more: str, says: str) -> None:
    draft, found = read_draft((WRITTEN + more).encode(), "x.yaml", ASKS, CONTENT)
    assert draft is None
    assert any(says in d.message and d.hint for d in found)


def test_a_text_over_several_lines_is_refused_with_its_line() -> None:
    text = WRITTEN.replace("system_name: Alert", "system_name: >-\n    Alert\n    Two")
    draft, found = read_draft(text.encode(), "x.yaml", ASKS, CONTENT)
    assert draft is None
    line = text.split("\n").index("    Alert") + 1
    assert [d.rule for d in found] == ["not-written-by-new"] * 2 and found[0].place.line == line


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("duration: permanent", "duration: aeons", "aeons is no answer"),
        ("service_area: public-health", "service_area: publichealth", "is no service area"),
        ("date: 2026-11-24", "date: soon", "is not a date"),
        ("title: Alerts", "title: Alerts\ntitel: x", "titel"),
        ("title: Alerts", "title: [", ""),
        ("duration: permanent", "duration: permanent\n    duration: years", "a second time"),
    ],
)
def test_an_answer_that_was_spoilt_by_hand_is_told_with_its_place(old: str, new: str, says: str) -> None:
    draft, found = read_draft(WRITTEN.replace(old, new, 1).encode(), "x.yaml", ASKS, CONTENT)
    assert draft is None
    assert any(says in d.message and d.place.line for d in found)


def test_line_ends_and_the_mark_of_windows_are_read() -> None:
    data = b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode()
    assert is_ours(data)
    draft, _ = read_draft(data, "x.yaml", ASKS, CONTENT)
    assert draft is not None and draft.answers["answers.duration"] == "permanent" and not draft.own


def test_a_brief_that_somebody_wrote_is_not_taken_for_ours() -> None:
    for name in api.examples():
        assert not is_ours(api.example(name))
    assert is_ours(WRITTEN.encode())


def test_each_answer_stands_under_its_question_with_its_meaning() -> None:
    lines = WRITTEN.split("\n")
    at = lines.index("    duration: permanent  # For good")
    assert lines[at - 1] == f"    # {BY_KEY['answers.duration'].words}"
    assert "  # supplier_name: (not asked yet)" in lines
    assert "  # route: (not known: counts as open-procedure)" in lines


def test_what_council_toml_gives_is_not_asked() -> None:

    from contract_builder.load.council import Council

    council = Council("Mereshire", "council.toml", particulars={"council_name": "Mereshire Council"})
    asked = {ask.key for ask in brief_questions(replace(CONTENT, council=council))}
    assert "particulars.council_name" not in asked and "particulars.supplier_name" in asked


def test_every_key_that_a_brief_answers_is_asked_or_follows_from_an_answer() -> None:
    for name in api.examples():
        brief = api.read_brief(api.example(name))
        follows = {key.removeprefix("facts.") for key in said_by(brief).keys() - BY_KEY.keys()}
        assert follows <= brief.facts.keys()
        less = replace(brief, facts={f: value for f, value in brief.facts.items() if f not in follows})
        assert facts_of(less, CONTENT.playbooks.facts, 4) == facts_of(brief, CONTENT.playbooks.facts, 4)
