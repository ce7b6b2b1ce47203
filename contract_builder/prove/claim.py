"""What is proved: one claim for each thing that could go wrong, and what it hangs on."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from contract_builder.check.texts import Written, texts_of
from contract_builder.model.base import Frozen
from contract_builder.model.condition import Test
from contract_builder.model.diagnostic import Place
from contract_builder.model.library import Library
from contract_builder.model.proof import Property
from contract_builder.prove.lifted import Lifted
from contract_builder.prove.space import World
from contract_builder.prove.statements import Statements


class Claim(Frozen, frozen=True):
    """One instance of a property."""

    property: Property
    subject: str
    """What it is about, in words."""
    place: Place
    message: str
    """What is wrong if it does not hold."""
    hint: str
    contexts: Callable[[Lifted[Any]], Any]
    """Where it is broken; of a claim that something is so somewhere, where it is so."""
    clauses: frozenset[str] = frozenset()
    """Whose presence or position it hangs on."""
    topics: tuple[str, ...] = ()
    """Topics on whose being asked for or provided it hangs."""
    tests: frozenset[Test] = frozenset()
    """What it hangs on besides."""
    taken: str = ""
    """A clause that the procurer takes from the offer, where it is on offer."""
    shown_by: tuple[str, ...] = ()
    """The Diagnostics of `select` or `assemble`, one of which shows it; none if they do not report it."""
    speakers: tuple[Place, ...] = ()
    """Where the rules stand that it is about, if it is about several: which of them it is, a contract shows."""


class Matter(Frozen, frozen=True, dict=True):
    """What claims are made of."""

    world: World

    @property
    def library(self) -> Library:
        """The library."""
        return self.world.library

    @cached_property
    def statements(self) -> Statements:
        """What all rules say."""
        return Statements(self.world)

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Every text, each body decoded once."""
        return texts_of(self.library)

    @cached_property
    def positions(self) -> dict[tuple[str, str], Written]:
        """The text of each position, by clause and position."""
        return {(t.owner.id, t.position): t for t in self.texts if t.kind == "clause"}

    @cached_property
    def others(self) -> dict[tuple[str, str], Written]:
        """The text of each schedule and definition, by kind and id."""
        return {(t.kind, t.owner.id): t for t in self.texts if t.kind != "clause"}


class Structure(Frozen, frozen=True):
    """Claims that hold whatever the facts, because of how the library is made; nothing needs trying."""

    property: Property
    number: int
