"""Makes the base document that ships with the program: `python -m contract_builder.render.docx.make_base`.

python-docx lays it out and docxtpl heals the placeholders of its shell. It runs when the base
changes, never when a contract is built: a test makes it again and compares the bytes.
"""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from contract_builder.render.docx.base_parts import (
    DEFAULTS,
    FONTS,
    NAMESPACE,
    declared,
    numbering,
    settings,
)
from contract_builder.render.docx.package import BASE, STORED, pack
from contract_builder.render.docx.shell import MARKER
from contract_builder.render.docx.styles import (
    BUILT_IN,
    KEPT,
    STYLES,
    TABLE_STYLE,
    StyleSpec,
)

SHELL = (
    ("Title", "{{ title }}"),
    ("Subtitle", "{{ subject }}"),
    ("Cover Line", "Reference: {{ reference }}"),
    ("Cover Line", "Status: {{ status }}"),
    ("Normal", MARKER),
)
_DROPPED = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml", "word/webSettings.xml")
_W = NAMESPACE


def make() -> bytes:
    """The base document, the same bytes each time."""
    import docx
    from docx.oxml import parse_xml
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)
    _strip_styles(document)
    _defaults(document)
    for spec in STYLES:
        _declare(document, spec)
    for spec in STYLES:
        _style(document, spec)
    document.styles.element.append(parse_xml(declared(TABLE_STYLE)))
    _replaced(document.part.numbering_part.element, numbering())
    for style, text in SHELL:
        document.add_paragraph(text, style=style)
    _headers(section)
    _replaced(document.settings.element, settings())
    out = io.BytesIO()
    document.save(out)
    return pack(_clean(_healed(out.getvalue())), STORED)


def _strip_styles(document: Any) -> None:
    for element in list(document.styles.element):
        style = element.tag == f"{{{_W}}}style"
        if not (style and element.get(f"{{{_W}}}styleId") in KEPT) and not element.tag.endswith(
            "docDefaults"
        ):
            element.getparent().remove(element)


def _defaults(document: Any) -> None:
    from docx.oxml import parse_xml

    defaults = document.styles.element.find(f"{{{_W}}}docDefaults")
    defaults.getparent().replace(defaults, parse_xml(DEFAULTS))


def _declare(document: Any, spec: StyleSpec) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    if spec.name not in {s.name for s in document.styles}:
        kind = WD_STYLE_TYPE.CHARACTER if spec.character else WD_STYLE_TYPE.PARAGRAPH
        style = document.styles.add_style(spec.name, kind, builtin=spec.name in BUILT_IN)
        style.element.styleId = BUILT_IN.get(spec.name, style.style_id)


def _style(document: Any, spec: StyleSpec) -> None:
    from docx.oxml import parse_xml

    style = document.styles[spec.name]
    for tag in ("pPr", "rPr", "basedOn", "next", "link"):
        for old in style.element.findall(f"{{{_W}}}{tag}"):
            style.element.remove(old)
    style.base_style = document.styles[spec.based_on] if spec.based_on else None
    style.hidden, style.quick_style, style.unhide_when_used = False, True, False
    rpr = style.element.get_or_add_rPr()
    for child in spec.run_xml():
        rpr.append(parse_xml(declared(child)))
    if spec.character:
        return
    if spec.next:
        style.next_paragraph_style = document.styles[spec.next]
    ppr = style.element.get_or_add_pPr()
    for child in spec.paragraph_xml():
        ppr.append(parse_xml(declared(child)))


def _replaced(element: Any, children: Iterable[str]) -> None:
    """Give `element` these children and no others."""
    from docx.oxml import parse_xml

    for child in list(element):
        element.remove(child)
    for xml in children:
        element.append(parse_xml(xml))


def _headers(section: Any) -> None:
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    head = section.header.paragraphs[0]
    head.text, head.style = "{{ title }}", "Header"
    section.first_page_header.is_linked_to_previous = False
    for footer, words in (
        (section.footer, "{{ reference_line }}. {{ status }}\t"),
        (section.first_page_footer, "{{ library_line }}\t"),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.text, paragraph.style = words, "Footer"
        for kind, text in (("text", "Page "), ("PAGE", "1"), ("text", " of "), ("NUMPAGES", "1")):
            if kind == "text":
                paragraph.add_run(text)
            else:
                _field(paragraph, kind, text)


def _field(paragraph: Any, instruction: str, cached: str) -> None:
    from docx.oxml import parse_xml

    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{cached}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(declared(f"<w:r>{inner}</w:r>")))


def _healed(document: bytes) -> bytes:
    """Placeholders that an editor split over several runs, joined again: docxtpl's part of the work."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(document))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml" or name.startswith(("word/header", "word/footer")):
                data = template.patch_xml(data.decode()).encode()
            new.writestr(name, data)
    return out.getvalue()


def _clean(document: bytes) -> dict[str, bytes]:
    """The parts without the baggage of python-docx's default template."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    dropped = [n for n in parts if n in _DROPPED or n.startswith(("customXml/", "docProps/"))]
    for name in dropped:
        del parts[name]
    for name, data in parts.items():
        if name.endswith(".rels"):
            parts[name] = _without(data, "Relationship", "Target", dropped)
    parts["[Content_Types].xml"] = _without(parts["[Content_Types].xml"], "Override", "PartName", dropped)
    parts["word/fontTable.xml"] = FONTS.encode()
    for other in (b"Calibri", b"Cambria"):
        parts["word/theme/theme1.xml"] = parts["word/theme/theme1.xml"].replace(
            b'<a:latin typeface="%s"/>' % other, b'<a:latin typeface="Arial"/>'
        )
    return parts


def _without(data: bytes, tag: str, attribute: str, dropped: list[str]) -> bytes:
    from lxml import etree

    root = etree.fromstring(data)
    for child in list(root):
        target = (child.get(attribute) or "").lstrip("/").removeprefix("../")
        if child.tag.endswith(tag) and any(d.endswith(target) for d in dropped if target):
            root.remove(child)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


if __name__ == "__main__":
    Path(BASE).write_bytes(make())
