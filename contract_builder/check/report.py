"""What a check comes to: what was found, and what was found and allowed."""

from pathlib import Path

from contract_builder.model.base import Frozen
from contract_builder.model.diagnostic import Diagnostic, in_reading_order


class Allowed(Frozen, frozen=True):
    """A finding that the file which it stands in allows."""

    diagnostic: Diagnostic
    """What was found."""
    because: str
    """The reason that the file gives."""
    line: int = 0
    """Where the allowance stands in the file of the finding; 0 if that is not known."""


class Report(Frozen, frozen=True, kw_only=True):
    """Everything found in one run of `check`."""

    format: int = 1
    """The number of this format."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is not allowed, in reading order: errors, warnings and advice."""
    allowed: tuple[Allowed, ...] = ()
    """What is allowed, in reading order."""

    def with_places(self, more: tuple[Diagnostic, ...], roots: tuple[Path, ...]) -> "Report":
        """The report with `more` found, and with line and column of the words at fault; reads files under `roots`."""
        from contract_builder.load.locate import located

        found = located([*more, *self.diagnostics], roots)
        placed = located([one.diagnostic for one in self.allowed], roots)
        allowed = [Allowed(d, one.because, one.line) for d, one in zip(placed, self.allowed, strict=True)]
        return Report(diagnostics=in_reading_order(list(found)), allowed=tuple(allowed))
