"""Our lists in a document that is not ours: added at the end of its own, with numbers that it does not have."""

import hashlib
import re
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

from contract_builder.render.docx.base_parts import NAMESPACE
from contract_builder.render.docx.host_styles import Names, restyled

_ABSTRACT = re.compile(r"<w:abstractNum\b.*?</w:abstractNum>", re.S)


class HostLists(NamedTuple):
    """The lists that a document has."""

    abstracts: frozenset[int]
    numbers: frozenset[int]
    marks: frozenset[str]
    """What Word knows equal lists by."""
    before_numbers: int
    """Where a new abstract list goes, in bytes."""
    end: int
    """Where a new list goes, in bytes."""

    @property
    def free(self) -> int:
        """The lowest number from which on no list has one."""
        return max(self.numbers | self.abstracts | {0}) + 1


def lists_in(part: bytes) -> HostLists:
    """The lists that the part with the numbering holds."""
    abstracts: set[int] = set()
    numbers: set[int] = set()
    marks: set[str] = set()
    places = {"first": -1, "tail": -1, "end": -1}
    parser = ParserCreate()
    depth = 0

    def begin(tag: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if tag == "w:abstractNum":
            abstracts.add(int(given.get("w:abstractNumId", "0")))
        elif tag == "w:num":
            numbers.add(int(given.get("w:numId", "0")))
            if places["first"] < 0:
                places["first"] = parser.CurrentByteIndex
        elif tag == "w:nsid":
            marks.add(given.get("w:val", ""))
        elif tag == "w:numIdMacAtCleanup":
            places["tail"] = parser.CurrentByteIndex

    def close(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if not depth:
            places["end"] = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = begin, close
    parser.Parse(part, True)
    end = places["tail"] if places["tail"] >= 0 else places["end"]
    first = places["first"] if places["first"] >= 0 else end
    return HostLists(frozenset(abstracts), frozenset(numbers), frozenset(marks), first, end)


def new_lists(numbering: str, names: Names, host: HostLists) -> tuple[str, str]:
    """The XML of our abstract lists and lists for the host."""
    abstracts = [_abstract(n, xml, names, host) for n, xml in enumerate(_ABSTRACT.findall(numbering), 1)]
    numbers = [
        f'<w:num w:numId="{new}"><w:abstractNumId w:val="{new}"/></w:num>' for new in names.lists.values()
    ]
    return "".join(abstracts), "".join(numbers)


def _abstract(n: int, xml: str, names: Names, host: HostLists) -> str:
    """One of our abstract lists, with an id, marks and styles of the host; Word would join lists of one mark."""
    new = names.lists[n]
    for pattern, words in (
        (r'w:abstractNumId="\d+"', f'w:abstractNumId="{new}"'),
        (r'<w:nsid w:val="[^"]*"/>', f'<w:nsid w:val="{_mark(n, new, host)}"/>'),
        (r'<w:tmpl w:val="[^"]*"/>', f'<w:tmpl w:val="{_mark(n + 10, new, host)}"/>'),
        (r'<w:name w:val="[^"]*"/>', ""),
        (f' xmlns:w="{NAMESPACE}"', ""),
    ):
        xml = re.sub(pattern, words, xml, count=1)
    return restyled(xml, names)


def _mark(n: int, new: int, host: HostLists) -> str:
    """Eight hexadecimal digits that no list of the host has: Word takes lists with equal ones for one."""
    seed = f"ai-schedule {n} {new}"
    while (mark := hashlib.blake2s(seed.encode(), digest_size=4).hexdigest().upper()) in host.marks:
        seed += "+"
    return mark
