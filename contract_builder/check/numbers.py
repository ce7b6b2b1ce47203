"""Numbers that are typed into a text where a parameter could stand: with a unit of time, of money or of share."""

import re
from collections.abc import Iterator

from contract_builder.check.times import UNITS

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORD = rf"(?:{_TENS}(?:-{_ONES})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:a|one|two) hundred)"
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{_WORD})"
_KIND = r"(?:(?:clear|calendar|full|whole|complete|consecutive|successive|business|working|further|more|additional) )?"
_TIME = rf"(?:person-)?(?:{'|'.join(UNITS)})s?\b"
_SHARE = r"(?:per cent\b|percent\b|percentage points?\b|%|(?:thirds|quarters|fifths)\b)"
_TYPED = re.compile(
    rf"£ ?\d[\d,]*(?:\.\d+)?(?: (?:million|thousand))?|\b{_NUMBER} (?:pounds|pence)\b"
    rf"|(?<![\w.])(?:\d|half past )[\d.:]* ?[ap]\.?m\b"
    rf"|(?<![\w.£]){_NUMBER}(?: \({_NUMBER}\))?(?: or more)?[ -]?{_KIND}(?:{_TIME}|{_SHARE})"
    rf"|\b(?:twice|thrice|{_NUMBER} times) (?:a|an|each|every|per|in (?:each|every|any|a)) (?:{'|'.join(UNITS)})\b",
    re.IGNORECASE,
)
_NEAR = 40
"""How many characters before a number are looked at."""
_YEAR_BEFORE = re.compile(
    r"\b(?:any|each|every|the|first|second|third|last|next|previous|preceding|following)"
    r"(?: (?:first|second|third|last|next|previous|preceding|following))? $",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:12|twelve)[ -](?:consecutive |calendar |full )?months?$", re.IGNORECASE)
_IDIOM = re.compile(
    r"24 hours a day|(?:7|seven) days a week|\b(?:aged|under|over|age of) \d+ years|\d+ years (?:old|of age)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:sections?|Articles?|regulations?|rules?|paragraphs?|Schedules?|Part) \d"
    r"|\b(?:Act|Regulations|Order|Rules|Measure|Directive) [12]\d{3}\b|\[[12]\d{3}\]"
)


def typed(words: str) -> Iterator[str]:
    """The numbers typed into `words`, each with its unit.

    Passed over are "one" (as in "one month" and "once a year"), a year by which things are measured ("in any 12
    months", "the 12 months before"), ages and "24 hours a day".
    """
    idioms = [match.span() for match in _IDIOM.finditer(words)]
    for number in _TYPED.finditer(words):
        measured = _YEAR.fullmatch(number[0]) and _YEAR_BEFORE.search(
            words[max(0, number.start() - _NEAR) : number.start()]
        )
        if not measured and not any(start <= number.start() < end for start, end in idioms):
            yield number[0]


def cites_law(words: str) -> bool:
    """Whether `words` cite a provision, an Act, regulations or a case, so that a number in them may be the law's."""
    return bool(_LAW.search(words))
