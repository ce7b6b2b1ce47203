"""The library covers every topic, and a small purchase gets a contract that is read in half an hour."""

from tests.library_page import A_MINUTE, BY_TIER, COMMAND, PAGE, content, contract_of, page, words_of_terms

HALF_AN_HOUR = 30
ALONGSIDE_DEFINITIONS = 6


def test_the_page_is_what_the_library_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), f"run: {COMMAND}"


def test_every_topic_has_a_clause() -> None:
    provided = {topic for clause in content().library.clauses for topic in clause.provides}
    assert {topic.id for topic in content().library.topics} == provided


def test_the_examples_stand_for_the_tiers() -> None:
    from contract_builder import api

    for tier, example in BY_TIER.items():
        brief = api.read_brief(api.example(example), content())
        assert api.assess(content(), brief).inherent == tier


def test_the_terms_of_tier_1_are_read_in_half_an_hour() -> None:
    assert words_of_terms(contract_of(BY_TIER[1])) <= HALF_AN_HOUR * A_MINUTE


def test_the_terms_of_tier_1_are_under_two_fifths_of_those_of_tier_3() -> None:
    assert words_of_terms(contract_of(BY_TIER[1])) * 100 < words_of_terms(contract_of(BY_TIER[3])) * 40


def test_tier_1_has_at_most_six_schedules_beside_the_definitions() -> None:
    assert len(contract_of(BY_TIER[1]).schedules) - 1 <= ALONGSIDE_DEFINITIONS
