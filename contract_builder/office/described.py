"""What a PDF says of itself in its XMP metadata, put right: LibreOffice 7.4 escapes the signs of XML there twice.

A window that shows the title then shows "Smith &amp; Co". The metadata are plain text in the file, with spaces
left over behind them, so the words are put right without moving another byte.
"""

import re
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape, unescape

from contract_builder.render.docx.package import unpack

_CORE = "docProps/core.xml"
_PACKET = re.compile(rb"<\?xpacket begin=.{1,20000}?<\?xpacket end=", re.S)
_WORDS = re.compile(r">([^<>]*&amp;[^<>]*)<")
_SIGNS = {"&quot;": '"', "&apos;": "'"}


def described(pdf: bytes, document: bytes) -> bytes:
    """`pdf`, made from the .docx file `document`, with the words of its properties as they are there; as long as before."""
    wanted = _properties(unpack(document).get(_CORE, b""))
    return _PACKET.sub(lambda found: _packet(found[0], wanted), pdf)


def _packet(packet: bytes, wanted: set[str]) -> bytes:
    try:
        text = packet.decode()
    except UnicodeDecodeError:
        return packet
    words = _WORDS.sub(lambda found: f">{_once(found[1], wanted)}<", text).encode()
    end = words.rindex(b"<?xpacket end=")
    return words[:end] + b" " * (len(packet) - len(words)) + words[end:]


def _once(raw: str, wanted: set[str]) -> str:
    """`raw`, escaped once where it was escaped twice; only what comes out as a property is touched."""
    once = _plain(raw)
    twice = _plain(once)
    return escape(twice) if once not in wanted and twice in wanted else raw


def _plain(words: str) -> str:
    return unescape(words, _SIGNS)


def _properties(core: bytes) -> set[str]:
    """The words of each property; none if the part cannot be read."""
    found: set[str] = set()
    now: list[str] = []

    def ended(_: str) -> None:
        found.add("".join(now))
        now.clear()

    parser = ParserCreate()
    parser.StartElementHandler = lambda *_: now.clear()
    parser.CharacterDataHandler = now.append
    parser.EndElementHandler = ended
    if b"<!DOCTYPE" in core:
        return set()
    try:
        parser.Parse(core, True)
    except ExpatError:
        return set()
    return found
