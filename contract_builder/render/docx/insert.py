"""An AI schedule inside the Word document of its host, which is otherwise left exactly as it is.

The schedule stands between two cuts in the host's text; our styles and lists are added behind the host's
own, under names that it does not have. No other part of the host is touched, or even read.
"""

import posixpath
import re
from functools import partial
from xml.parsers.expat import ParserCreate

from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract
from contract_builder.render.docx import host_lists, host_styles, hostile
from contract_builder.render.docx.body import Body
from contract_builder.render.docx.document import shipped_base, well_formed
from contract_builder.render.docx.fields import identity_name
from contract_builder.render.docx.host_before import begins_here
from contract_builder.render.docx.host_document import HostDocument, read_host
from contract_builder.render.docx.numbers import as_annexes
from contract_builder.render.docx.package import COMPRESSION, pack, unpack
from contract_builder.render.docx.styles import RIGHT_EDGE

MARKER = "[[AI schedule]]"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN_TYPE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES, _RELS = "[Content_Types].xml", "_rels/.rels"
_BOOKMARK_ID = re.compile(r'(<w:bookmark(?:Start|End) w:id=")(\d+)(")')
_BOOKMARK = re.compile(r'(<w:bookmarkStart w:id="\d+" w:name=")([^"]*)(")')
_REFERENCE = re.compile(r"( REF )(\S+)( )")
_CONTROL = re.compile(r'(<w:id w:val=")(\d+)(")')
_WIDTH = re.compile(r'(<w:(?:tblW|gridCol|tcW) w:w=")(\d+)(")')


def insert_schedule(host_docx: bytes, contract: Contract, marker: str = MARKER) -> bytes:
    """`host_docx` with the AI schedule `contract` in it: where a paragraph says `marker`, or else at the end.

    Every other byte of its text and every other part stays as it is, but for the styles and lists that the
    schedule needs, which are added. The host is not trusted: what is in it is carried on and never run.
    Raises UsageError if `contract` is an agreement of its own, or the host cannot take the schedule.
    """
    if contract.host is None:
        raise UsageError(
            "Only an AI schedule can be put into another document.",
            "Write `shape: ai-schedule` in the brief.",
        )
    parts = unpack(host_docx)
    main = _checked(parts)
    place = read_host(parts[main], marker)
    links = posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels")
    made = dict(parts)
    styles = _part(made, main, links, "styles", f'<w:styles xmlns:w="{_MAIN_TYPE}"></w:styles>')
    lists = _part(made, main, links, "numbering", f'<w:numbering xmlns:w="{_MAIN_TYPE}"></w:numbering>')
    for name in (styles, lists):
        _refuse(hostile.size_faults(name, made[name]))
    body = _Insertion(contract, place, contract.host.first_paragraph, begins_here(place.before, made[styles]))
    made[main], made[styles], made[lists] = body.put_into(parts[main], made[styles], made[lists])
    for name in (main, styles, lists, links, _TYPES):
        if made.get(name) != parts.get(name):
            well_formed(name, made[name])
    return pack(made, COMPRESSION)


class _Insertion:
    """A schedule on its way into one host."""

    def __init__(self, contract: Contract, place: HostDocument, first: int, here: bool) -> None:
        """`here` begins it on the page of what stands before it, and not on a new one."""
        self.place, self.first = place, first
        self.xml = _fitting(Body(contract, inserted="here" if here else "new page").write(), place, contract)

    def put_into(self, document: bytes, styles: bytes, lists: bytes) -> tuple[bytes, bytes, bytes]:
        """The main part, the styles and the lists of the host, with ours."""
        base = unpack(shipped_base())
        ours = host_styles.styles_of(base["word/styles.xml"].decode())
        numbering = as_annexes(base["word/numbering.xml"], self.first).decode()
        have, counted = host_styles.styles_in(styles), host_lists.lists_in(lists)
        used = host_styles.used_styles(self.xml) | host_styles.used_styles(numbering)
        names = host_styles.names_for(used, ours, have, counted.free)
        abstracts, numbers = host_lists.new_lists(numbering, names, counted)
        text = host_styles.restyled(self.xml, names).encode()
        new = host_styles.new_styles(ours, names, have).encode()
        at, end, first = have.end, counted.end, counted.before_numbers
        return (
            document[: self.place.start] + text + document[self.place.end :],
            styles[:at] + new + styles[at:],
            lists[:first] + abstracts.encode() + lists[first:end] + numbers.encode() + lists[end:],
        )


def _fitting(body: str, place: HostDocument, contract: Contract) -> str:
    """`body` with ids and names that the host does not have, and tables no wider than its text."""
    clauses = {identity_name("clause", c.id, c.version) for c in contract.clauses}
    if clauses & place.bookmarks:
        raise UsageError(
            "The host document holds clauses of this schedule already.",
            "Put the schedule into a copy of the host that does not have it yet.",
        )
    ours = {name for _, name, _ in _BOOKMARK.findall(body)}
    renamed = {name: _free(name, place.bookmarks | ours) for name in ours & place.bookmarks}
    offset = place.highest_id + 1
    body = _BOOKMARK_ID.sub(lambda m: f"{m[1]}{int(m[2]) + offset}{m[3]}", body)
    for pattern in (_BOOKMARK, _REFERENCE):
        body = pattern.sub(lambda m: m[1] + renamed.get(m[2], m[2]) + m[3], body)
    body = _CONTROL.sub(partial(_control, place.controls), body)
    if place.text_width < RIGHT_EDGE:
        body = _WIDTH.sub(lambda m: f"{m[1]}{int(m[2]) * place.text_width // RIGHT_EDGE}{m[3]}", body)
    return body


def _free(name: str, taken: frozenset[str] | set[str]) -> str:
    n = 2
    while f"{name}_{n}" in taken:
        n += 1
    return f"{name}_{n}"


def _control(taken: frozenset[int], match: re.Match[str]) -> str:
    id = int(match[2])
    while id in taken:
        id = id % 0x7FFFFFFF + 1
    return f"{match[1]}{id}{match[3]}"


def _checked(parts: dict[str, bytes]) -> str:
    """The name of the main part. Raises UsageError if the package is none that we can add to."""
    faults: list[str] = []
    for name in parts:
        if name.startswith("/") or ".." in name.split("/") or "\\" in name:
            faults.append(f"A part has a name that is not allowed, {name!a}.")
        elif "vbaproject" in name.lower():
            faults.append(f"It holds macros ({name}).")
    for name in (_TYPES, _RELS):
        if name not in parts:
            faults.append(f"It has no part {name}.")
        else:
            faults += hostile.size_faults(name, parts[name])
    _refuse(faults)
    main = next((target for kind, target in _links(parts[_RELS]) if kind == "officeDocument"), "")
    main = main.lstrip("/")
    if main not in parts or not main.endswith(".xml"):
        raise UsageError("The host document has no text.", "Save it again from Word as a .docx file.")
    _refuse(hostile.size_faults(main, parts[main]))
    return main


def _refuse(faults: list[str]) -> None:
    if faults:
        raise UsageError(
            "The host document cannot be used: " + " ".join(faults[:20]),
            "Save it again from Word as a .docx file.",
        )


def _links(rels: bytes) -> list[tuple[str, str]]:
    """The last word of the type, and the target, of each relationship inside the package."""
    found: list[tuple[str, str]] = []

    def begin(tag: str, given: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship" and given.get("TargetMode", "Internal") == "Internal":
            found.append((given.get("Type", "").rpartition("/")[2], given.get("Target", "")))

    parser = ParserCreate()
    parser.StartElementHandler = begin
    parser.Parse(rels, True)
    return found


def _part(parts: dict[str, bytes], main: str, links: str, kind: str, empty: str) -> str:
    """The name of the part of `kind` that the main part links to; a new one, with its link and type, if there is none."""
    folder = posixpath.dirname(main)
    rels = parts.get(links)
    if rels is None:
        rels = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
            b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        )
    _refuse(hostile.size_faults(links, rels))
    for found, target in _links(rels):
        name = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        if found == kind and name in parts:
            return name
    name = posixpath.join(folder, f"ai-schedule-{kind}.xml")
    id_ = f"rIdAISchedule{kind.capitalize()}"
    link = f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{posixpath.basename(name)}"/>'
    told = f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}+xml"/>'
    parts[links] = _before_end(rels, link, "Relationships")
    parts[_TYPES] = _before_end(parts[_TYPES], told, "Types")
    parts[name] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{empty}'.encode()
    return name


def _before_end(xml: bytes, more: str, root: str) -> bytes:
    end = f"</{root}>".encode()
    at = xml.rfind(end)
    if at < 0:
        raise UsageError(
            "The host document is written in an unusual way.", "Save it again from Word as a .docx file."
        )
    return xml[:at] + more.encode() + xml[at:]
