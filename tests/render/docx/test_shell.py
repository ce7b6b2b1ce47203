"""A base document is data: what is hostile in it is refused, and nothing in it ever runs."""

import io
import zipfile

import pytest
from msgspec.structs import replace

from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.package import BASE
from contract_builder.render.docx.shell import MARKER, NAMES
from tests.render.docx.word import packed, parts_of, root_of, text_of

DOCUMENT, HEADER, TYPES, RELS = "word/document.xml", "word/header1.xml", "[Content_Types].xml", "_rels/.rels"
PAYLOADS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ cycler }}",
    "{{ self.__init__ }}",
    "{{ title.__class__ }}",
    "{{ title|attr('format') }}",
    "{{ title|upper }}",
    "{{ 7*7 }}",
    "{{ 'a'*10**9 }}",
    "{{ 10**10**10 }}",
    "{{ range(10**9)|list }}",
    "{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}",
    "{% set x = 1 %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{%- raw -%}{{ title }}{% endraw %}",
    "{# a remark #}",
    "{{ titel }}",
    "{{ body }}",
    "{{",
    "}}",
    "{{ title }",
    "{{{{ title }}}}",
    "{{r title }}",
    "{{p title }}",
)


def with_parts(changes: dict[str, bytes | None]) -> bytes:
    """Our base document with parts changed, added, or (None) taken out."""
    parts = {**parts_of(BASE.read_bytes()), **changes}
    return packed({name: data for name, data in parts.items() if data is not None})


def with_text(old: str, new: str, part: str = DOCUMENT) -> bytes:
    """Our base document with other words in the text of a part."""
    text = parts_of(BASE.read_bytes())[part].decode()
    assert old in text
    escaped = new.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return with_parts({part: text.replace(old, escaped, 1).encode()})


def with_xml(old: str, new: str, part: str = DOCUMENT) -> bytes:
    text = parts_of(BASE.read_bytes())[part].decode()
    assert old in text
    return with_parts({part: text.replace(old, new, 1).encode()})


@pytest.mark.parametrize("part", [DOCUMENT, HEADER])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_only_a_name_may_stand_in_braces(payload: str, part: str, contract: Contract) -> None:
    with pytest.raises(UsageError, match=r"There is no value|may stand in braces"):
        render_docx(contract, with_text("{{ title }}", payload, part))


def test_a_misspelt_name_is_told_what_was_meant(contract: Contract) -> None:
    with pytest.raises(UsageError, match=r"There is no value 'titel'\. Did you mean title\?"):
        render_docx(contract, with_text("{{ title }}", "{{ titel }}"))


def test_everything_that_is_wrong_is_said_at_once(contract: Contract) -> None:
    document = with_text("{{ title }}", "{{ one }} {{ two }} {% if %}")
    with pytest.raises(UsageError, match=r"'one'.*'two'.*\{%"):
        render_docx(contract, document)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_used_anywhere_in_the_text(name: str, contract: Contract) -> None:
    text = text_of(
        root_of(render_docx(contract, with_text("{{ title }}", f"before {{{{{name}}}}} after")), DOCUMENT)
    )
    assert text.startswith("before ")
    assert "{{" not in text.split(" after")[0] or name == "subject"


def test_a_text_without_preserved_spaces_keeps_those_of_a_value(contract: Contract) -> None:
    plain = with_xml('<w:t xml:space="preserve">{{ title }}', "<w:t>{{ title }}")
    named = replace(contract, identity=replace(contract.identity, title=" two  spaces "))
    parts = parts_of(render_docx(named, plain))
    assert b'<w:t xml:space="preserve"> two  spaces </w:t>' in parts[DOCUMENT]


@pytest.mark.parametrize(
    "xml",
    [
        '<w:fldSimple w:instr=" INCLUDETEXT {{ title }} "/>',
        "<w:r><w:instrText> INCLUDETEXT {{ title }} </w:instrText></w:r>",
        '<w:hyperlink w:anchor="{{ title }}"/>',
    ],
)
def test_a_value_reaches_no_field_and_no_attribute(xml: str, contract: Contract) -> None:
    with pytest.raises(UsageError, match=r"does not stand in the text|may fetch or run"):
        render_docx(contract, with_xml("<w:r><w:t", f"{xml}<w:r><w:t"))


@pytest.mark.parametrize(
    "words", ["", f"{MARKER}{MARKER}", f"{MARKER} and more", f"before {MARKER}", "@@body@@", "{{ title }}"]
)
def test_the_marker_must_stand_once_and_alone(words: str, contract: Contract) -> None:
    with pytest.raises(UsageError, match=MARKER):
        render_docx(contract, with_text(MARKER, words))


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "{0}{0}",
    ],
)
def test_the_marker_must_stand_in_the_body_itself(wrap: str, contract: Contract) -> None:
    paragraph = f"<w:p><w:pPr/><w:r><w:t>{MARKER}</w:t></w:r></w:p>"
    with pytest.raises(UsageError, match=MARKER):
        render_docx(contract, with_xml(paragraph, wrap.format(paragraph)))


def test_a_section_that_ends_at_the_marker_is_not_lost_in_silence(contract: Contract) -> None:
    with pytest.raises(UsageError, match="ends no section"):
        render_docx(contract, with_xml("<w:pPr/><w:r><w:t>@@", "<w:pPr><w:sectPr/></w:pPr><w:r><w:t>@@"))


def test_a_marker_that_word_split_into_runs_is_found(contract: Contract, document: bytes) -> None:
    split = with_xml(
        "<w:t>@@BODY@@</w:t>", '<w:t>@@BO</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>DY@@</w:t>'
    )
    assert parts_of(render_docx(contract, split, date="2026-11-24")) == parts_of(document)


def test_the_text_around_the_marker_stays(contract: Contract) -> None:
    after = with_xml("<w:sectPr", "<w:p><w:r><w:t>The end of {{ title }}</w:t></w:r></w:p><w:sectPr")
    named = replace(contract, identity=replace(contract.identity, title="@@BODY@@ <&>"))
    text = text_of(root_of(render_docx(named, after)))
    assert text.startswith("@@BODY@@ <&>")
    assert text.endswith("The end of @@BODY@@ <&>")


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "no zip": b"PK\x03\x04 and no more",
    "a zip of something else": packed({"a.txt": b"a"}),
    "no document": with_parts({DOCUMENT: None}),
    "no styles": with_parts({"word/styles.xml": None}),
    "no lists": with_parts({"word/numbering.xml": None}),
    "no content types": with_parts({TYPES: None}),
    "broken XML": with_parts({DOCUMENT: b"<w:document>"}),
    "broken styles": with_parts({"word/styles.xml": b"<w:styles"}),
    "UTF-16": with_parts({HEADER: '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")}),
    "not UTF-8": with_parts({HEADER: b"<a>\xff</a>"}),
    "an entity": with_xml("<w:document ", '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document '),
    "an entity in a fixed part": with_xml("<w:styles ", "<!DOCTYPE w:styles []><w:styles ", "word/styles.xml"),
    "macros": with_parts({"word/vbaProject.bin": b"x"}),
    "a type with macros": with_xml(
        "wordprocessingml.document.main+xml", "wordprocessingml.document.macroEnabled.main+xml", TYPES),
    "a template from elsewhere": with_xml(
        "</Relationships>",
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="https://example.com/t.dotm" TargetMode="External"/></Relationships>', "word/_rels/document.xml.rels"),
    "a style that is missing": with_xml('w:styleId="ClauseLevel2"', 'w:styleId="Other"', "word/styles.xml"),
    "another prefix for the names": with_parts(
        {DOCUMENT: parts_of(BASE.read_bytes())[DOCUMENT].replace(b"w:", b"x:").replace(b"xmlns:x=", b"xmlns:w=\"u\" xmlns:x=")}),
    "strange content types": with_parts({TYPES: b'<t:Types xmlns:t="u"></t:Types>'}),
}  # fmt: skip


@pytest.mark.parametrize("document", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_cannot_be_used_is_refused_with_words_and_no_traceback(
    document: bytes, contract: Contract
) -> None:
    with pytest.raises(UsageError) as refused:
        render_docx(contract, document)
    assert len(str(refused.value)) > 20


def test_a_file_that_grows_without_end_is_refused_unread(contract: Contract) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(11):
            archive.writestr(f"word/{n}.xml", b" " * 10_000_000)
    with pytest.raises(UsageError, match="too large"):
        render_docx(contract, out.getvalue())


def test_a_file_of_very_many_parts_is_refused_unread(contract: Contract) -> None:
    with pytest.raises(UsageError, match="too large"):
        render_docx(contract, packed({f"{n}.xml": b"" for n in range(1001)}))


def test_two_parts_of_one_name_are_refused(contract: Contract) -> None:
    out = io.BytesIO(BASE.read_bytes())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, b"<other/>")
    with pytest.raises(UsageError, match="two parts of one name"):
        render_docx(contract, out.getvalue())


def test_a_part_that_is_not_what_the_zip_says_is_refused(contract: Contract) -> None:
    data = BASE.read_bytes().replace(b"@@BODY@@", b"@@BODY@!", 1)
    with pytest.raises(UsageError, match="CRC"):
        render_docx(contract, data)


def test_properties_that_the_base_document_brings_give_way_to_ours(
    contract: Contract, document: bytes
) -> None:
    made_by_word = with_parts({
        "docProps/core.xml": b"<secret/>",
        TYPES: parts_of(BASE.read_bytes())[TYPES].replace(
            b"</Types>", b'<Override PartName="/docProps/core.xml" ContentType="a/b"/></Types>'),
        RELS: parts_of(BASE.read_bytes())[RELS].replace(
            b"</Relationships>", b'<Relationship Id="rId7" Type="a" Target="docProps/core.xml"/></Relationships>'),
    })  # fmt: skip
    assert parts_of(render_docx(contract, made_by_word, date="2026-11-24")) == parts_of(document)


def test_a_link_to_the_council_in_the_footer_is_no_harm(contract: Contract) -> None:
    link = (
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://example.gov.uk" TargetMode="External"/></Relationships>'
    )
    assert render_docx(contract, with_xml("</Relationships>", link, "word/_rels/document.xml.rels"))
