"""The lists of words: each finds what it names, none finds what it lets pass, and each is compiled once."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from contract_builder import upkeep
from contract_builder.check.readability import grade, syllables
from contract_builder.check.run import check
from contract_builder.check.wording import Lexicon, folded
from contract_builder.load.content import content_root
from contract_builder.load.library import load_library
from contract_builder.model.wording import WORDING_RULES, Phrase, Wording
from tests.check.runner import LIBRARY, Case, make, scope_of


@cache
def shipped() -> Wording:
    library = load_library(content_root()).value
    assert library
    return library.wording


def entries() -> list[tuple[str, Phrase]]:
    return [(rule, phrase) for rule, phrases in shipped().phrases.items() for phrase in phrases]


@pytest.mark.parametrize("rule", WORDING_RULES)
def test_the_shipped_list_of_every_rule_has_entries(rule: str) -> None:
    assert shipped().phrases[rule]


@pytest.mark.parametrize(("rule", "phrase"), entries(), ids=lambda one: getattr(one, "id", one))
def test_each_entry_finds_its_words_and_lets_its_exceptions_pass(rule: str, phrase: Phrase) -> None:
    lexicon = Lexicon(shipped().phrases[rule])
    for words in phrase.words:
        text = f"it is, {words}, so"
        assert [(p.id, text[a:b]) for p, a, b in lexicon.find(text)] == [(phrase.id, words)]
        if not phrase.exact:
            assert [p.id for p, _, _ in lexicon.find(text.upper())] == [phrase.id]
    for longer in phrase.unless:
        assert phrase.id not in [p.id for p, _, _ in lexicon.find(f"it is, {longer}, so")]


@pytest.mark.parametrize("phrase", [p for _, p in entries()], ids=lambda phrase: phrase.id)
def test_each_entry_tells_why_and_what_instead_in_sentences(phrase: Phrase) -> None:
    for words in (phrase.because, phrase.instead):
        assert words[0].isupper()
        assert words.endswith(".")


def test_no_spelling_of_the_house_is_one_that_it_corrects() -> None:
    spelling = shipped().spelling
    plain = {a: b for a, b in spelling.american.items() if not a.startswith("*")}
    assert not set(plain) & set(plain.values())
    ends = tuple(a.removeprefix("*") for a in spelling.american if a.startswith("*"))
    assert [b for b in plain.values() if b.endswith(ends) and b not in spelling.right] == []


def test_words_are_found_over_a_line_break_and_with_any_apostrophe() -> None:
    lexicon = Lexicon([Phrase("a", ("to the council's satisfaction",), "It is.", "Do.")])
    assert [p.id for p, _, _ in lexicon.find("to the  Council’s\u00a0satisfaction")] == ["a"]


@pytest.mark.parametrize("text", ["İstanbul’s", "ẞ", "Ⅷ A", "abc"])
def test_small_letters_stay_at_their_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_each_list_is_compiled_once_in_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def counted(pattern: Any, *more: Any) -> Any:
        made.append(str(pattern))
        return compile_(pattern, *more)

    scope = scope_of(LIBRARY)
    monkeypatch.setattr("contract_builder.check.wording.re.compile", counted)
    check(scope.library, scope.playbooks, scope.triage)
    lists = [p for p in made if p.startswith(r"(?<!\w)(?:") and "promptly"[1:] in p]
    assert len(lists) == 1


def test_words_that_are_kept_out_are_shown_in_their_line(tmp_path: Path) -> None:
    change = {"clauses/people/redress.md": {"because nobody answers": "because nobody sees the color"}}
    make(Case("", "", change, {}, "", []), tmp_path)
    place = next(d.place for d in upkeep.check_content(tmp_path) if d.rule == "american-spelling")
    assert place.text == "It is here because nobody sees the color."
    assert place.text[place.column - 1 :][: place.length] == "color"


def test_words_over_two_lines_are_shown_where_they_begin(tmp_path: Path) -> None:
    change = {
        "clauses/people/redress.md": {"must help with a": "must use best\n   endeavours to help with a"}
    }
    make(Case("", "", change, {}, "", []), tmp_path)
    place = next(d.place for d in upkeep.check_content(tmp_path) if d.rule == "vague-standard")
    assert place.text == "1. The Supplier must use best"
    assert place.text[place.column - 1 :][: place.length] == "best"


@pytest.mark.parametrize(
    ("word", "count"),
    [("must", 1), ("data", 2), ("any", 2), ("Council", 2), ("deletion", 3), ("information", 4), ("stated", 2),
     ("charges", 2), ("required", 3), ("supplier", 3), ("made", 1), ("reviewed", 2), ("42001", 1)],
)  # fmt: skip
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert abs(syllables(word) - count) <= (1 if word in ("supplier", "required") else 0)


def test_longer_sentences_and_longer_words_make_a_higher_grade() -> None:
    easy = grade(["People must be heard.", "They may write."])
    longer = grade(["People must be heard and they may write."])
    harder = grade(["Individuals necessitate consideration.", "They may communicate."])
    assert easy < longer < harder
    assert grade([]) == 0.0
