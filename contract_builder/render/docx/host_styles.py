"""Our styles in a document that is not ours: added at the end of its own, under names that it does not have."""

import re
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

from contract_builder.render.docx.styles import INK

PREFIX, TITLE = "AISchedule", "AI Schedule "
_STYLE = re.compile(r"<w:style\b.*?</w:style>", re.S)
_STYLE_ID = re.compile(r'w:styleId="([^"]*)"')
_NAME = re.compile(r'(<w:name w:val=")([^"]*)(")')
_REFERS = re.compile(r'<w:(basedOn|next|link) w:val="([^"]*)"/>')
_USED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")')
_NUM_ID = re.compile(r'(<w:numId w:val=")(\d+)(")')
_COLOUR = f'<w:color w:val="{INK}"/>'
BASE_TEXT = "Normal"
_OWN_TEXT = (
    '<w:pPr><w:keepNext w:val="0"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    '<w:spacing w:before="0" w:after="120" w:line="259" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
    '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:lang w:val="en-GB"/></w:rPr>'
)
"""What our plain text is, whatever the host's is; its font, size and colour are the host's."""


class HostStyles(NamedTuple):
    """The styles that a document has."""

    ids: frozenset[str]
    names: frozenset[str]
    """In small letters: Word takes no two names that differ in capitals only."""
    defaults: dict[str, str]
    """The default style of each type: paragraph, character, table."""
    end: int
    """Where a new one goes, in bytes."""


def styles_in(part: bytes) -> HostStyles:
    """The styles that the part with the styles holds."""
    ids: set[str] = set()
    names: set[str] = set()
    defaults: dict[str, str] = {}
    end = -1
    parser = ParserCreate()
    depth = 0

    def begin(tag: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if tag == "w:style":
            ids.add(given.get("w:styleId", ""))
            if given.get("w:default") in ("1", "true", "on"):
                defaults[given.get("w:type", "")] = given.get("w:styleId", "")
        elif tag == "w:name":
            names.add(given.get("w:val", "").lower())

    def close(tag: str) -> None:
        nonlocal depth, end
        depth -= 1
        if not depth:
            end = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = begin, close
    parser.Parse(part, True)
    return HostStyles(frozenset(ids), frozenset(names), defaults, end)


class Names(NamedTuple):
    """What our styles and lists are called in the host."""

    styles: dict[str, str]
    titles: str
    """What the names of the styles begin with."""
    lists: dict[int, int]
    """From the numbers of our lists to those in the host."""


def names_for(used: set[str], ours: dict[str, str], styles: HostStyles, first_list: int) -> Names:
    """Names that the host does not have, for the styles `used` and for our three lists, numbered from `first_list`."""
    wanted = _closure(used, ours)
    n = 1
    while True:
        mark = "" if n == 1 else str(n)
        ids = {id: f"{PREFIX}{mark}{id}" for id in wanted}
        titles = f"{TITLE}{mark} ".replace("  ", " ")
        if not styles.ids & set(ids.values()) and not any(
            name.startswith(titles.lower()) for name in styles.names
        ):
            break
        n += 1
    return Names(ids, titles, {k: first_list + k - 1 for k in (1, 2, 3)})


def _closure(used: set[str], ours: dict[str, str]) -> list[str]:
    found: dict[str, None] = {BASE_TEXT: None}
    waiting = sorted(used)
    while waiting:
        id = waiting.pop()
        if id in found or id not in ours:
            continue
        found[id] = None
        waiting += [name for _, name in _REFERS.findall(ours[id])]
    return [id for id in ours if (id in found and 'w:default="1"' not in ours[id]) or id == BASE_TEXT]


def styles_of(part: str) -> dict[str, str]:
    """The XML of each style in the part, by id."""
    return {match[1]: xml for xml in _STYLE.findall(part) if (match := _STYLE_ID.search(xml))}


def used_styles(body: str) -> set[str]:
    """The ids of the styles that `body` uses."""
    return {id for _, id, _ in _USED.findall(body)}


def new_styles(ours: dict[str, str], names: Names, host: HostStyles) -> str:
    """The XML of our styles for the host. Font, size of plain text and colour of headings are the host's own."""
    out: list[str] = []
    for id, new in names.styles.items():
        xml = ours[id].replace(f'w:styleId="{id}"', f'w:styleId="{new}"').replace(_COLOUR, "")
        xml = re.sub(r' w:default="1"', "", xml).replace("<w:rPr></w:rPr>", "")
        xml = re.sub(r"<w:rsid\b[^>]*/>", "", xml)
        if "w:customStyle" not in xml:
            xml = xml.replace("<w:style ", '<w:style w:customStyle="1" ', 1)
        xml = _NAME.sub(lambda m: f"{m[1]}{names.titles}{m[2]}{m[3]}", xml, count=1)
        xml = _REFERS.sub(lambda m: _referring(m[1], m[2], names, host), xml)
        xml = _NUM_ID.sub(lambda m: f"{m[1]}{names.lists.get(int(m[2]), m[2])}{m[3]}", xml)
        if id == BASE_TEXT:
            xml = _own_text(xml, host)
        out.append(xml)
    return "".join(out)


def _own_text(xml: str, host: HostStyles) -> str:
    default = host.defaults.get("paragraph", "")
    based = f'<w:basedOn w:val="{default}"/>' if default else ""
    head = xml[: xml.index("<w:qFormat/>")]
    return f"{head}{based}<w:qFormat/>{_OWN_TEXT}</w:style>"


def _referring(kind: str, id: str, names: Names, host: HostStyles) -> str:
    new = names.styles.get(id) or {
        "DefaultParagraphFont": host.defaults.get("character", ""),
        "TableNormal": host.defaults.get("table", ""),
    }.get(id, "")
    return f'<w:{kind} w:val="{new}"/>' if new else ""


def restyled(body: str, names: Names) -> str:
    """`body` with the names that our styles have in the host."""
    return _USED.sub(lambda m: f"{m[1]}{names.styles.get(m[2], m[2])}{m[3]}", body)
