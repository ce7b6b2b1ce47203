"""Whatever a value holds, Word's readers get it back, sign for sign, and nothing else moves."""

import io

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from contract_builder.errors import InternalError
from contract_builder.model.contract import (
    BlankRun,
    ClauseNode,
    Contract,
    DefinitionNode,
    Grid,
    Numbered,
    Para,
    ParticularsRow,
    ParticularsSection,
    RefRun,
    ScheduleNode,
    TextRun,
)
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.lint import lint
from tests.render.docx import sample
from tests.render.docx.word import W, root_of, style_of, text_of, val

SIGNS = "\n\t\r\u2028\u2029\u0085\u00a0\u00ad\u200b\u200d\u202e\u2066\ufeff\ufffd\U0001f469\U0001f3fdé\u0301عח契<>&\"'{}%@[]"
LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters=[
    *map(chr, (*range(9), 11, 12, *range(14, 32))), "\ufffe", "\uffff",
])  # fmt: skip
WORDS = st.text(st.sampled_from(SIGNS) | LEGAL, max_size=40)
SAID_OF_WORDS = {"property-missing", "heading-empty", "placeholder-left", "prompt-left", "note-left"}
"""What lint says of words that are a placeholder, a prompt or empty; any other finding would be a broken document."""
SHAPES = (
    "]]>",
    "</w:t></w:r></w:p>",
    "<!-- -->",
    "{{ 7*7 }}",
    "{% raw %}",
    "@@BODY@@",
    "&amp;",
    "&#13;",
    "\r\n",
    "  ",
    "",
    "a",
    "é",
    "\n",
)


def contract_with(words: str) -> Contract:
    """`words` in every place that a value can reach."""
    run = TextRun(words)
    runs = (run, TextRun(words, "em"), TextRun(words, "strong"))
    base = sample.contract()
    clause = ClauseNode("c", "1.0.0", "1", words, "clause.c", (
        Para(runs),
        Numbered(1, "1.1", "1.1", (run, RefRun("clause.c.1", "1.1")), "clause.c.1"),
        Grid(((run,), (TextRun("b"),)), (((run,), (BlankRun("f", words),)),), words),
    ), "")  # fmt: skip
    definition = DefinitionNode("d", "1.0.0", words, "means", "definition.d", (Para(runs),))
    return replace(
        base,
        identity=replace(base.identity, title=words, subject=words, reference=words, date=words),
        parties=((run,), (BlankRun("f", words),)), notice=words, background=runs,
        particulars=(ParticularsSection(words, (ParticularsRow("f", words, runs),)),),
        clauses=(clause,),
        schedules=(ScheduleNode("s", "1.0.0", "Schedule 1", words, "schedule.s", (), (definition,)),),
        cited=frozenset({"clause.c.1"}),
    )  # fmt: skip


def by_style(document: bytes) -> dict[str, list[str]]:
    """The texts of the paragraphs of each style, read with lxml."""
    found: dict[str, list[str]] = {}
    for paragraph in root_of(document).iter(W + "p"):
        found.setdefault(style_of(paragraph), []).append(text_of(paragraph))
    return found


@settings(max_examples=150, deadline=None)
@given(WORDS)
@example("".join(SHAPES))
@example(sample.UNICODE)
@example(sample.AWKWARD)
def test_any_text_comes_back_exactly(words: str) -> None:
    document = render_docx(contract_with(words))
    found = by_style(document)
    assert found["Title"] == found["Subtitle"] == [words]
    assert found["CoverLine"] == [
        f"Reference: {words or 'not yet given'}",
        f"Status: {'Draft, ' + words if words else 'Draft'}",
    ]
    assert found.get("Notice", [""]) == [words]
    assert found["Party"] == [f"{words} (the Council)", f"[{words}] (the Supplier)"]
    assert found["Heading2"] == [words]
    assert found["ClauseText"] == [words * 3]
    assert found["ClauseLevel1"] == [words + "1.1"]
    assert found["ScheduleHeading"] == [f"– {words}"]
    assert found["Definition"] == [f"{words} means {words * 3}"]
    assert found["TableHead"][:4] == ["Item", "Detail", words, "b"]
    assert found["TableText"][:4] == [words, words * 3, words, f"[{words}]"]
    assert text_of(root_of(document, "word/header1.xml")) == words
    core = root_of(document, "docProps/core.xml")
    assert next(e.text or "" for e in core if e.tag.endswith("}title")) == words
    assert {d.rule for d in lint(document)} <= SAID_OF_WORDS


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_python_docx_reads_what_was_written(words: str) -> None:
    opened = docx.Document(io.BytesIO(render_docx(contract_with(words))))
    shown = words.replace("\r", "\n")  # python-docx has one sign for both
    texts = {p.style.name: p.text for p in opened.paragraphs}
    assert texts["Heading 2"] == texts["Title"] == shown
    assert texts["Definition"] == f"{shown} means {shown * 3}"
    assert opened.tables[0].cell(1, 1).text == shown * 3


@pytest.mark.parametrize("words", [words for words in SHAPES if words])
def test_what_looks_like_code_stays_text(words: str) -> None:
    plain = by_style(render_docx(contract_with("x")))
    found = by_style(render_docx(contract_with(words)))
    assert {style: len(texts) for style, texts in found.items() if style != "Notice"} == {
        style: len(texts) for style, texts in plain.items() if style != "Notice"
    }


def test_the_marker_in_a_title_does_not_draw_the_body_there(contract: Contract) -> None:
    named = replace(contract, identity=replace(contract.identity, title="@@BODY@@", subject="@@BODY@@"))
    root = root_of(render_docx(named))
    styles = [style_of(p) for p in root.find(f"{W}body") if p.tag == W + "p"]
    assert styles[:5] == ["Title", "Subtitle", "CoverLine", "CoverLine", "PartyLead"]
    assert [text_of(p) for p in root.iter(W + "p")].count("@@BODY@@") == 2


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_a_sign_that_xml_cannot_hold_is_a_bug_of_the_caller_and_never_a_broken_file(
    sign: str, contract: Contract
) -> None:
    with pytest.raises(InternalError):
        render_docx(replace(contract, background=(TextRun(f"a{sign}b"),)))


def test_a_reference_to_nothing_is_refused(contract: Contract) -> None:
    with pytest.raises(InternalError, match="without a target"):
        render_docx(replace(contract, background=(RefRun("clause.gone", "4"),)))


def test_two_places_of_one_name_are_refused(contract: Contract) -> None:
    with pytest.raises(InternalError, match="Two places"):
        render_docx(replace(contract, clauses=(*contract.clauses, contract.clauses[0])))


def test_content_controls_of_one_hash_get_ids_of_their_own(contract: Contract) -> None:
    blanks = tuple(BlankRun("f", f"prompt {n}") for n in range(300))
    root = root_of(render_docx(replace(contract, background=blanks)))
    ids = [val(s, "sdtPr/id") for s in root.iter(W + "sdt")]
    assert len(ids) == len(set(ids)) > 300
