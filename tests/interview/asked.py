"""The shipped questions, and answers to them at random."""

from typing import Any

from hypothesis import strategies as st

from contract_builder.interview.ask import Answer, Answers, Ask
from contract_builder.interview.questions import questions_of
from contract_builder.model.triage import UNKNOWN
from tests.contents import shipped

CONTENT = shipped()
ASKS = questions_of(CONTENT)
BY_KEY = {ask.key: ask for ask in ASKS}
NEEDED: Answers = {"title": "Alerts", "ai_types": ("forecasting",), "service_area": "public-health"}
ODD = ["It's £5: a # b", "- x", "yes", "null", "true", "007", "{a}", "[b]", "'", '"', "*x", "&y", "!z", "%", "@", "`",
       "a: b", "a #b", "…", "Môn – «x»", "|", ">", "? k", "1e3", "~", "=", "<<", "\\n", "{{ x }}", "0"]  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """One line of anybody's words."""
    letters = st.characters(exclude_categories=("C", "Z")) | st.just(" ")
    plain = st.text(letters, max_size=30).map(lambda text: " ".join(f"x{text}".split()))
    return plain | st.sampled_from(ODD)


def answers_to(ask: Ask) -> st.SearchStrategy[Answer]:
    """Any answer that `ask` takes."""
    unknown: list[st.SearchStrategy[Any]] = [st.just(UNKNOWN)] if ask.if_unknown else []
    if ask.kind == "one":
        return st.one_of(st.sampled_from([o.value for o in ask.options]), *unknown)
    if ask.kind == "several":
        return st.lists(
            st.sampled_from([o.value for o in ask.options]), min_size=1, max_size=3, unique=True
        ).map(tuple)
    if ask.kind == "number":
        return st.one_of(st.integers(0, 10**12), *unknown)
    if ask.kind == "date":
        return st.one_of(st.dates().map(lambda d: d.isoformat()).filter(lambda d: d > "1000"), *unknown)
    return st.one_of(texts(), *unknown)


@st.composite
def answers(draw: st.DrawFn, complete: bool = False) -> Answers:
    """Answers to some questions, or to all but those that other answers settle."""
    given: Answers = {}
    for ask in ASKS:
        if not ask.settled(given) and (complete or draw(st.booleans())):
            given[ask.key] = draw(answers_to(ask))
    return given
