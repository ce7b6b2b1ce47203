"""Sentences, duties, times and typed numbers are read as the cases in sentences.yaml say."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from contract_builder.check.numbers import typed
from contract_builder.check.sentences import Duty, passages, sentences
from contract_builder.check.texts import Written, parts_of
from contract_builder.check.times import clocks, deadlines, limits
from contract_builder.load.placeholder import Slotted, split
from contract_builder.model.body import Inline, Item, Link, Slot, Text
from contract_builder.model.clause import Parameter, Schedule, encode_body

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
PARAMETERS = (
    Parameter("answer_days", "integer", 5, "", unit="Working Days"),
    Parameter("hours_free", "integer", 5, "", unit="hours"),
    Parameter("sum", "money", 5, ""),
)


def text_of(*items: Item) -> Written:
    body = encode_body(items)
    owner = Schedule("a", "A", "1.0.0", "draft", 1, "a.md", body, parameters=PARAMETERS)
    return Written("schedule", owner, parts_of(items))


def inlines(words: str) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for piece in split(words.replace("{", "{{").replace("}", "}}")):
        if isinstance(piece.part, Slotted):
            found.append(Slot(piece.part.name))
        else:
            for n, part in enumerate(str(piece.part).split("|")):
                found += [Link("here", "", "a")] * (n > 0) + [Text(part)]
    return tuple(found)


def said(duty: Duty) -> str:
    return " ".join(filter(None, (duty.party or "?", "not" if duty.ban else "", duty.verb)))


def of(kind: str) -> Any:
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case.get("words") or case["below"])


@of("sentences")
def test_a_text_is_split_where_its_sentences_end(case: dict[str, Any]) -> None:
    assert list(sentences(case["words"])) == case["are"]


@of("duties")
def test_who_must_do_what_is_read_from_a_sentence(case: dict[str, Any]) -> None:
    (passage,) = passages(text_of(Item(inlines(case["words"]))))
    assert [said(duty) for duty in passage.duties] == case["are"]


@of("lists")
def test_an_item_completes_the_sentence_of_the_item_above_it(case: dict[str, Any]) -> None:
    below = Item(inlines(case["below"]), label="below")
    upper, lower = passages(text_of(Item(inlines(case["above"]), label="above", items=(below,))))
    assert [said(duty) for duty in lower.duties] == case["are"]
    assert upper.labels == lower.labels == {"above", "below"}
    assert upper.around == lower.around


@of("deadlines")
def test_a_deadline_is_told_from_a_length_of_time(case: dict[str, Any]) -> None:
    found = deadlines(case["words"], clocks(text_of()))
    assert [deadline.words for deadline in found] == case["are"]


@of("limits")
def test_whatever_tells_of_time_limits_a_duty(case: dict[str, Any]) -> None:
    assert limits(case["words"], clocks(text_of())) is case["are"]


@of("typed")
def test_a_typed_number_with_a_unit_is_found(case: dict[str, Any]) -> None:
    assert list(typed(case["words"])) == case["are"]


def test_each_duty_has_its_own_words_of_the_sentence() -> None:
    words = "Within {answer_days}, the Supplier must answer, and the Council must pay; if it does not, it must say so."
    (passage,) = passages(text_of(Item(inlines(words))))
    assert [duty.words for duty in passage.duties] == [
        "Within {answer_days}, the Supplier must answer",
        ", and the Council must pay",
        "; if it does not, it must say so.",
    ]
