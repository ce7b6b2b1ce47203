"""The rule `short-missing`."""

from collections.abc import Iterator

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.model.clause import SHORT
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "short-missing"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause that belongs in contracts from tier 1 has no short position, which tier 1 prints.

    The full text would go to the small suppliers whom the short one is for.
    """
    for clause in scope.library.clauses:
        if clause.risk.from_tier == 1 and clause.position(SHORT) is None:
            yield Diagnostic(
                RULE,
                in_front_matter(clause, "risk", "from_tier"),
                f"`{clause.id}` belongs in contracts from tier 1, and has no position `short`.",
                "Add `## Position: short` after the other positions: the same protection in fewer words.",
            )
