"""What the API hands over: the contents, and everything that came of one brief."""

from contract_builder.load.council import Council
from contract_builder.model.base import Frozen
from contract_builder.model.brief import Brief
from contract_builder.model.contract import Contract
from contract_builder.model.diagnostic import Diagnostic, errors
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Selection
from contract_builder.model.triage import TriageResult, TriageTable


class ContentError(Exception):
    """A library, playbook or brief that cannot be used; `diagnostics` says why, all of it."""

    diagnostics: tuple[Diagnostic, ...]
    """What is wrong, in reading order; warnings are among them."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        first = errors(diagnostics)[0]
        super().__init__(f"{first.place}: {first.message} ({len(errors(diagnostics))} errors in all)")
        self.diagnostics = diagnostics


class Content(Frozen, frozen=True):
    """What contracts are made of: the library, the playbooks, the triage, and a council's own settings."""

    library: Library
    playbooks: Playbooks
    triage: TriageTable
    council: Council | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings."""


class Built(Frozen, frozen=True):
    """Everything that came of one brief. What a stop or an error stands in the way of is none."""

    brief: Brief
    triage: TriageResult | None
    """None where the brief does not fit the contents."""
    selection: Selection | None
    """None also where a gate stops the purchase."""
    contract: Contract | None
    """None where an error stands in its way."""
    diagnostics: tuple[Diagnostic, ...]
    """What was found, in reading order; an error where there is no contract."""
