"""Times in the words of a text: what sets a deadline, and what limits a duty in time at all."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.texts import Written
from contract_builder.model.clause import Parameter

UNITS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year")
"""What time is counted in, in the singular."""
_COUNTS_TIME = re.compile(rf"(?:^| )(?:{'|'.join(UNITS)})s?$", re.IGNORECASE)
_SLOT = re.compile(r"\{(\w+)\}")
_NEAR = 40
"""How many characters before a value are looked at."""
_LENGTH = re.compile(
    r"\b(?:for|first|last|next|up to|by up to|by at most|for at (?:least|most)|for up to|notice of at least|notice of)"
    r"(?: the)? $",
    re.IGNORECASE,
)
"""Before a value: it says how long, not by when."""
_PERIOD = r"(?:year|quarter|month|fortnight|week|(?:Working )?Day)\b"
_DEADLINE = re.compile(
    rf"\bbefore\b(?!hand)|\b(?:no|not) later than\b|\bat the latest\b|\b(?:each|every) {_PERIOD}"
    rf"|\bonce (?:a|in each) {_PERIOD}|\b(?:annually|quarterly|monthly|fortnightly|weekly|daily)\b"
    r"|\bby (?:the|its|their|each|any|that|this) (?:[\w-]+ ){0,3}(?:dates?|day|time|end|start|deadline|anniversary)\b"
    r"|\b(?:on|at) the (?:[\w-]+ )?(?:Date|day)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:within|after|once|until|till|during|throughout|while|when|whenever|always|immediately|promptly|first"
    r"|as (?:soon|long) as|at once|at the same time|in advance|(?:in|on) time|at (?:any|all) times?|each time|at each"
    r"|at the (?:start|end)|from the (?:[\w-]+ ){0,2}(?:date|day|start)"
    r"|with (?:each|every|it)|on (?:[\w-]+ ){0,2}(?:request|demand|invoice|receipt|notice))\b",
    re.IGNORECASE,
)


class Deadline(NamedTuple):
    """Words that say by when."""

    words: str
    start: int
    name: str
    """The parameter that sets it; empty where no parameter does."""


def counts_time(parameter: Parameter) -> bool:
    """Whether the value is a length of time: its unit is "days", "Working Days", "months" or the like."""
    return parameter.type == "date" or bool(_COUNTS_TIME.search(parameter.unit))


def clocks(text: Written) -> frozenset[str]:
    """The names of those parameters of `text` that count time."""
    return frozenset(p.name for p in text.parameters if counts_time(p))


def deadlines(words: str, clocks: frozenset[str]) -> Iterator[Deadline]:
    """What in `words` says by when; a length of time, such as "for {months}", does not."""
    for slot in _SLOT.finditer(words):
        if slot[1] in clocks and not _LENGTH.search(words[max(0, slot.start() - _NEAR) : slot.start()]):
            yield Deadline(slot[0], slot.start(), slot[1])
    for found in _DEADLINE.finditer(words):
        yield Deadline(found[0], found.start(), "")


def limits(words: str, clocks: frozenset[str]) -> bool:
    """Whether `words` say anything of time: a deadline, a length of time or an event."""
    named = any(slot[1] in clocks for slot in _SLOT.finditer(words))
    return named or bool(_DEADLINE.search(words) or _LIMIT.search(words))
