"""What in a brief does not fit the contents is named with its line and what to write."""

import pytest

from contract_builder import api
from tests.contents import shipped

CASES = [
    ("stage: planning", "stage: planing", "unfit-fact", "Write one of: planning"),
    ("estimated_value: 420000", 'estimated_value: "420000"', "unfit-fact", "without quotation marks: 420000"),
    ("estimated_value: 420000", "estimated_value: 420,000", "unfit-fact", "without commas or a pound sign"),
    ("estimated_value: 420000", "estimated_value: -5", "unfit-fact", "from 0"),
    ("light_touch: no", "light_tuch: no", "unknown-name", "Did you mean light_touch?"),
    (
        "reorganisation: no",
        "reorganisation: no\n  vulnerable_people: no",
        "fact-against-answer",
        "Take out the fact",
    ),
    ("social-scoring: no", "social-scoring: nope", "unknown-name", "Did you mean no?"),
    ("social-scoring: no", "social-score: no", "unknown-name", "Did you mean social-scoring?"),
    ("reversibility: hard", "reversibility: difficult", "unknown-name", "easy"),
    ("reversibility: hard", "reversability: hard", "unknown-name", "Did you mean reversibility?"),
    ("version-recorded: partial", "version-recorded: half", "unknown-name", "in-place"),
    ("system_name: Early Notice", "system_name: TBC", "unfit-particular", "prints as a blank"),
    ("system_name: Early Notice", "start_date: 1st April 2027", "unfit-particular", "2027-04-01"),
    ("system_name: Early Notice", "sistem_name: Early Notice", "unknown-name", "Did you mean system_name?"),
    (
        "[predictive-risk-scoring]",
        "[predictive-risk-score]",
        "unknown-name",
        "Did you mean predictive-risk-scoring?",
    ),
    (
        "service_area: housing-and-homelessness",
        "service_area: housing",
        "unknown-name",
        "housing-and-homelessness",
    ),
]


@pytest.mark.parametrize(("good", "bad", "rule", "cure"), CASES, ids=[bad[:40] for _, bad, _, _ in CASES])
def test_a_misfit_is_named_with_its_line_and_cure(good: str, bad: str, rule: str, cure: str) -> None:
    text = api.example("homelessness-risk-list").decode()
    assert good in text
    wrong = text.replace(good, bad)
    built = api.build(shipped(), api.read_brief(wrong.encode()))
    assert built.contract is None
    (found,) = [d for d in built.diagnostics if d.rule == rule]
    assert cure in found.hint
    assert (
        bad.splitlines()[-1].split(":")[0].strip() in wrong.splitlines()[found.place.line - 1] or "[" in bad
    )


def test_all_of_them_come_at_once() -> None:
    text = api.example("homelessness-risk-list").decode()
    for good, bad in (("stage: planning", "stage: now"), ("reversibility: hard", "reversibility: so-so")):
        text = text.replace(good, bad)
    text += "values:\n  remedis:\n    cure_days: 3\n"
    built = api.build(shipped(), api.read_brief(text.encode()))
    assert len(built.diagnostics) == 3


def test_the_shipped_examples_fit() -> None:
    content = shipped()
    for name in api.examples():
        assert api.check_brief(content, api.read_brief(api.example(name))) == []
