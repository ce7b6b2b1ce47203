"""Titles of Acts are known by their form; a text that is all capitals does not hold the reader up."""

import pytest

from contract_builder.check.capitals import Phrases, spots


@pytest.mark.parametrize("words", ["Aa of ", "Aa (a) ", "Aa, ", "Aa and the "])
def test_a_text_of_capitals_is_read_to_its_end(words: str) -> None:
    text = words * (50_000 // len(words))  # without bounds this takes ten seconds, and with them a few tenths
    assert all(spot.start < len(text) for spot in spots(text, Phrases(())))


@pytest.mark.parametrize(
    "title",
    [
        "Data (Use and Access) Act 2025",
        "Privacy and Electronic Communications (EC Directive) Regulations 2003",
    ],
)
def test_the_title_of_an_act_is_no_spot(title: str) -> None:
    assert list(spots(f"under the {title} and after", Phrases(()))) == []
