"""What Word and a screen reader find in the document: parts, headings, tables, blanks, language."""

import hashlib
import re
from typing import Any

from msgspec.structs import replace

from contract_builder.assemble.assemble import digest_of
from contract_builder.model.contract import BlankRun, Contract, Grid
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.fields import identity_name
from contract_builder.render.resolved import all_runs
from tests.render.docx.word import STYLES, Numbers, W, root_of, style_of, text_of, val

HEADINGS = ("Heading1", "Heading2", "ScheduleHeading")


def paragraphs(root: Any, *styles: str) -> list[Any]:
    return [p for p in root.iter(W + "p") if style_of(p) in styles]


def tables(root: Any) -> list[Any]:
    return list(root.iter(W + "tbl"))


def test_the_order_of_the_document_is_that_of_the_contract(document: bytes, contract: Contract) -> None:
    numbers = Numbers(document)
    printed = [f"{numbers.own.get(p, '')} {text_of(p)}".strip() for p in paragraphs(numbers.root, *HEADINGS)]
    assert printed == [
        "Particulars",
        "Terms",
        *(f"{clause.number}. {clause.heading}" for clause in contract.clauses),
        "Signatures",
        *(f"{schedule.number} – {schedule.heading}" for schedule in contract.schedules),
    ]


def test_the_entries_of_the_contents_equal_the_headings(document: bytes) -> None:
    numbers = Numbers(document)
    headings = [f"{numbers.own.get(p, '')} {text_of(p)}".strip() for p in paragraphs(numbers.root, *HEADINGS)]
    entries = [text_of(p).replace("\t", " ") for p in paragraphs(numbers.root, "TOC1", "TOC2")]
    assert entries == headings


def test_the_contents_lead_to_the_headings_and_hold_no_page_numbers(document: bytes) -> None:
    root = root_of(document)
    marks = {val(m, "", "name"): next(m.iterancestors(W + "p")) for m in root.iter(W + "bookmarkStart")}
    links = list(root.iter(W + "hyperlink"))
    for link, heading in zip(links, paragraphs(root, *HEADINGS), strict=True):
        assert marks[val(link, "", "anchor")] is heading
    assert not [i for i in root.iter(W + "instrText") if "PAGEREF" in (i.text or "")]


def test_word_is_never_told_to_ask_about_fields(document: bytes) -> None:
    assert root_of(document, "word/settings.xml").find(W + "updateFields") is None


def test_each_item_stands_in_the_style_of_its_level(document: bytes, contract: Contract) -> None:
    numbers = Numbers(document)
    printed = [(style_of(p), number) for p, number in numbers.own.items()]
    assert ("ClauseLevel3", "(iii)") in printed
    assert ("ScheduleLevel3", "(ii)") in printed
    assert printed.count(("DefinitionLevel1", "(a)")) == 2, "each definition counts from (a)"
    assert ("DefinitionLevel2", "(i)") in printed


def test_a_list_in_a_definition_is_lettered_whatever_level_it_says_it_has(contract: Contract) -> None:
    first, *others = contract.schedules
    definition = first.definitions[2]
    text, *items = definition.blocks
    shifted = replace(definition, blocks=(text, *(replace(item, level=1) for item in items)))
    changed = replace(contract, schedules=(replace(first, definitions=(shifted,)), *others))
    styles = [style_of(p) for p in root_of(render_docx(changed)).iter(W + "p")]
    assert styles.count("DefinitionLevel1") == 2


def test_paragraphs_carry_no_typed_number(document: bytes) -> None:
    numbers = Numbers(document)
    assert len(numbers.own) > 60
    for paragraph in numbers.own:
        assert not re.match(r"\s*(\d+(\.\d+)*\.?|\([a-z]+\))\s", text_of(paragraph))


def test_each_table_has_a_caption_and_a_header_row_that_repeats(document: bytes) -> None:
    found = tables(root_of(document))
    assert len(found) == 8
    for table in found:
        rows = table.findall(W + "tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert val(table, "tblPr/tblCaption")
    captions = [val(table, "tblPr/tblCaption") for table in found]
    assert captions[:2] == ["The parties", "The AI System"]
    assert "What is supplied" in captions


def test_every_cell_of_the_contract_is_printed(document: bytes, contract: Contract) -> None:
    printed = {text_of(cell) for cell in root_of(document).iter(W + "tc")}
    for schedule in contract.schedules:
        for grid in (block for block in schedule.blocks if isinstance(block, Grid)):
            for row in (grid.header, *grid.rows):
                for cell in row:
                    words = "".join(f"[{r.prompt}]" if isinstance(r, BlankRun) else r.text for r in cell)
                    assert words in printed


def test_tables_fill_the_page_and_no_more(document: bytes) -> None:
    for table in tables(root_of(document)):
        widths = [int(val(column, "", "w")) for column in table.iter(W + "gridCol")]
        assert sum(widths) == 9071 == int(val(table, "tblPr/tblW", "w"))
        assert min(widths) > 1200


def test_a_signature_is_kept_on_one_page_with_what_is_signed(document: bytes) -> None:
    root = root_of(document)
    keep = {
        val(s, "", "styleId"): s.find(f"{W}pPr/{W}keepNext") is not None
        for s in root_of(document, STYLES).iter(W + "style")
    }
    signing = [t for t in tables(root) if val(t, "tblPr/tblCaption").startswith("Signature of")]
    assert len(signing) == 2
    for table in signing:
        *rows, last = table.findall(W + "tr")
        assert keep[style_of(table.getprevious())]
        assert all(keep[style_of(p)] for row in rows for p in row.iter(W + "p"))
        assert not any(keep[style_of(p)] for p in last.iter(W + "p"))


def test_each_blank_is_a_control_with_its_field_and_prompt(document: bytes, contract: Contract) -> None:
    wanted = [(r.field, r.prompt) for runs in all_runs(contract) for r in runs if isinstance(r, BlankRun)]
    controls = [c for c in root_of(document).iter(W + "sdt") if val(c, "sdtPr/tag")]
    found = [(val(c, "sdtPr/tag"), val(c, "sdtPr/alias")) for c in controls]
    assert sorted(found) == sorted(wanted)
    assert len(found) == len(set(found)) + 3, "some fields are asked for more than once"
    for control in controls:
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        assert val(control, "sdtPr/text", "multiLine") == "1", "an address has lines"
        assert text_of(control) == f"[{val(control, 'sdtPr/alias')}]"
    ids = [val(c, "sdtPr/id") for c in root_of(document).iter(W + "sdt")]
    assert len(ids) == len(set(ids))


def test_a_long_prompt_is_cut_in_the_title_and_whole_in_the_text(contract: Contract) -> None:
    prompt = "The name of the person who answers " * 3
    changed = replace(contract, background=(BlankRun("who", prompt),))
    control = next(c for c in root_of(render_docx(changed)).iter(W + "sdt") if val(c, "sdtPr/tag") == "who")
    assert (val(control, "sdtPr/alias"), text_of(control)) == (prompt[:64], f"[{prompt}]")


def test_what_leads_into_a_list_stays_on_its_page(document: bytes) -> None:
    leads = [
        p
        for p in root_of(document).iter(W + "p")
        if text_of(p).endswith(("only if it:", "any of these:", "It lists:"))
    ]
    assert len(leads) == 3
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in leads)


def test_text_below_a_table_keeps_its_distance(document: bytes) -> None:
    followers = [t.getnext() for t in tables(root_of(document)) if style_of(t.getnext()).endswith("Level1")]
    assert len(followers) == 2
    assert all(val(p, "pPr/spacing", "before") == "200" for p in followers)


def test_libreoffice_finds_the_same_tables(document: bytes, opened: dict[str, bytes]) -> None:
    """A return within a value, written as a character, would end the paragraph and take the table apart."""
    found = [text_of(cell).replace("\r", "\n") for cell in root_of(document).iter(W + "tc")]
    assert [text_of(cell) for cell in root_of(opened["untouched"]).iter(W + "tc")] == found


def test_the_language_is_english_everywhere(document: bytes) -> None:
    assert val(root_of(document, STYLES), "docDefaults/rPrDefault/rPr/lang") == "en-GB"
    assert val(root_of(document, "word/settings.xml"), "themeFontLang") == "en-GB"


def test_header_and_footer_name_the_document_and_count_its_pages(document: bytes, contract: Contract) -> None:
    assert text_of(root_of(document, "word/header1.xml")) == contract.identity.title
    footers = [root_of(document, f"word/footer{n}.xml") for n in (1, 2)]
    assert text_of(footers[0]) == "Reference: MC-2026-0417. Draft, 24 November 2026\tPage 1 of 1"
    assert text_of(footers[1]) == "AI procurement clauses for English councils, version 0.1.0\tPage 1 of 1"
    for footer in footers:
        assert [i.text.strip() for i in footer.iter(W + "instrText")] == ["PAGE", "NUMPAGES"]


def test_bookmarks_begin_after_the_first_word_so_that_word_does_not_stretch_them(document: bytes) -> None:
    for mark in root_of(document).iter(W + "bookmarkStart"):
        before = [e.tag for e in mark.itersiblings(preceding=True)]
        assert W + "r" in before, val(mark, "", "name")


def test_each_clause_stands_between_the_ends_of_its_identity(document: bytes, contract: Contract) -> None:
    numbers = Numbers(document)
    everything = list(numbers.root.iter())
    for clause in contract.clauses:
        name = identity_name("clause", clause.id, clause.version)
        start = next(e for e in everything if e.tag == W + "bookmarkStart" and val(e, "", "name") == name)
        end = next(
            e for e in everything if e.tag == W + "bookmarkEnd" and val(e, "", "id") == val(start, "", "id")
        )
        first = everything.index(next(start.iterancestors(W + "p")))
        inside = [e for e in everything[first : everything.index(end)] if e.tag == W + "p"]
        lines = [
            text_of(p) if style_of(p) == "ClauseText" else f"{numbers.own[p]} {text_of(p)}"
            for p in inside[1:]
            if style_of(p) not in ("TableHead", "TableText")
        ]
        assert text_of(inside[0]) == clause.heading
        if not any(isinstance(block, Grid) for block in clause.blocks):
            printed = "\n".join([clause.heading, *lines])
            assert digest_of(clause.heading, clause.blocks) == hashlib.sha256(printed.encode()).hexdigest(), (
                "the digest is of what is printed"
            )
