"""Strict YAML."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from contract_builder.load.source import Source, decode, illegal_in
from contract_builder.load.yaml import parse_yaml

READABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))
BROKEN_UP_BY_YAML = [*map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029", "\ufeff"]


def data_of(text: str) -> dict[str, Any]:
    document, found = parse_yaml(Source("a.yaml", text))
    assert not found
    assert document is not None
    return document.data


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("True", "True"), ("unknown", "unknown"),
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("10", 10), ("-3", -3), ("0", 0), ("010", "010"), ("1_000", "1_000"), ("+5", "+5"), ("0x10", "0x10"),
        ("1.10", "1.10"), ("1.0.0", "1.0.0"), ("1e3", "1e3"), ("12:30:00", "12:30:00"), ("2026-11-24", "2026-11-24"),
        ("999999999999999", 999999999999999), ("9999999999999999", "9999999999999999"), ('"10"', "10"),
        ("'true'", "true"), ('""', ""), (".inf", ".inf"), ("<<", "<<"), ("=", "="),
    ],
)  # fmt: skip
def test_only_true_false_null_and_whole_numbers_are_typed(written: str, read: Any) -> None:
    value = data_of(f"a: {written}\n")["a"]
    assert value == read
    assert type(value) is type(read)


def test_keys_are_always_text() -> None:
    assert data_of("1: a\ntrue: b\nnull: c\n") == {"1": "a", "true": "b", "null": "c"}


def test_block_texts_are_text_even_if_they_look_like_numbers() -> None:
    assert data_of("a: |\n  10\nb: >-\n  one\n  two\nc: >-\n  true\n") == {
        "a": "10\n",
        "b": "one two",
        "c": "true",
    }


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain, _ = decode(b"a: 1\nb:\n  - c\n", "a.yaml")
    windows, found = decode(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n", "a.yaml")
    assert plain == windows
    assert not found


def test_what_is_not_utf_8_is_refused_with_its_line_and_byte() -> None:
    source, found = decode("a: 1\r\nb: £".encode("cp1252"), "a.yaml")
    assert source is None
    assert (found[0].rule, found[0].place.line, found[0].place.column) == ("not-utf-8", 2, 4)
    assert "0xA3" in found[0].message


def test_utf_16_is_named() -> None:
    assert "UTF-16" in decode("a: 1".encode("utf-16"), "a.yaml")[1][0].message


def test_a_file_over_a_megabyte_is_refused() -> None:
    assert decode(b"#" * 1_000_001, "a.yaml")[1][0].rule == "file-too-large"
    assert decode(b"#" * 1_000_000, "a.yaml")[1] == []


def test_every_illegal_character_is_told_with_its_code_and_place() -> None:
    _, found = decode(b"a: \x00\nb: c\x1b\n", "a.yaml")
    assert [(d.place.line, d.place.column, d.message[14:20]) for d in found] == [
        (1, 4, "U+0000"),
        (2, 5, "U+001B"),
    ]


def test_marks_say_where_keys_and_values_stand() -> None:
    document, _ = parse_yaml(Source("a.yaml", "risk:\n  harms: [a, bc]\n  note: >-\n    long\n"))
    assert document is not None
    assert document.marks.keys == {
        ("risk",): (1, 1, 4),
        ("risk", "harms"): (2, 3, 5),
        ("risk", "note"): (3, 3, 4),
    }
    assert document.marks.values["risk", "harms", 1] == (2, 14, 2)
    assert document.marks.values["risk", "note"][:2] == (3, 9)


def test_marks_count_characters_not_bytes() -> None:
    document, _ = parse_yaml(Source("a.yaml", "{naïve: 😀é, b: c}\n"))
    assert document is not None
    assert document.marks.values["b",] == (1, 16, 1)


def test_marks_in_front_matter_count_from_the_top_of_the_file() -> None:
    document, _ = parse_yaml(Source("a.md", "---\na: 1\n---\n"), "a: 1\n", 2)
    assert document is not None
    assert document.at_value(("a",)).line == 2
    assert document.at_value(("a",)).text == "a: 1"


def test_a_second_value_of_a_key_does_not_replace_the_first() -> None:
    document, found = parse_yaml(Source("a.yaml", "a: {b: 1}\na: {b: 2, c: 3}\n"))
    assert document is not None
    assert document.data == {"a": {"b": 1}}
    assert [d.rule for d in found] == ["yaml-duplicate-key"]


def test_aliases_cannot_make_a_small_file_large() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(1000))
    document, found = parse_yaml(Source("a.yaml", bomb))
    assert document is None
    assert found[-1].rule == "yaml-alias"


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: " + "[" * 100_000])
def test_brackets_without_end_are_refused_before_they_are_read(text: str) -> None:
    document, found = parse_yaml(Source("a.yaml", text))
    assert document is None
    assert found[-1].rule in ("yaml-too-deep", "yaml-unquoted-colon")


def test_of_very_many_problems_the_first_are_told() -> None:
    _, found = parse_yaml(Source("a.yaml", "a: 1\n" * 10_000))
    assert len(found) == 50


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)


@pytest.mark.usefixtures("without_libyaml")
def test_without_the_c_parser_the_same_is_read_and_refused() -> None:
    assert data_of("a: [1, yes]\nb: >-\n  c\n  d\n") == {"a": [1, "yes"], "b": "c d"}
    for text, rule in [
        ("a: b: c\n", "yaml-unquoted-colon"),
        ("a: 1\na: 2\n", "yaml-duplicate-key"),
        ("\ta: 1\n", "yaml-tab"),
        ("a: *b\n", "yaml-alias"),
        ('a: "b\n', "yaml-open-quote"),
        ("a: [b\n", "yaml-open-bracket"),
        ("a: {{ b }}\n", "yaml-key"),
        ("a: @b\n", "yaml-special-character"),
        ('a: "\\q"\n', "yaml-escape"),
    ]:
        assert parse_yaml(Source("a.yaml", text))[1][0].rule == rule, text


def quoted(text: str) -> str:
    """`text` as json.dumps writes it, with those characters escaped that YAML would not leave as they are."""
    made = json.dumps(text, ensure_ascii=False)
    for character in BROKEN_UP_BY_YAML:
        made = made.replace(character, f"\\u{ord(character):04x}")
    return made


@given(st.dictionaries(READABLE.filter(bool), READABLE, min_size=1))
def test_any_mapping_of_texts_that_json_quotes_is_read_as_it_was(mapping: dict[str, str]) -> None:
    legal = {k: v for k, v in mapping.items() if not illegal_in(k + v)}
    text = "".join(f"? {quoted(key)}\n: {quoted(value)}\n" for key, value in legal.items()) or '"": a\n'
    document, found = parse_yaml(Source("a.yaml", text))
    if legal:
        assert document is not None
        assert (document.data, found) == (legal, [])


@given(st.text())
def test_a_text_is_read_as_it_was_or_refused_but_never_changed(text: str) -> None:
    written = f"a: {json.dumps(text, ensure_ascii=False)}\n"
    source, found = decode(written.encode("utf-8", "surrogatepass"), "a.yaml")
    document = None
    if source is not None:
        document, found = parse_yaml(source)
    if found:
        assert all(d.hint and d.place.line for d in found)
    else:
        assert document is not None
        assert document.data == {"a": text}


@given(st.text(st.sampled_from("ab:-[]{},'\"#&*!|>%@`\n\t ?~0\\"), max_size=40))
def test_no_text_at_all_brings_the_reader_down(text: str) -> None:
    document, found = parse_yaml(Source("a.yaml", text))
    assert document is not None or found
    for one in found:
        assert one.hint
        assert 1 <= one.place.line <= text.count("\n") + 1
