"""A search through all of a Word package: every part, name, attribute and property, and what is packed inside it."""

import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

_IN_A_WORD = re.compile(r"[\w-]")


def normal(text: str) -> str:
    """`text` in small letters, with single spaces and plain quotation marks."""
    plain = text.translate(str.maketrans("’‘“”\u00a0\u2011", "''\"\" -"))
    return " ".join(plain.split()).casefold()


def haystack(package: bytes) -> str:
    """Everything that the zip archive `package` says, in any place and shape."""
    return "\n".join(dict.fromkeys(normal(words) for words in _archive(package, 0)))


def _archive(data: bytes, depth: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment.decode("latin-1")
        for member in archive.infolist():
            yield member.filename
            yield member.comment.decode("latin-1") + member.extra.decode("latin-1")
            yield from _part(archive.read(member), depth)


def _part(data: bytes, depth: int) -> Iterator[str]:
    """The part as text, as XML, and as an archive or a deflated stream where it is one."""
    yield data.decode("utf-8", "replace")
    if b"\0" in data:
        yield from (data.decode("utf-16-le", "ignore"), data[1:].decode("utf-16-le", "ignore"))
    if depth < 3:
        if zipfile.is_zipfile(io.BytesIO(data)):
            yield from _archive(data, depth + 1)
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS, 16 + zlib.MAX_WBITS):
            with contextlib.suppress(zlib.error):
                yield from _part(zlib.decompressobj(bits).decompress(data), depth + 1)
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return
    yield from _xml(root)


def _xml(root: "etree._Element") -> Iterator[str]:
    """Names, attributes and comments; the words of each paragraph joined over its runs, and all words in a row."""
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element.tag
            yield from element.attrib.values()
            if element.tag.endswith("}p"):
                yield "".join(element.itertext())
        elif element.text:
            yield element.text
    yield "".join(root.itertext())
    yield " ".join(root.itertext())


def found(needle: str, hay: str) -> bool:
    """Whether `needle` stands in `hay`, which `haystack` made, as whole words: `non-ai-fallback` is one."""
    words = normal(needle).strip(" .;:!?")
    assert words
    at = hay.find(words)
    while at >= 0:
        around = hay[at - 1 : at] + hay[at + len(words) : at + len(words) + 1]
        if not _IN_A_WORD.search(around):
            return True
        at = hay.find(words, at + 1)
    return False


def alone(needle: str, hay: str) -> bool:
    """Whether `needle` is all that some attribute, element or line in `hay` says, or is called a position there."""
    words = normal(needle)
    called = (f"{words} position", f"position: {words}", f'position": "{words}')
    return f"\n{words}\n" in hay or any(found(call, hay) for call in called)
