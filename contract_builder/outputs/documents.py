"""Every document that is written as JSON, and what one format number promises of it.

`docs/compatibility.md` says the promise in words; `tests/compatibility/` holds it.
"""

from typing import NamedTuple

import msgspec

from contract_builder.check.report import Report
from contract_builder.lock import Lock
from contract_builder.model.annotations import Annotations
from contract_builder.model.contract import Contract
from contract_builder.model.coverage import Coverage
from contract_builder.model.difference import WhatIf
from contract_builder.model.documents import (
    Answers,
    Clauses,
    Entry,
    Explanation,
    Made,
    Names,
    Obligations,
    format_of,
)
from contract_builder.model.notice_text import NoticeText
from contract_builder.model.rebuild import RebuildReport
from contract_builder.model.register import Register
from contract_builder.model.selection import Selection
from contract_builder.model.triage import TriageResult
from contract_builder.model.verification import Verification


class Document(NamedTuple):
    """A document that other programs read."""

    type: type[msgspec.Struct]
    made_by: str
    """The commands that print or write it, and the function that gives it."""

    @property
    def format(self) -> int:
        """The number of the format that this version writes it in."""
        return format_of(self.type)


DOCUMENTS = {
    "selection": Document(Selection, "`select --json`, `bundle --json`; `select_clauses`, `bundle`"),
    "triage": Document(TriageResult, "`triage --json`; `assess`"),
    "contract": Document(Contract, "`build --format json`; `build`"),
    "annotations": Document(Annotations, "`build --edition annotated --format json`; `annotations_of`"),
    "obligations": Document(Obligations, "`obligations_of`"),
    "diagnostics": Document(Report, "`check --json`; any command with `--json`, on stderr; `Report`"),
    "lock": Document(Lock, "`build`; `lock_contract`"),
    "notice": Document(NoticeText, "`notice --json`; `notice_wording`"),
    "register": Document(Register, "`register --json`; `register_of`"),
    "rebuild": Document(RebuildReport, "`rebuild --json`; `rebuild`"),
    "verification": Document(Verification, "`verify --json`; `verify`"),
    "explanation": Document(Explanation, "`explain --json`"),
    "what-if": Document(WhatIf, "`what-if --json`; `what_if`"),
    "coverage": Document(Coverage, "`coverage --json`; `coverage_of`"),
    "build": Document(Made, "`build --json`"),
    "clauses": Document(Clauses, "`list --json`"),
    "names": Document(Names, "`list --what ai-types --json`, and its like"),
    "answers": Document(Answers, "`list --what questions --json`, and its like"),
    "entry": Document(Entry, "`show --json`"),
}
"""By the name of its schema."""

OPEN = frozenset({("Reason", "effect"), ("TriageReason", "kind")})
"""Fields whose list of values may grow within one format number: type and field."""

NOT_YET = frozenset({"Proof", "TextMatrix"})
"""Types with a format number of which nothing is promised yet: they have no schema, and may change."""

LATER: frozenset[tuple[str, str]] = frozenset({("Verification", "in_host")})
"""Fields added since a format number was first released: type and field.

Documents of older versions lack them, so the schema does not require them.
"""
