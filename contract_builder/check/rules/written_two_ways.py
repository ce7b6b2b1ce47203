"""The rule `written-two-ways`."""

import re
from collections.abc import Iterator

from contract_builder.check.capitals import CALENDAR
from contract_builder.check.forms import Form, found_forms
from contract_builder.check.scope import Scope
from contract_builder.check.wording import diagnostics
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "written-two-ways"
LEVEL: Level = "error"

_MONTH = f"(?:{'|'.join(CALENDAR[:12])})"
_NUMBER = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
    "|(?:(?:a|one|two|three|five) )?(?:hundred|thousand|million))"
)
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


_FORMS = (
    Form(
        re.compile(r"£ ?[0-9][0-9,.]* ?(?:k|m|bn|thousand|million|billion)\b", re.IGNORECASE),
        "is a sum that is not written in full",
        "Write `£1,000,000`, or make it a parameter of the type `money` and print it with `| money`.",
    ),
    Form(
        re.compile(r"£[0-9]{4,}(?![0-9])|£[0-9][0-9,]*\.00\b|(?<!\w)(?:GBP|EUR|USD) ?[0-9][0-9,.]*[0-9]"),
        "is a sum that is not written as other sums print",
        "Write `£1,200`: a pound sign, commas, no noughts after a point.",
    ),
    Form(
        re.compile(rf"(?<!\w)(?:[0-9]+ \({_NUMBER}\)|{_NUMBER} \([0-9]+\))", re.IGNORECASE),
        "says one number twice, and if the two differ nobody knows which counts",
        "Write the figure alone; a number that may change is a parameter.",
    ),
    Form(
        re.compile(
            rf"(?<!\w)(?:[0-9]{{1,2}}(?:st|nd|rd|th) (?:day )?(?:of )?{_MONTH}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [12][0-9]{{3}}"
            r"|[0-9]{1,2}/[0-9]{1,2}/(?:[12][0-9])?[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}"
            rf"|{_ISO.pattern})(?!\w)"
        ),
        "is a date that is not written as other dates print",
        "Write `1 April 2027`, or print a value with `| date`.",
    ),
    Form(re.compile(r"[0-9] %"), "has a space before the sign", "Write `95%`."),
)


def find(scope: Scope) -> Iterator[Diagnostic]:
    """One thing is written in two ways: "business day" beside Working Day, "£1m" beside £1,000,000, "30 (thirty)".

    Where two words are used, a court looks for two meanings; where a number stands twice, one day the two differ.
    The words are those under `written-two-ways` in wording.yaml; sums, numbers and dates are held to the way in
    which values print. Let pass are words in quotation marks, defined terms, names, and titles of Acts.
    """
    yield from diagnostics(scope, RULE, LEVEL, "is written otherwise in this library")
    # A text that is a date as a whole is the value of a parameter, which prints as dates do.
    yield from found_forms(scope, RULE, LEVEL, _FORMS, unless=_ISO)
