"""The AI schedule inside its host's document: its paragraphs, read as those of a file of its own, and nothing else.

What is put into a host has our styles under other names, and other bookmarks where the host had those names.
Both are put back, so that the schedule is held against the same words as by itself.
"""

import re

from msgspec.structs import replace

from contract_builder.model.contract import Contract
from contract_builder.model.verification import Verification
from contract_builder.render.docx.body import Body
from contract_builder.render.docx.host_styles import PREFIX
from contract_builder.render.docx.lint.read import STYLES
from contract_builder.render.docx.reading import REFERENCE, Paragraph, Reference, read_paragraphs
from contract_builder.verification.added import added_words
from contract_builder.verification.expected import Expected
from contract_builder.verification.locate import locate
from contract_builder.verification.opened import Opened
from contract_builder.verification.parts import part_states
from contract_builder.verification.references import broken_references

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OURS = re.compile(rf"{PREFIX}\d*(\w+)")
_STYLE_ID = re.compile(rf'("){PREFIX}\d*(\w+")'.encode())
_RENAMED = re.compile(r"(_Ref[0-9a-f]{12}|_cl_[0-9a-f]{16})_\d+")
_SCHEDULE = "Only the AI schedule was compared. The words of the document around it, its headers and its footnotes were not."


def holds_schedule(opened: Opened) -> bool:
    """Whether a schedule was put into `opened`: by the names of its styles."""
    return any(_OURS.fullmatch(paragraph.style) for paragraph in opened.paragraphs)


def verify_in_host(opened: Opened, contract: Contract) -> Verification:
    """What became of the AI schedule `contract`, the supplier's edition, in the document `opened`."""
    expected, within = _expected(contract), _schedule_in(opened)
    found = locate(within.paragraphs, expected)
    parts = part_states(within, expected, found)
    added = added_words(within, expected, found, found.left)
    references = broken_references(within, expected)
    ours = any(part.found_by != "none" for part in parts)
    whole = all(part.state == "as-built" and not part.moved for part in parts)
    same = ours and whole and not added and not references
    return Verification(
        verdict="as-built" if same else "edited" if ours else "not-ours",
        sameness="words" if same else "none",
        compared_with="lock",
        library=opened.properties.get("library", ""),
        tool=opened.properties.get("contract-builder", ""),
        parts=parts if ours else (),
        added=added if ours else (),
        references=references if ours else (),
        notes=tuple(_notes(opened, within)),
        in_host=True,
    )


def _notes(opened: Opened, within: Opened) -> list[str]:
    notes = [_SCHEDULE]
    if tracked := sum(p.tracked for p in within.paragraphs):
        notes.append(f"{tracked} paragraphs hold tracked changes. They are read as if all were accepted.")
    if opened.comments:
        notes.append(f"{opened.comments} paragraphs of comments were not looked at.")
    return notes


def _expected(contract: Contract) -> Expected:
    """What was put in: the parts of the schedule, without what stands around a document of its own."""
    body = Body(contract, inserted="here")
    xml = f'<w:document xmlns:w="{_MAIN}"><w:body>{body.write()}</w:body></w:document>'
    held: dict[str, list[Paragraph]] = {}
    for paragraph in read_paragraphs(xml.encode()):
        held.setdefault(paragraph.range, []).append(paragraph)
    marks = tuple(mark for mark in body.marks if mark.kind != "frame")
    return Expected(marks, {name: tuple(ps) for name, ps in held.items() if name}, {})


def _schedule_in(opened: Opened) -> Opened:
    """`opened` as if it held the schedule alone: from the first of its paragraphs to the last, and what stands between.

    They have our styles, or follow the last of these in its hidden range.
    """
    every = opened.paragraphs
    ours = [n for n, p in enumerate(every) if _OURS.fullmatch(p.style)]
    first, last = (ours[0], ours[-1]) if ours else (0, -1)
    while ours and last + 1 < len(every) and every[last + 1].range == every[last].range != "":
        last += 1
    paragraphs = every[first : last + 1]
    parts = dict(opened.parts)
    if STYLES in parts:
        parts[STYLES] = _STYLE_ID.sub(rb"\1\2", parts[STYLES])
    return replace(opened, parts=parts, paragraphs=tuple(map(_by_itself, paragraphs)), notes=(), marks=())


def _by_itself(paragraph: Paragraph) -> Paragraph:
    """`paragraph` with the names that styles and bookmarks have in a file of our own."""
    style = _OURS.fullmatch(paragraph.style)
    words = paragraph.words.split(REFERENCE)
    words[1::2] = map(_name, words[1::2])
    return replace(
        paragraph,
        style=style[1][:1].upper() + style[1][1:] if style else paragraph.style,
        words=REFERENCE.join(words),
        range=_name(paragraph.range),
        begins=tuple(map(_name, paragraph.begins)),
        references=tuple(Reference(_name(r.bookmark), r.switches, r.shown) for r in paragraph.references),
    )


def _name(bookmark: str) -> str:
    renamed = _RENAMED.fullmatch(bookmark)
    return renamed[1] if renamed else bookmark
