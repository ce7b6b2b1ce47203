"""What a proof computes with: sets of contexts, however they are held."""

from typing import Protocol, TypeVar

from contract_builder.model.condition import Condition, Facts

B = TypeVar("B")
"""A set of contexts: those in which something is so."""


class Algebra(Protocol[B]):
    """Sets of contexts as a table (`table.py`) or as formulas for a solver (`solver.py`)."""

    def everywhere(self) -> B:
        """All contexts."""

    def nowhere(self) -> B:
        """No context."""

    def both(self, *parts: B) -> B:
        """The contexts that are in every one of `parts`."""

    def either(self, *parts: B) -> B:
        """The contexts that are in one of `parts`."""

    def outside(self, part: B) -> B:
        """The contexts that are not in `part`."""

    def where(self, condition: Condition) -> B:
        """The contexts whose facts fulfil `condition`."""

    def a_tier_up(self, part: B) -> B:
        """The contexts that come into `part` when their tier, and nothing else, rises by one; none from the top."""

    def never(self, part: B) -> bool:
        """Whether no context that a brief can reach is in `part`."""

    def smallest(self, part: B) -> Facts | None:
        """The plainest reachable context in `part`; nothing if there is none."""
