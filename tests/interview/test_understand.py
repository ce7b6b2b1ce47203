"""What is typed, as an answer; what is wrong with it, by the same rules as for a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_builder.interview.ask import Answer
from contract_builder.interview.understand import LONGEST, Understood, understand
from contract_builder.interview.write import brief_text
from contract_builder.load.brief import load_brief
from contract_builder.model.triage import UNKNOWN
from tests.interview.asked import ASKS, BY_KEY, CONTENT, NEEDED


def typed(key: str, text: str) -> Understood:
    return understand(BY_KEY[key], text, ASKS, CONTENT)


@pytest.mark.parametrize(
    ("key", "text", "answer"),
    [
        ("title", " Homelessness   alerts ", "Homelessness alerts"),
        ("ai_types", "1", ("predictive-risk-scoring",)),
        ("ai_types", "2, 1 2", ("forecasting", "predictive-risk-scoring")),
        ("ai_types", "biometric,11", ("biometric", "agentic-ai")),
        ("service_area", "public-health", "public-health"),
        ("service_area", "Public health", "public-health"),
        ("stops.emotion-inference", "n", "no"),
        ("stops.emotion-inference", "YES", "yes"),
        ("stops.emotion-inference", "2", "yes"),
        ("answers.duration", "for good", "permanent"),
        ("answers.duration", "tbc", UNKNOWN),
        ("facts.estimated_value", "420000", 420000),
        ("facts.estimated_value", "£420,000", 420000),
        ("facts.estimated_value", "0", 0),
        ("facts.light_touch", "y", "yes"),
        ("evidence.change-log", "In place", "in-place"),
        ("particulars.start_date", "2027-01-31", "2027-01-31"),
        ("particulars.supplier_name", "O'Neil & Söhne: “X” #1", "O'Neil & Söhne: “X” #1"),
        ("particulars.supplier_name", "n/a", UNKNOWN),
        ("particulars.supplier_number", "09999999", "09999999"),
    ],
)
def test_an_answer_is_understood(key: str, text: str, answer: Answer) -> None:
    assert typed(key, text) == Understood(answer)


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("ai_types", "14", "from 1 to 13"),
        ("ai_types", "biometrics", "Did you mean 8, biometric?"),
        ("ai_types", ",", "needs an answer"),
        ("service_area", "0", "from 1 to 15"),
        ("answers.duration", "month", "Did you mean 2, months?"),
        ("answers.duration", "yes", "none of the answers"),
        ("answers.duration", "²", "none of the answers"),
        ("facts.estimated_value", "about 5m", "Write digits"),
        ("facts.estimated_value", "-5", "Write digits"),
        ("facts.estimated_value", "42,00", "Write digits"),
        ("particulars.start_date", "31/01/2027", "YYYY-MM-DD"),
        ("particulars.start_date", "2027-02-30", "YYYY-MM-DD"),
        ("title", "\x1b[A", "control character"),
        ("title", "a\x00", "NUL"),
        ("title", "evil\u202etxt", "turns round"),
        ("title", "a\u2028b", "invisible"),
        ("title", "a\udcffb", "half of a character"),
        ("particulars.system_name", "\x07bell", "control character"),
        ("title", "x" * (LONGEST + 1), "longer than"),
    ],
)
def test_what_is_no_answer_is_told_with_the_cure(key: str, text: str, says: str) -> None:
    understood = typed(key, text)
    assert understood.answer is None
    assert says in f"{understood.problem} {understood.hint}"
    assert understood.problem.endswith(".") and understood.hint


@settings(max_examples=60)
@given(st.sampled_from(sorted(BY_KEY)), st.text(max_size=60))
def test_whatever_is_understood_can_be_written_and_read_back(key: str, text: str) -> None:
    answer = typed(key, text).answer
    if answer is not None:
        loaded = load_brief(brief_text(ASKS, {**NEEDED, key: answer}).encode())
        assert loaded.value is not None, loaded.diagnostics
