"""The small library of the checks, with the changes of one test, and its coverage."""

from pathlib import Path

from contract_builder.coverage import coverage_in
from contract_builder.model.coverage import Claim, Coverage, FindingCoverage
from tests.check.runner import Case, make

DELETION, REDRESS = "clauses/data/deletion.md", "clauses/people/redress.md"
CLAIM = "answers: [data-kept]"
BY_ITEMS = f"{CLAIM}\nanswered_by:\n  data-kept: {{right: delete, number: delete, remedy: delete}}"
PREFERRED = "of a request, and give a {{ proof }}. ^delete"
SHORT = "The Supplier must delete Council Data within {{ deletion_days | unit }}. ^delete"
FALLBACK = "   within {{ deletion_days | unit }} of a request. ^delete"
REFUND = ", or must refund the price. ^delete"
ANSWERED = {
    DELETION: {
        CLAIM: BY_ITEMS,
        PREFERRED: PREFERRED.replace(". ^delete", REFUND),
        SHORT: SHORT.replace(". ^delete", REFUND),
    }
}
"""The clause on deletion answers the finding that data is kept, but for the fallback."""


def coverage(
    folder: Path, change: dict[str, dict[str, str]] | None = None, add: dict[str, str] | None = None
) -> Coverage:
    """The coverage of the small library in `folder`, with `change` (by file: words and what stands for them)."""
    return coverage_in(make(Case("", "", change or {}, add or {}, "", []), folder))


def finding(found: Coverage, id: str = "data-kept") -> FindingCoverage:
    """The finding called `id`."""
    return next(f for f in found.findings if f.id == id)


def claim(found: Coverage, id: str = "data-kept") -> Claim:
    """The one claim that there is to answer it."""
    (only,) = finding(found, id).claims
    return only
