"""Fields, bookmarks and content controls: what keeps numbers live and identities findable in Word."""

import hashlib
import zlib

from contract_builder.render.docx.text import escape, run

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
LONGEST_TITLE = 64
"""Characters in the title or tag of a content control; Word takes a file with more for damaged."""


def instruction(words: str) -> str:
    """The instruction of a field."""
    return f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'


def field(words: str, cached: str) -> str:
    """A field with the result that it has now: Word does not work fields out when it opens a file."""
    return f"{_BEGIN}{instruction(words)}{_SEPARATE}{run(cached)}{_END}"


def open_field(words: str) -> str:
    """The start of a field that spans paragraphs."""
    return f"{_BEGIN}{instruction(words)}{_SEPARATE}"


def close_field() -> str:
    """The end of a field that spans paragraphs."""
    return _END


def reference(bookmark: str, cached: str, full: bool) -> str:
    r"""A live number: `\w` is the full one from anywhere ("4.3(a)"), `\n` a paragraph's own ("(a)")."""
    return field(f"REF {bookmark} \\{'w' if full else 'n'} \\h", cached)


def bookmark_name(anchor: str) -> str:
    """The hidden bookmark of something that is referred to."""
    return "_Ref" + hashlib.blake2s(anchor.encode(), digest_size=6).hexdigest()


def identity_name(kind: str, id_: str, version: str) -> str:
    """The hidden bookmark around a clause or schedule: a short hash of its id and version."""
    return "_cl_" + hashlib.blake2s(f"{kind}:{id_}@{version}".encode(), digest_size=8).hexdigest()


def control_id(name: str, nth: int) -> int:
    """The id of the nth content control for `name`: a positive 32-bit number, the same in every build."""
    return (zlib.crc32(f"{name}#{nth}".encode()) & 0x7FFFFFFF) or 1


def blank(name: str, prompt: str, id_: int, choices: tuple[str, ...] = (), owner: str = "") -> str:
    """A content control that asks for a value: one of `choices`, or any words if there are none.

    Its title says who fills it in.
    """
    ending = f" ({owner})" if owner else ""
    title = prompt[: LONGEST_TITLE - len(ending)] + ending
    kind = '<w:text w:multiLine="1"/>'
    if choices:
        items = "".join(
            f'<w:listItem w:displayText="{escape(choice)}" w:value="{escape(choice)}"/>' for choice in choices
        )
        kind = f"<w:dropDownList>{items}</w:dropDownList>"
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/>'
        f'<w:tag w:val="{escape(name[:LONGEST_TITLE])}"/><w:id w:val="{id_}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{run(f'[{prompt}]', 'blank')}</w:sdtContent></w:sdt>"
    )
