"""Conditions: what fails them is what would have to turn out otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from contract_builder.model.condition import (
    All,
    AnyOf,
    Condition,
    Not,
    Test,
    failing,
    holds,
    opposite,
    words,
)

FACTS = {"tier": 2, "stage": "planning", "kinds": frozenset({"a", "b"})}
TESTS = st.one_of(
    st.builds(
        Test,
        st.just("tier"),
        st.sampled_from(["is", "is-not", "at-least", "at-most", "more-than"]),
        st.integers(1, 4),
    ),
    st.builds(
        Test, st.just("stage"), st.sampled_from(["is", "is-not"]), st.sampled_from(["planning", "tendering"])
    ),
    st.builds(
        Test, st.just("stage"), st.sampled_from(["one-of", "none-of"]), st.just(("planning", "after-award"))
    ),
    st.builds(Test, st.just("kinds"), st.sampled_from(["has", "lacks"]), st.sampled_from(["a", "c"])),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)


@given(CONDITIONS)
def test_nothing_fails_a_condition_that_holds_and_something_fails_one_that_does_not(
    condition: Condition,
) -> None:
    assert bool(failing(condition, FACTS)) is not holds(condition, FACTS)


@given(CONDITIONS)
def test_every_test_that_is_named_does_not_hold(condition: Condition) -> None:
    assert not any(holds(test, FACTS) for test in failing(condition, FACTS))


@given(TESTS)
def test_a_test_or_its_opposite_holds_and_never_both(test: Test) -> None:
    assert holds(test, FACTS) is not holds(opposite(test), FACTS)


def test_a_number_may_be_one_of_several() -> None:
    assert holds(Test("tier", "one-of", ("2", "3")), FACTS)
    assert not holds(Test("tier", "one-of", ("3", "4")), FACTS)


def test_a_negated_number_is_named_the_way_it_should_be() -> None:
    (test,) = failing(Not(Test("tier", "at-least", 2)), FACTS)
    assert words(test) == "tier is at most 1"
