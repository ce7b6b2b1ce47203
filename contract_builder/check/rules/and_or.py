"""The rule `and-or`."""

import re
from collections.abc import Iterator

from contract_builder.check.forms import Form, found_forms
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "and-or"
LEVEL: Level = "error"


_FORMS = (
    Form(
        re.compile(r"(?<!\w)(?:and ?/ ?or|or ?/ ?and|either/or)(?!\w)", re.IGNORECASE),
        "says two things, and each side will read the one that suits it",
        "Write `or` where one is enough, `and` where all are needed, or `A or B or both`.",
    ),
    Form(
        re.compile(r"(?<!\w)[^\W\d_]+\((?:s|es|ies)\)"),
        "leaves open whether one is enough",
        "Write the singular with `a` or `each`, or `one or more` with the plural.",
    ),
    Form(
        re.compile(r"(?<![\w/.:-])(?!(?:and|or|either)/)[^\W\d_]+[a-z]/[^\W\d_]+[a-z](?![\w/])"),
        "joins two words by a stroke that can mean `and`, `or` or both",
        "Write `and` or `or`.",
    ),
)


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Two words stand in one: "and/or", "document(s)", "Council/Supplier".

    Courts have refused to say what "and/or" means, and a stroke or a bracketed plural leaves the same question to
    whoever reads the contract later. Let pass are strokes between figures and capitals (2026/27, ISO/IEC), web
    addresses, and words in quotation marks.
    """
    yield from found_forms(scope, RULE, LEVEL, _FORMS)
