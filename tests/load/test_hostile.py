"""What a file could do to whoever reads it, or to the machine that loads it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from contract_builder.load.build import build
from contract_builder.load.council import load_council
from contract_builder.load.files import list_files
from contract_builder.load.source import decode, illegal_in
from contract_builder.model.diagnostic import Diagnostic

Samples = dict[str, tuple[str, str]]
ESCAPE, TERMINAL, TURNED, HIDDEN = "\x1b[31m", "\x9b31m", "\u202e", "\U000e0041"


def clause(samples: Samples, words: str) -> list[Diagnostic]:
    """What is wrong with the sample clause where `words` stand in its text."""
    file, text = samples["clause"]
    return build(
        "clause", text.replace("answer.", f"answer.{words}", 1).encode(), file, file.partition("/")[2]
    )[1]


@pytest.mark.parametrize("words", [ESCAPE, TERMINAL, TURNED, HIDDEN, "\u2066"])
def test_what_a_terminal_obeys_or_a_reader_cannot_see_is_refused_and_not_repeated(words: str) -> None:
    source, found = decode(f"title: a{words}b\n".encode(), "a.yaml")
    assert source is None
    assert found[0].rule == "illegal-character"
    assert not illegal_in(found[0].place.text + found[0].message + found[0].hint)


@pytest.mark.parametrize("escape", ["\\e[31m", "\\x9b", "\\u202e", "\\u0000"])
def test_an_escape_in_quotation_marks_is_refused_and_never_repeated(escape: str) -> None:
    found = build(
        "brief", f'title: "a"\nai_types: ["x{escape}"]\n"k{escape}": 1\n'.encode(), "a.yaml", "a.yaml"
    )[1]
    assert "illegal-character" in [one.rule for one in found]
    for one in found:
        assert not illegal_in(one.place.text + one.message + one.hint)


@pytest.mark.parametrize(
    "text", [TURNED, "\u2067", "\x85", "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\u2028"]
)
def test_the_words_that_a_brief_puts_into_a_contract_may_hold_any_text(text: str) -> None:
    written = (
        f'brief: 1\ntitle: a\nai_types: [x]\nservice_area: y\nparticulars: {{supplier_name: "a{text}b"}}\n'
    )
    for words in (written, written.replace(text, "".join(f"\\U{ord(c):08x}" for c in text))):
        brief, found = build("brief", words.encode(), "a.yaml", "a.yaml")
        if "\x85" in words or "\u2028" in words:
            continue  # YAML takes these for the end of a line, unless they are escaped
        assert found == []
        assert brief.particulars["supplier_name"] == f"a{text}b"


@pytest.mark.parametrize("where", ["title", "service_area"])
def test_the_rest_of_a_brief_may_not(where: str) -> None:
    text = "brief: 1\ntitle: a\nai_types: [x]\nservice_area: y\n".replace(f"{where}: ", f"{where}: {TURNED}")
    value, found = build("brief", text.encode(), "a.yaml", "a.yaml")
    assert value is None
    assert [one.rule for one in found] == ["illegal-character"]


@pytest.mark.parametrize("entity", ["&#x202e;", "&#x2066;", "&#xe0041;"])
def test_a_clause_cannot_turn_its_words_round_by_a_reference(samples: Samples, entity: str) -> None:
    assert "illegal-character" in [one.rule for one in clause(samples, entity)]


@pytest.mark.parametrize("value", ["\\u001b[31m", "\\u202E", "\\u0000"])
def test_council_toml_brings_no_control_characters(tmp_path: Path, value: str) -> None:
    path = tmp_path / "council.toml"
    path.write_text(f'[council]\nname = "Example"\n[particulars]\nx = "a{value}"\n')
    read = load_council(path)
    assert read.value is None
    assert [(one.rule, one.place.line) for one in read.diagnostics] == [("illegal-character", 4)]


def test_a_file_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    for name in ("a\x1b[31m.md", "a\nb.md", f"a{TURNED}.md"):
        (tmp_path / name).touch()
    entries, found = list_files(tmp_path, "x")
    names = [entry.file for entry in entries] + [one.place.file for one in found]
    assert len(names) == 3
    assert not any(illegal_in(name) or "\n" in name for name in names)


@pytest.mark.parametrize(
    "words", ["[" * 5_000, "a\n" * 5_000, "|" * 5_000, "x y " * 30_000, "*a " * 5_000, "{{ a }} " * 2_000]
)
def test_markdown_that_would_take_long_to_read_is_refused(samples: Samples, words: str) -> None:
    assert "markdown-too-long" in [one.rule for one in clause(samples, "\n" + words)]


def test_a_long_clause_is_read(samples: Samples) -> None:
    assert clause(samples, "\n   The Supplier must answer *every* question." * 300) == []


def test_nothing_grows_or_runs_when_yaml_is_read(put: Callable[[Path, str], None]) -> None:
    for text in (
        "a: &a [x]\nb: [*a, *a]\n",
        "a: !!python/object/apply:os.system [id]\n",
        "<<: {a: 1}\n",
        "a: " + "[" * 5_000,
    ):
        value, found = build("brief", text.encode(), "a.yaml", "a.yaml")
        assert value is None
        assert found
