"""The parts of the base document that python-docx has no words for: defaults, lists, settings, fonts."""

import re
from collections.abc import Iterator

from contract_builder.render.docx.styles import LISTS, ListLevel

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LEVELS = 9


def declared(xml: str) -> str:
    """`xml`, one element, with the prefix `w` declared on it."""
    return re.sub(r"(<w:\w+)", rf'\1 xmlns:w="{NAMESPACE}"', xml, count=1)


DEFAULTS = declared(
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
FONTS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + declared(
    '<w:fonts><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_WORD_2013 = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
"""What Word 2013 and later write into their own files; without it they lay a file out as an older Word."""


def settings() -> Iterator[str]:
    """The children of `w:settings`, in the order of the schema."""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _WORD_2013.items()
    )
    yield declared('<w:zoom w:percent="100"/>')
    yield declared('<w:defaultTabStop w:val="720"/>')
    yield declared('<w:characterSpacingControl w:val="doNotCompress"/>')
    yield declared(f"<w:compat>{modes}</w:compat>")
    yield declared('<w:themeFontLang w:val="en-GB"/>')
    yield declared('<w:decimalSymbol w:val="."/>')
    yield declared('<w:listSeparator w:val=","/>')


def numbering() -> Iterator[str]:
    """The children of `w:numbering`: the abstract lists, then the lists, as Word needs them."""
    for list_id, (name, levels) in enumerate(LISTS.items(), 1):
        inner = "".join(_level(n, level) for n, level in enumerate(levels))
        inner += "".join(_deeper(n) for n in range(len(levels), _LEVELS))
        yield declared(
            f'<w:abstractNum w:abstractNumId="{list_id}"><w:nsid w:val="4C45474{list_id}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="4C45475{list_id}"/>'
            f'<w:name w:val="{name}"/>{inner}</w:abstractNum>'
        )
    for list_id in range(1, len(LISTS) + 1):
        yield declared(f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>')


def _level(n: int, level: ListLevel) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if level.bold else '<w:rPr><w:b w:val="0"/><w:i w:val="0"/></w:rPr>'
    suffix = f'<w:suff w:val="{level.suffix}"/>' if level.suffix else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{level.style}"/>{suffix}<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr>{bold}</w:lvl>'
    )


def _deeper(n: int) -> str:
    """A level that we never use, so that Word has one when somebody indents too far."""
    left = 567 * n + 153
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="(%{n + 1})"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
    )
