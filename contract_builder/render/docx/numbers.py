"""The lists of a document, as an AI schedule counts: Annexes for Schedules, and paragraphs from where the host needs it."""

import re

from contract_builder.errors import UsageError

_LEVEL = re.compile(rb"<w:lvl\b.*?</w:lvl>", re.S)
_TEXT = re.compile(rb'(<w:lvlText\b[^>]*w:val=")[^"]*(")')
_START = re.compile(rb'(<w:start\b[^>]*w:val=")[^"]*(")')


def as_annexes(numbering: bytes, first: int) -> bytes:
    """`numbering`, the part with the lists of a base document, for an AI schedule whose first paragraph is `first`.

    Raises UsageError if no level belongs to the headings of clauses and schedules.
    """
    found: set[bytes] = set()

    def told(level: re.Match[bytes]) -> bytes:
        text = level[0]
        for style in (b"Heading2", b"ScheduleHeading"):
            if b'<w:pStyle w:val="' + style + b'"/>' in text:
                found.add(style)
                if style == b"ScheduleHeading":
                    return _TEXT.sub(rb"\1Annex %1\2", text)
                return _START.sub(rb"\g<1>%d\2" % first, text)
        return text

    made = _LEVEL.sub(told, numbering)
    if len(found) != 2:
        raise UsageError(
            "The base document cannot be used for an AI schedule.",
            "Its lists must be bound to the styles Heading 2 and Schedule Heading.",
        )
    return made
