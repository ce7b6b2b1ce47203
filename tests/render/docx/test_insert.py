"""An AI schedule in its host's document: the host stays as it is, and the numbers of both are right."""

from collections import Counter
from typing import Any

import pytest

from contract_builder import api, insert_schedule
from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract
from contract_builder.render.docx.host_document import read_host
from tests.contents import shipped
from tests.render.docx import hosts, office
from tests.render.docx.test_validators import audit, sdk
from tests.render.docx.word import (
    DOCUMENT,
    NUMBERING,
    STYLES,
    W,
    falsified,
    packed,
    parts_of,
    references,
    root_of,
    style_of,
    val,
)

NAMES = ("plain", "at-the-end", "revised", "from-libreoffice", "an-agreement-of-ours")
TOUCHED = {DOCUMENT, STYLES, NUMBERING}


@pytest.fixture(scope="module")
def schedule() -> Contract:
    content = shipped()
    contract = api.build(content, api.read_brief(api.example("interview-transcripts"), content)).contract
    assert contract is not None
    return contract


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The hosts."""
    content = shipped()
    ours = api.build(content, api.read_brief(api.example("event-listing-drafts"), content)).contract
    assert ours is not None
    plain = hosts.plain()
    return {
        "plain": plain,
        "at-the-end": hosts.plain(marker=False),
        "revised": hosts.revised(),
        "from-libreoffice": office.convert({"h": plain}, "docx", tmp_path_factory.mktemp("host"))["h"],
        "an-agreement-of-ours": api.render_contract(ours, "docx"),
    }


@pytest.fixture(scope="module")
def made(given: dict[str, bytes], schedule: Contract) -> dict[str, bytes]:
    """The hosts with the schedule in them. What an agreement of ours shares with it is not the same clause version."""
    return {name: insert_schedule(host, _other_versions(schedule)) for name, host in given.items()}


def _other_versions(schedule: Contract) -> Contract:
    from msgspec.structs import replace

    clauses = tuple(replace(c, version=f"9{c.version}") for c in schedule.clauses)
    return replace(schedule, clauses=clauses)


@pytest.fixture(scope="module")
def opened(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What LibreOffice makes of them, every number falsified before."""
    wrong = {name: falsified(document) for name, document in made.items()}
    return office.convert(wrong, "docx", tmp_path_factory.mktemp("opened"))


@pytest.mark.parametrize("name", NAMES)
def test_every_other_part_of_the_host_stays_byte_for_byte(
    name: str, given: dict[str, bytes], made: dict[str, bytes]
) -> None:
    before, after = parts_of(given[name]), parts_of(made[name])
    assert before.keys() == after.keys()
    assert {part for part in before if before[part] != after[part]} == TOUCHED


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_the_host_stays_byte_for_byte_on_both_sides(
    name: str, given: dict[str, bytes], made: dict[str, bytes]
) -> None:
    before, after = parts_of(given[name])[DOCUMENT], parts_of(made[name])[DOCUMENT]
    place = read_host(before, hosts.MARKER)
    assert after.startswith(before[: place.start])
    assert after.endswith(before[place.end :])
    taken = before[place.start : place.end].decode()
    assert hosts.MARKER in taken if name in ("plain", "from-libreoffice") else not taken


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("part", "new"), [(STYLES, b"<w:style "), (NUMBERING, b"<w:abstractNum ")])
def test_styles_and_lists_of_the_host_stay_and_ours_come_after_them(
    name: str, part: str, new: bytes, given: dict[str, bytes], made: dict[str, bytes]
) -> None:
    before, after = parts_of(given[name])[part], parts_of(made[name])[part]
    ours = root_of(made[name], part)
    theirs = root_of(given[name], part)
    kept = [e for e in ours if "AISchedule" not in _xml(e) and not _ours(e, theirs)]
    assert [_xml(e) for e in kept] == [_xml(e) for e in theirs]
    assert after.count(new) > before.count(new)


def _xml(element: object) -> str:
    from lxml import etree

    return etree.tostring(element, method="c14n").decode()


def _ours(element: object, theirs: object) -> bool:
    """Whether a list is not among those of the host."""
    number = element.get(f"{W}numId")  # type: ignore[attr-defined]
    return number is not None and number not in {e.get(f"{W}numId") for e in theirs}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", NAMES)
def test_no_id_or_name_stands_twice(name: str, made: dict[str, bytes]) -> None:
    root = root_of(made[name])
    for tag, key in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        assert not _twice(val(e, "", key) for e in root.iter(W + tag))
    assert not _twice(val(e) for e in root.iter(W + "id") if e.getparent().tag == W + "sdtPr")
    for ids in hosts.list_ids(made[name]):
        assert not _twice(ids)
    styles = root_of(made[name], STYLES)
    assert not _twice(val(e, "", "styleId") for e in styles.iter(W + "style"))
    names = _twice(val(e, "name").lower() for e in styles.iter(W + "style"))
    assert not [n for n in names if n.startswith("ai schedule")]  # LibreOffice has some of its own twice


def _twice(values: object) -> list[str]:
    return [v for v, times in Counter(values).items() if times > 1]  # type: ignore[call-overload]


@pytest.mark.parametrize("name", NAMES)
def test_every_style_that_the_schedule_uses_is_there(name: str, made: dict[str, bytes]) -> None:
    have = {val(e, "", "styleId") for e in root_of(made[name], STYLES).iter(W + "style")}
    root = root_of(made[name])
    used = {val(e) for tag in ("pStyle", "rStyle", "tblStyle") for e in root.iter(W + tag)}
    ours = {style for style in used if style.startswith("AISchedule")}
    assert len(ours) > 8
    assert ours <= have


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_works_out_every_reference_to_what_we_cached(
    name: str, made: dict[str, bytes], opened: dict[str, bytes]
) -> None:
    ours = [ref.shown for ref in references(made[name])]
    assert len(ours) > 40
    assert [ref.shown for ref in references(opened[name])] == ours


def test_the_numbers_of_host_and_schedule_do_not_mix(
    made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("pages")
    text = office.pdf_text(office.convert({"x": made["plain"]}, "pdf", place)["x"], place)
    words = [" ".join(line.split()) for line in text.splitlines()]
    for line in (
        "3. Host item 2", "Part A: Particulars of the AI System", "1. This Schedule",
        "2. Definitions and purpose", "Annex 1 – Definitions", "Annex 9 – What the Exit Plan holds",
        "4. Host item after the schedule",
    ):  # fmt: skip
        assert line in words, line


@pytest.mark.parametrize("name", NAMES)
def test_no_validator_finds_more_than_in_the_host(
    name: str, given: dict[str, bytes], made: dict[str, bytes], tmp_path: pytest.TempPathFactory
) -> None:
    found = []
    for which, document in (("host", given[name]), ("made", made[name])):
        path = tmp_path / f"{which}.docx"  # type: ignore[operator]
        path.write_bytes(document)
        found.append((len(audit(path)), len(sdk(path))))
    assert found[1] <= found[0]


def test_a_host_without_styles_and_lists_gets_parts_for_them(schedule: Contract, tmp_path: object) -> None:
    made = insert_schedule(hosts.bare(), schedule)
    assert parts_of(made).keys() - parts_of(hosts.bare()).keys() == {
        "word/_rels/document.xml.rels", "word/ai-schedule-styles.xml", "word/ai-schedule-numbering.xml",
    }  # fmt: skip
    path = tmp_path / "made.docx"  # type: ignore[operator]
    path.write_bytes(made)
    assert sdk(path) == []


@pytest.mark.parametrize(
    "kind",
    ["heading", "heading, and an empty line", "style based on a heading", "bold line", "kept with the next",
     "end of a page"],
)  # fmt: skip
def test_the_schedule_stands_on_the_page_of_the_heading_that_the_host_gives_it(
    kind: str, schedule: Contract
) -> None:
    host = hosts.with_before(kind)
    made = insert_schedule(host, schedule)
    assert not _on_a_new_page(made)
    assert int(val(_heading(made).find(f"{W}pPr/{W}spacing"), "", "before")) > 0
    before, after = parts_of(host)[DOCUMENT], parts_of(made)[DOCUMENT]
    place = read_host(before, hosts.MARKER)
    assert after.startswith(before[: place.start]) and after.endswith(before[place.end :])


@pytest.mark.parametrize("kind", ["words", "table", "word in bold", "break before words"])
def test_below_other_text_of_the_host_the_schedule_begins_on_a_new_page(
    kind: str, schedule: Contract
) -> None:
    assert _on_a_new_page(insert_schedule(hosts.with_before(kind), schedule))


def _heading(document: bytes) -> Any:
    """The heading of the schedule."""
    return next(p for p in root_of(document).iter(W + "p") if style_of(p).startswith("AISchedule"))


def _on_a_new_page(document: bytes) -> bool:
    """Whether the heading of the schedule begins a page."""
    return _heading(document).find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_heading_and_schedule_are_on_one_page(
    schedule: Contract, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("heading")
    made = insert_schedule(hosts.with_before("heading"), schedule)
    text = office.pdf_text(office.convert({"x": made}, "pdf", place)["x"], place)
    first = " ".join(text.split("\f")[0].split())
    assert "Call-Off Schedule 20" in first
    assert schedule.identity.title in first


def test_a_table_is_no_wider_than_the_text_of_the_host(made: dict[str, bytes]) -> None:
    widths = [int(val(e, "tblPr/tblW", "w")) for e in root_of(made["plain"]).iter(W + "tbl")]
    assert max(widths) <= 8640


def test_the_same_host_and_schedule_give_the_same_bytes(given: dict[str, bytes], schedule: Contract) -> None:
    assert insert_schedule(given["plain"], schedule) == insert_schedule(given["plain"], schedule)


def _with(document: bytes, old: bytes, new: bytes, part: str = DOCUMENT) -> bytes:
    parts = parts_of(document)
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new, 1)})


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document '
REFUSED = {
    "not a document": (lambda _: b"%PDF-1.7", "not a Word document"),
    "the marker twice": (lambda h: _with(h, b"Host item 0", b"[[AI schedule]]"), "2 times"),
    "the marker inside a sentence": (lambda h: _with(h, b"[[AI schedule]]", b"Here: [[AI schedule]]"), "alone"),
    "the marker in a tracked change": (
        lambda h: _with(h, b"<w:r><w:t>[[AI", b'<w:ins w:id="1"><w:r><w:t/></w:r></w:ins><w:r><w:t>[[AI'), "alone",
    ),
    "entities": (lambda h: _with(h, b"<w:document ", BOMB), "entities"),
    "text that is no XML": (lambda h: _with(h, b"<w:body>", b"<w:body><w:p>"), "well-formed"),
    "macros": (lambda h: packed({**parts_of(h), "word/vbaProject.bin": b"x"}), "macros"),
    "a part outside": (lambda h: packed({**parts_of(h), "../x.xml": b"<x/>"}), "not allowed"),
    "Strict Open XML": (
        lambda h: _with(h, b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        b"http://purl.oclc.org/ooxml/wordprocessingml/main"), "unusual",
    ),
    "no text": (lambda h: packed({k: v for k, v in parts_of(h).items() if k != DOCUMENT}), "no text"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_host_that_cannot_take_it_is_refused_with_a_reason_and_a_cure(
    what: str, given: dict[str, bytes], schedule: Contract
) -> None:
    change, says = REFUSED[what]
    with pytest.raises(UsageError) as refused:
        insert_schedule(change(given["plain"]), schedule)
    assert says in str(refused.value)
    assert refused.value.hint


def test_a_schedule_goes_into_a_host_only_once(made: dict[str, bytes], schedule: Contract) -> None:
    with pytest.raises(UsageError, match="already"):
        insert_schedule(made["at-the-end"], _other_versions(schedule))


def test_an_agreement_of_its_own_goes_into_no_host(given: dict[str, bytes]) -> None:
    content = shipped()
    agreement = api.build(content, api.read_brief(api.example("event-listing-drafts"), content)).contract
    assert agreement is not None
    with pytest.raises(UsageError, match="AI schedule"):
        insert_schedule(given["plain"], agreement)
