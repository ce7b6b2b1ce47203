"""What a part of a document says, as one digest that stays while nobody changes its words.

Numbers that lists count, and the numbers that references show, are left out: they change when another clause goes.
References count by the bookmark that they point at.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.render.docx.fields import identity_name
from contract_builder.render.docx.reading import REFERENCE

_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
_LEVEL = re.compile(r"(?:Clause|Schedule|Definition)Level(\d)")
_TOKEN = re.compile(
    r'<w:t xml:space="preserve">([^<]*)</w:t>|<w:(?:br|tab|cr)/>|<w:instrText xml:space="preserve"> REF (\w+)'
    r'|<w:fldChar w:fldCharType="end"/>'
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#13;", " "), ("&amp;", "&"))


MarkKind: TypeAlias = Literal["clause", "schedule", "part", "frame"]


CONTENTS = "contents"
"""The frame part that holds the lines of the contents table."""


class Mark(Frozen, frozen=True):
    """A part of a document that can be found again, and what it said when it was made."""

    kind: MarkKind
    """"clause", "schedule" or "part"; "frame" for what no bookmark surrounds."""
    id: str
    version: str
    """"" for what has no version of its own."""
    digest: str
    """SHA-256 of its words."""

    @property
    def name(self) -> str:
        """The hidden bookmark around it."""
        return identity_name(self.kind, self.id, self.version)


def line(style: str, words: str) -> str:
    """One paragraph as digests take it: how deep it is numbered, and its words."""
    level = _LEVEL.fullmatch(style)
    return f"{level[1] if level else ''}\t{words}"


def digest_of(lines: Iterable[str]) -> str:
    """SHA-256 of `lines`."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def lines_of_xml(xml: str) -> Iterator[str]:
    """The lines of paragraphs that `body` wrote; empty ones left out. Much quicker than to parse them."""
    for paragraph in xml.split("</w:p>"):
        style = _STYLE.search(paragraph)
        if style is not None and (words := _words(paragraph)):
            yield line(style[1], words)


def _words(paragraph: str) -> str:
    out: list[str] = []
    in_result = False
    for token in _TOKEN.finditer(paragraph):
        text, bookmark = token.groups()
        if bookmark:
            out.append(f"{REFERENCE}{bookmark}{REFERENCE}")
            in_result = True
        elif text is not None:
            if not in_result:
                out.append(text)
        elif "fldChar" in token[0]:
            in_result = False
        else:
            out.append(" ")
    words = "".join(out)
    if "&" in words:
        for entity, sign in _ENTITIES:
            words = words.replace(entity, sign)
    return " ".join(words.split())
