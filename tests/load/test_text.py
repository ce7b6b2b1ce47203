"""Clauses, definitions and schedules: what their text comes to."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from contract_builder.load.build import build
from contract_builder.load.terms import runs
from contract_builder.model.body import Body, Item, Link, Paragraph, Slot, Table, Text
from contract_builder.model.clause import Clause, Definition, Schedule
from contract_builder.model.condition import All, Test

Samples = dict[str, tuple[str, str]]


@pytest.fixture
def built(samples: Samples) -> Callable[..., Any]:
    """Builds the sample of a kind with some words replaced; nothing may be wrong with it."""

    def make(kind: Any, old: str = "", new: str = "") -> Any:
        file, text = samples[kind]
        assert old in text
        value, found = build(kind, text.replace(old, new).encode(), file, file.partition("/")[2])
        assert found == []
        return value

    return make


@pytest.fixture
def short(built: Callable[..., Any]) -> Callable[[str], Body]:
    """The body of a position with this text."""

    def make(text: str) -> Body:
        clause: Clause = built("clause", "1. The Supplier must answer. ^answer", text)
        return clause.positions[-1].body

    return make


def test_a_clause_has_all_that_its_front_matter_says(built: Callable[..., Any]) -> None:
    clause: Clause = built("clause")
    assert (clause.id, clause.title, clause.version, clause.group, clause.order) == (
        "redress",
        "Redress",
        "1.0.0",
        "people",
        10,
    )
    assert clause.provides == ("redress",)
    assert clause.risk.ai_types == "all"
    assert clause.risk.service_areas == ("housing",)
    assert clause.requires == ("exit",)
    assert clause.file == "clauses/people/redress.md"
    parameter = clause.parameter("answer_days")
    assert parameter is not None
    assert (parameter.default_for("preferred"), parameter.default_for("fallback"), parameter.unit) == (
        10,
        20,
        "Working Days",
    )
    assert (clause.obligations[0].at, clause.obligations[0].due) == ("answer", "{{ answer_days | unit }}")


def test_positions_rank_in_the_order_of_the_file_and_short_with_preferred(built: Callable[..., Any]) -> None:
    clause: Clause = built("clause")
    assert [(p.name, p.rank, p.approver) for p in clause.positions] == [
        ("preferred", 0, ""),
        ("fallback", 1, "head of legal services"),
        ("short", 0, ""),
    ]


def test_a_position_says_which_topics_it_needs_besides(built: Callable[..., Any]) -> None:
    clause: Clause = built("clause", "leaves: Slower answers}", "leaves: Slower answers, requires: [exit]}")
    assert [p.requires for p in clause.positions] == [(), ("exit",), ()]


def test_notes_keep_their_paragraphs_and_join_their_lines(built: Callable[..., Any]) -> None:
    clause: Clause = built(
        "clause", "People must be heard.", "People\nmust be heard.\n\n- in time\n- in *person*"
    )
    assert clause.walk_away == "Refuse a term that gives no answer."
    assert clause.note == "**Why it is here.** People must be heard.\n\n- in time\n- in *person*"


def test_keys_and_positions_know_their_lines(built: Callable[..., Any], samples: Samples) -> None:
    clause: Clause = built("clause")
    lines = samples["clause"][1].split("\n")
    assert lines[clause.lines["parameters.answer_days.default"] - 1].strip() == "default: 10"
    assert lines[clause.lines["obligations.0"] - 1].strip() == "- at: answer"
    assert [lines[p.line - 1] for p in clause.positions] == [
        f"## Position: {p.name}" for p in clause.positions
    ]


def test_items_are_nested_and_labelled_and_know_their_lines(built: Callable[..., Any]) -> None:
    clause: Clause = built("clause")
    (item,) = clause.positions[0].body
    assert isinstance(item, Item)
    assert (item.label, item.line) == ("answer", 40)
    assert item.inlines == (
        Text("The Supplier must answer each Challenge within "),
        Slot("answer_days", "unit", line=41),
        Text("."),
    )
    first, second = item.items
    assert first.condition == Test("tier", "at-least", 3)
    assert first.inlines == (Text("The answer must give "), Text("reasons", "em"), Text("; and"))
    assert second.inlines[1] == Link("clause", "exit", "plan", "the exit terms", 44, "general")
    assert clause.positions[0].labels == ("answer",)


def test_soft_line_breaks_become_single_spaces(short: Callable[[str], Body]) -> None:
    (item,) = short("1. The Supplier\n   must **answer\n   soon**\n   and well. ^answer")
    assert isinstance(item, Item)
    assert item.inlines == (Text("The Supplier must "), Text("answer soon", "strong"), Text(" and well."))


def test_a_paragraph_without_a_number_stands_between_items(short: Callable[[str], Body]) -> None:
    body = short("1. One. ^answer\n\nTwo.\n\n1. Three.")
    assert [type(block) for block in body] == [Item, Paragraph, Item]


def test_what_a_name_holds_is_never_read_as_markdown_twice(short: Callable[[str], Body]) -> None:
    (item,) = short("1. A \\*star\\*, a &lt;tag&gt; &amp; an \\[x\\](y). ^answer")
    assert isinstance(item, Item)
    assert item.inlines == (Text("A *star*, a <tag> & an [x](y)."),)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[a](../general/exit.md)", Link("clause", "exit", "", "", 52, "general")),
        ("[a](../general/exit.md#^plan)", Link("clause", "exit", "plan", "", 52, "general")),
        ("[a](other.md)", Link("clause", "other", "", "", 52, "people")),
        ("[a](./other.md)", Link("clause", "other", "", "", 52, "people")),
        ("[a](../schedules/exit-plan.md#^list)", Link("schedule", "exit-plan", "list", "", 52)),
        ("[a](../topics.yaml#redress)", Link("topic", "redress", "", "", 52)),
        ("[a](#^answer)", Link("here", "", "answer", "", 52)),
        ('[a](#^answer "above")', Link("here", "", "answer", "above", 52)),
        ("[a](<../general/exit.md>)", Link("clause", "exit", "", "", 52, "general")),
    ],
)
def test_links_are_told_apart_by_their_paths(short: Callable[[str], Body], written: str, link: Link) -> None:
    (item,) = short(f"1. {written} ^answer")
    assert isinstance(item, Item)
    assert item.inlines == (link,)


def test_a_condition_of_two_tests_needs_both(short: Callable[[str], Body]) -> None:
    (item,) = short(
        "1. *(only if personal_data is yes and route is one of open, call-off\n   and ai_types has biometric)* Yes. ^answer"
    )
    assert isinstance(item, Item)
    assert item.condition == All(
        (
            Test("personal_data", "is", "yes"),
            Test("route", "one-of", ("open", "call-off")),
            Test("ai_types", "has", "biometric"),
        )
    )
    assert item.inlines == (Text("Yes."),)


def test_a_paragraph_may_have_a_condition(short: Callable[[str], Body]) -> None:
    first, _ = short("*(only if tier is not 1)* It applies.\n\n1. Yes. ^answer")
    assert isinstance(first, Paragraph)
    assert first.condition == Test("tier", "is-not", 1)


def test_emphasis_that_is_no_condition_stays_words(short: Callable[[str], Body]) -> None:
    (item,) = short("1. *Only* if it must. ^answer")
    assert isinstance(item, Item)
    assert item.inlines[0] == Text("Only", "em")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Supplier must", ("The Supplier",)),
        ("the Supplier's Open Format", ("Supplier", "Open Format")),
        ("the Supplier’s Data", ("Supplier", "Data")),
        ("the Parties' Data", ("Parties", "Data")),
        ("the Freedom of Information Act", ("Freedom of Information Act",)),
        ("Council Data and the Derived Data", ("Council Data and the Derived Data",)),
        ("Council Data, Derived Data", ("Council Data", "Derived Data")),
        ("a Look-back Review by a Sub-contractor", ("Look-back Review", "Sub-contractor")),
        ("the AI System. The AI System", ("AI System", "The AI System")),
        ("a Term or Term", ("Term",)),
        ("no terms; iPhone", ()),
        ("Études of a Cité", ("Études", "Cité")),
    ],
)
def test_runs_of_capitalised_words_are_found(text: str, found: tuple[str, ...]) -> None:
    assert runs(text) == found


def test_terms_are_looked_for_in_the_words_of_the_block_alone(short: Callable[[str], Body]) -> None:
    (item,) = short(
        "1. Open {{ answer_days }} Format, [Exit Plan](../general/exit.md) *Data*\n   Dictionary. ^answer\n   1. Model."
    )
    assert isinstance(item, Item)
    assert item.terms == ("Open", "Format", "Data Dictionary")
    assert item.items[0].terms == ("Model",)


def test_a_definition_has_its_forms_and_its_text(built: Callable[..., Any]) -> None:
    definition: Definition = built("definition")
    assert (definition.term, definition.also, definition.verb) == ("Challenge", ("Challenges",), "means")
    assert [type(block) for block in definition.body] == [Paragraph, Item, Item]
    assert definition.line == 3


def test_a_schedule_may_have_a_table(built: Callable[..., Any]) -> None:
    schedule: Schedule = built("schedule")
    assert schedule.labels == ("list",)
    _, table = schedule.body
    assert isinstance(table, Table)
    assert table.header == ((Text("What"),), (Text("When"),))
    assert table.rows[1].cells == ((Text("Logs"),), (Slot("start_date", "date", line=16),))
    assert table.terms == ("What", "When")
    assert [row.terms for row in table.rows] == [("Data", "At"), ("Logs",)]
    assert [row.condition for row in table.rows] == [None, None]


def test_a_row_may_open_with_a_condition(samples: Samples) -> None:
    file, text = samples["schedule"]
    condition = "*(only if tier is at least 3 and ai_types has forecasting)* "
    made, found = build("schedule", text.replace("| Logs |", f"| {condition}Logs |").encode(), file, file.partition("/")[2])  # type: ignore[arg-type]  # fmt: skip
    assert not found
    assert isinstance(made, Schedule)
    table = made.body[1]
    assert isinstance(table, Table)
    assert table.rows[0].condition is None
    assert table.rows[1].cells[0] == (Text("Logs"),)
    assert table.rows[1].condition == All(
        (Test("tier", "at-least", 3), Test("ai_types", "has", "forecasting"))
    )


def test_errors_of_the_front_matter_and_of_the_text_come_together(samples: Samples) -> None:
    file, text = samples["clause"]
    wrong = (
        text.replace("order: 10", "oder: 10").replace("## Note", "## Notes").replace("reasons*", "reasons")
    )
    _, found = build("clause", wrong.encode(), file, "people/redress.md")
    assert [d.rule for d in found] == ["unknown-key", "section-unknown", "stray-asterisk"]


def test_windows_line_ends_change_nothing_but_the_file(samples: Samples) -> None:
    for kind in ("clause", "definition", "schedule"):
        file, text = samples[kind]
        unix, _ = build(kind, text.encode(), file, file.partition("/")[2])  # type: ignore[arg-type]
        windows, found = build(kind, text.replace("\n", "\r\n").encode(), file, file.partition("/")[2])  # type: ignore[arg-type]
        assert found == []
        assert msgspec.json.encode(windows) == msgspec.json.encode(unix)


def test_letters_of_all_languages_survive(short: Callable[[str], Body]) -> None:
    words = "Ŵyŷ ħ 漢字 🙂 ‘quotes’ – £5 עברית ﷺ"
    (item,) = short(f"1. {words} ^answer")
    assert isinstance(item, Item)
    assert item.inlines == (Text(words),)


@pytest.mark.parametrize(
    "text",
    [
        "*a_ " * 3000,
        "[" * 15000,
        "[a](" * 4000,
        "{{ a }} " * 2000,
        "A of " * 3000,
        "`" * 9000 + "x",
        "<a " * 5000,
        "&#x0;" * 3000,
    ],
)
def test_hostile_text_is_read_or_refused_in_one_go(text: str, samples: Samples) -> None:
    file, whole = samples["clause"]
    value, found = build(
        "clause",
        whole.replace("The Supplier must answer. ^", f"{text} ^").encode(),
        file,
        "people/redress.md",
    )
    assert (value is None) == bool(found)


def test_a_line_that_nobody_could_read_is_refused(samples: Samples) -> None:
    file, text = samples["clause"]
    _, found = build(
        "clause",
        text.replace("must answer. ^", "must " * 5000 + "answer. ^").encode(),
        file,
        "people/redress.md",
    )
    assert [(d.rule, d.place.line) for d in found] == [("markdown-too-long", 52)]
