"""The styles and lists of the base document, and the names that the writer uses for them."""

from collections.abc import Iterator

from contract_builder.model.base import Frozen

INK = "12324A"
"""Headings: dark blue on white, contrast above 12 to 1."""

KEPT = {
    "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "Footer", "Title", "Subtitle",
    "Heading1", "Heading2",
}  # fmt: skip
"""What stays of python-docx's default template."""


BUILT_IN = {
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "TOC Heading": "TOCHeading",
    "Placeholder Text": "PlaceholderText",
}
"""Styles that Word knows by name, and their ids."""


class ListLevel(Frozen, frozen=True):
    """One level of a multilevel list, bound to a paragraph style. Indents in twentieths of a point."""

    style: str
    format: str
    text: str
    left: int
    hanging: int
    bold: bool = False
    suffix: str = ""


class StyleSpec(Frozen, frozen=True):
    """One style. Sizes in points, spaces and indents in twentieths of a point."""

    name: str
    based_on: str = "Normal"
    next: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: int | None = None
    after: int | None = None
    line: int | None = None
    """Between lines, in 240ths of a line; None for that of the document."""
    close: bool = False
    """No space between paragraphs of this style."""
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    list: tuple[int, int] | None = None
    """Number of the list in LISTS, counted from 1, and level, counted from 0."""
    outline: int | None = None
    keep_next: bool = False
    page_break: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    border: tuple[str, ...] = ()
    """The sides that have a line."""
    character: bool = False

    def run_xml(self) -> Iterator[str]:
        """The children of `w:rPr` in the order of the schema; the second of a pair is for Arabic and Hebrew."""
        if self.bold:
            yield from ("<w:b/>", "<w:bCs/>")
        if self.colour:
            yield f'<w:color w:val="{self.colour}"/>'
        if self.size:
            yield from (
                f'<w:sz w:val="{round(self.size * 2)}"/>',
                f'<w:szCs w:val="{round(self.size * 2)}"/>',
            )

    def paragraph_xml(self) -> Iterator[str]:
        """The children of `w:pPr` in the order of the schema."""
        if self.keep_next:
            yield "<w:keepNext/>"
        if self.page_break:
            yield "<w:pageBreakBefore/>"
        if self.list is not None:
            number, level = self.list
            inner = f'<w:ilvl w:val="{level}"/>' if level else ""
            yield f'<w:numPr>{inner}<w:numId w:val="{number}"/></w:numPr>'
        if self.border:
            sides = "".join(
                f'<w:{s} w:val="single" w:sz="8" w:space="6" w:color="{INK}"/>' for s in self.border
            )
            yield f"<w:pBdr>{sides}</w:pBdr>"
        if self.tabs:
            stops = "".join(
                f'<w:tab w:val="{kind.removesuffix(" dots")}"{_leader(kind)} w:pos="{at}"/>'
                for kind, at in self.tabs
            )
            yield f"<w:tabs>{stops}</w:tabs>"
        if (self.before, self.after, self.line) != (None, None, None):
            rule = "" if self.line is None else ' w:lineRule="auto"'
            yield f"<w:spacing {_measures(before=self.before, after=self.after, line=self.line)}{rule}/>"
        if (self.left, self.right, self.hanging) != (None, None, None):
            yield f"<w:ind {_measures(left=self.left, right=self.right, hanging=self.hanging)}/>"
        if self.close:
            yield "<w:contextualSpacing/>"
        if self.outline is not None:
            yield f'<w:outlineLvl w:val="{self.outline}"/>'


def _measures(**measures: int | None) -> str:
    return " ".join(f'w:{name}="{value}"' for name, value in measures.items() if value is not None)


def _leader(kind: str) -> str:
    return ' w:leader="dot"' if kind.endswith(" dots") else ""


CLAUSES, SCHEDULES, DEFINITIONS = 1, 2, 3
LISTS: dict[str, tuple[ListLevel, ...]] = {
    "Clauses": (
        ListLevel("Heading2", "decimal", "%1.", 720, 720, bold=True),
        ListLevel("ClauseLevel1", "decimal", "%1.%2", 720, 720),
        ListLevel("ClauseLevel2", "lowerLetter", "(%3)", 1287, 567),
        ListLevel("ClauseLevel3", "lowerRoman", "(%4)", 1854, 567),
    ),
    "Schedules": (
        ListLevel("ScheduleHeading", "decimal", "Schedule %1", 0, 0, bold=True, suffix="space"),
        ListLevel("ScheduleLevel1", "decimal", "%2.", 720, 720),
        ListLevel("ScheduleLevel2", "lowerLetter", "(%3)", 1287, 567),
        ListLevel("ScheduleLevel3", "lowerRoman", "(%4)", 1854, 567),
    ),
    "Definitions": (
        # Counted but not printed, so that each definition's list begins again at (a).
        ListLevel("Definition", "none", "", 0, 0, suffix="nothing"),
        ListLevel("DefinitionLevel1", "lowerLetter", "(%2)", 567, 567),
        ListLevel("DefinitionLevel2", "lowerRoman", "(%3)", 1134, 567),
    ),
}

RIGHT_EDGE = 9071
"""The width of the text on A4 between margins of 2.5 cm, in twentieths of a point."""
_PAGE_NUMBER = ("right dots", RIGHT_EDGE)

STYLES = (
    StyleSpec("Normal", based_on=""),
    StyleSpec("Title", size=30, bold=True, colour=INK, before=2600, after=160),
    StyleSpec("Subtitle", size=16, colour=INK, after=480, border=("bottom",)),
    StyleSpec("Cover Line", after=60),
    StyleSpec("Party Lead", before=360, after=60, keep_next=True),
    StyleSpec("Party", size=14, after=60),
    StyleSpec("Notice", before=1200, after=0, left=140, right=140, border=("top", "left", "bottom", "right")),
    StyleSpec("Heading 1", next="Normal", size=18, bold=True, colour=INK, before=0, after=240, outline=0, keep_next=True),
    StyleSpec(
        "Heading 2", next="Clause Level 1", size=12.5, bold=True, colour=INK, before=320, after=120,
        list=(CLAUSES, 0), outline=1, keep_next=True,
    ),
    StyleSpec("TOC Heading", size=18, bold=True, colour=INK, before=0, after=240, keep_next=True, page_break=True),
    StyleSpec(
        "toc 1", size=10, bold=True, before=100, after=40, line=240, close=True, right=567, tabs=(_PAGE_NUMBER,)
    ),
    StyleSpec(
        "toc 2", size=10, after=0, line=240, left=567, right=567, hanging=567,
        tabs=(("left", 567), _PAGE_NUMBER),
    ),
    StyleSpec("Clause Level 1", list=(CLAUSES, 1)),
    StyleSpec("Clause Level 2", list=(CLAUSES, 2), after=80),
    StyleSpec("Clause Level 3", list=(CLAUSES, 3), after=80),
    StyleSpec("Clause Text", left=720),
    StyleSpec(
        "Schedule Heading", based_on="Heading 1", next="Schedule Level 1", size=15, after=180, list=(SCHEDULES, 0),
        outline=0, page_break=True,
    ),
    StyleSpec("Schedule Level 1", list=(SCHEDULES, 1)),
    StyleSpec("Schedule Level 2", list=(SCHEDULES, 2), after=80),
    StyleSpec("Schedule Level 3", list=(SCHEDULES, 3), after=80),
    StyleSpec("Schedule Text"),
    StyleSpec("Definition", list=(DEFINITIONS, 0)),
    StyleSpec("Definition Level 1", list=(DEFINITIONS, 1), after=80),
    StyleSpec("Definition Level 2", list=(DEFINITIONS, 2), after=80),
    StyleSpec("Definition Text"),
    StyleSpec("Table Title", bold=True, colour=INK, before=240, after=80, keep_next=True),
    StyleSpec("Table Text", size=10, before=20, after=20, line=240),
    StyleSpec("Table Small", based_on="Table Text", size=8, before=20, after=20, line=240),
    StyleSpec("Table Head", based_on="Table Text", bold=True, keep_next=True),
    StyleSpec("Signature Words", before=360, after=160, keep_next=True),
    StyleSpec("Signing Text", based_on="Table Text", keep_next=True),
    StyleSpec("Header", size=9, colour="404040", after=0),
    StyleSpec("Footer", size=9, colour="404040", after=0, tabs=(("right", RIGHT_EDGE),)),
    StyleSpec("Placeholder Text", based_on="Default Paragraph Font", colour="8A1C1C", character=True),
    StyleSpec("Defined Term", based_on="Default Paragraph Font", bold=True, character=True),
)  # fmt: skip

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
TABLE_STYLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="ContractTable"><w:name w:val="Contract Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7B8A95"/>' for side in _SIDES)
    + '</w:tblBorders><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="E6ECF0"/></w:tcPr></w:tblStylePr></w:style>'
)
"""Every table: thin grey lines, a shaded first row. Namespaces are those of the styles part."""

STYLE_IDS = frozenset({*(BUILT_IN.get(s.name, s.name.replace(" ", "")) for s in STYLES), "ContractTable"})
"""What a base document must have."""
