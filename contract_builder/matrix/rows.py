"""The rows of the matrix: what is compared with what, in which contexts, and what comes of it."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.matrix.builds import Builds
from contract_builder.matrix.compare import Difference, differences
from contract_builder.matrix.contexts import Turn, at_every_tier, context_of, where_it_turns
from contract_builder.matrix.domain import (
    AI_TYPES,
    HIGHEST_TIER,
    LOWEST_TIER,
    SERVICE_AREA,
    TIER,
    Domain,
    Patch,
    cuts_of,
)
from contract_builder.matrix.probe import Probe
from contract_builder.matrix.sites import ASKS, PRINTS, Key, Site
from contract_builder.matrix.unite import united
from contract_builder.model.condition import Condition, Test, holds, tests_of, value_words
from contract_builder.model.matrix import DimensionName, MatrixRow
from contract_builder.model.playbook import FactInfo

_MOST_CONTEXTS = 24
"""Contexts that are tried for one site of one row, before it is held not to matter there."""

_MOST_IN_FULL = 4
"""Contexts among these in which only two whole selections can tell, because topics that are required
may bring the clause in."""


class Plan(NamedTuple):
    """A row before anything is compared."""

    id: str
    dimension: DimensionName
    title: str
    against: str
    turn: Turn


def plans(domain: Domain) -> Iterator[Plan]:
    """Every row: AI types, service areas, tiers from the second, and each value of each switch but the plain one."""
    taxonomy = domain.library.taxonomy
    nothing = frozenset({domain.stand_in})
    for ai_type in taxonomy.ai_types:
        turn = Turn(AI_TYPES, nothing, frozenset({ai_type.id}))
        yield Plan(ai_type.id, "ai-type", ai_type.title, "an AI type that nothing names", turn)
    for area in taxonomy.service_areas:
        turn = Turn(SERVICE_AREA, domain.stand_in, area.id)
        yield Plan(area.id, "service-area", area.title, "a service area that nothing names", turn)
    titles = {info.id: info.title for info in taxonomy.tiers}
    for tier in range(LOWEST_TIER + 1, HIGHEST_TIER + 1):
        name = f"tier-{tier}"
        title = f"Tier {tier}, {titles.get(name, '')}".rstrip(", ")
        yield Plan(name, "tier", title, f"tier {tier - 1}", Turn(TIER, tier - 1, tier))
    for info in domain.playbooks.facts:
        if info.given_by == "brief" and info.id not in (AI_TYPES, SERVICE_AREA, TIER):
            yield from _switches(domain, info)


def _switches(domain: Domain, info: FactInfo) -> Iterator[Plan]:
    plain = domain.plain[info.id]
    against = f"{info.id} is {value_words(plain)}, as if unknown" if plain else f"{info.id} is not known"
    if info.type != "number":
        for value in info.values:
            new = frozenset({value}) if info.type == "set" else value
            if new != plain:
                name = f"{info.id}={value}"
                yield Plan(name, "switch", f"{info.id} is {value}", against, Turn(info.id, plain, new))
        return
    tests = [test for test in every_test(domain) if test.fact == info.id]
    cuts = sorted({cut for test in tests for cut in cuts_of(test) if cut > 0})
    for number in domain.numbers(info.id, tests):
        above = [cut for cut in cuts if cut > number]
        if isinstance(plain, int) and [cut for cut in cuts if cut > plain] == above:
            continue  # no condition tells it from the plain value
        low = max((cut for cut in cuts if cut <= number), default=0)
        words = (
            f"{low} or more" if not above else str(low) if low == above[0] - 1 else f"{low} to {above[0] - 1}"
        )
        title = f"{info.id} is {words}"
        yield Plan(f"{info.id}={number}", "switch", title, against, Turn(info.id, plain, number))
    if not cuts:
        turn = Turn(info.id, plain, plain)
        yield Plan(f"{info.id}=any", "switch", f"{info.id}: no condition tests it", against, turn)


def every_test(domain: Domain) -> Iterator[Test]:
    """Every test of every condition, with those of constraints and departure rules, which change no words."""
    yield from domain.sites.named
    for _, condition in _beside_words(domain):
        yield from tests_of(condition)


def _beside_words(domain: Domain) -> Iterator[tuple[str, Condition]]:
    for playbook in domain.playbooks.playbooks:
        for constraint in playbook.constraints:
            name = f"the constraint {playbook.id}/{constraint.id}"
            yield name, constraint.when
            if constraint.must is not None:
                yield name, constraint.must
        for departure in playbook.departures:
            yield f"the departure rule {playbook.id}/{departure.id}", departure.when


def row_of(domain: Domain, builds: Builds, probe: Probe, plan: Plan) -> MatrixRow:
    """What `plan` comes to."""
    found = _Found(domain, builds, probe, plan.turn)
    for patch in at_every_tier(domain, plan.turn):
        found.compare(patch)
    for site in domain.sites.all:
        if not found.witnessed(site):
            found.search(site)
    contexts = tuple(context_of(domain, plan.turn, patch) for patch in found.patches)
    changes, words = united(domain.library, found.differences)
    return MatrixRow(
        id=plan.id,
        dimension=plan.dimension,
        title=plan.title,
        against=plan.against,
        contexts=contexts,
        changes=changes,
        words=words,
        besides=_besides(domain, plan.turn),
        not_compared=found.failed,
    )


def _besides(domain: Domain, turn: Turn) -> tuple[str, ...]:
    """What tells the two sides of `turn` apart and changes no words."""
    old, new = turn.sides({}, domain)
    names = (
        name
        for name, condition in _beside_words(domain)
        if any(
            test.fact == turn.fact and holds(test, old) != holds(test, new) for test in tests_of(condition)
        )
    )
    return tuple(dict.fromkeys(names))


class _Found:
    """The contexts of one row, and the differences in each."""

    def __init__(self, domain: Domain, builds: Builds, probe: Probe, turn: Turn) -> None:
        self.domain, self.builds, self.probe, self.turn = domain, builds, probe, turn
        self.patches: list[Patch] = []
        self.differences: list[dict[Key, Difference]] = []
        self.failed = 0
        self._seen: dict[object, dict[Key, Difference]] = {}

    def compare(self, patch: Patch) -> dict[Key, Difference]:
        """Compare both sides in the context `patch`, and keep what differs there."""
        old, new = self.turn.sides(patch, self.domain)
        name = (self.domain.alike(old), self.domain.alike(new))
        if name in self._seen:
            return self._seen[name]
        found: dict[Key, Difference] = {}
        if name[0] != name[1]:
            before, now = self.builds.build(old), self.builds.build(new)
            if before.texts is None or now.texts is None:
                self.failed += 1
                self._seen[name] = found
                return found
            found = differences(before, now, self.domain.sites)
        self._seen[name] = found
        self.patches.append(patch)
        self.differences.append(found)
        return found

    def witnessed(self, site: Site) -> bool:
        """Whether a context was compared in which `site` turns and its text differs."""
        return any(
            self._turns(site, patch) and _shows(site, found.get(site.text))
            for patch, found in zip(self.patches, self.differences, strict=True)
        )

    def _turns(self, site: Site, patch: Patch) -> bool:
        old, new = self.turn.sides(patch, self.domain)
        return holds(site.guard, old) != holds(site.guard, new)

    def search(self, site: Site) -> None:
        """Look for a context in which `site` turns and its text differs; only that one is kept."""
        if not self.domain.sites.can_stand(site) or not any(
            test.fact == self.turn.fact and self._bears(test) for test in tests_of(site.guard)
        ):  # it cannot turn, whatever else is so
            return
        later: list[Patch] = []
        for patch in where_it_turns(self.domain, site, self.turn, _MOST_CONTEXTS):
            may = self._may_show(site, patch)
            if may is None:
                later.append(patch)
            elif may and self._kept(site, patch):
                return
        for patch in later[:_MOST_IN_FULL]:
            if self._chosen_otherwise(site, patch) and self._kept(site, patch):
                return

    def _chosen_otherwise(self, site: Site, patch: Patch) -> bool:
        """Whether two whole selections leave it open that `site` shows in this context."""
        sides = self.turn.sides(patch, self.domain)
        choices = [self.builds.selection(facts).choice(site.text[1]) for facts in sides]
        if site.how == PRINTS:
            return any(choice and choice.position == site.position for choice in choices)
        old, new = (
            choice and (choice.position, [value.value for value in choice.values]) for choice in choices
        )
        return old != new

    def _kept(self, site: Site, patch: Patch) -> bool:
        """Compare in the context `patch`, and keep what is found if `site` shows there."""
        before = len(self.patches)
        shows = _shows(site, self.compare(patch).get(site.text))
        if not shows:
            del self.patches[before:], self.differences[before:]
        return shows

    def _may_show(self, site: Site, patch: Patch) -> bool | None:
        """Whether a quick look at the rules about its text leaves it open that `site` shows in this context.

        None: it hangs on the topics that are required.
        """
        if site.text[0] != "clause":
            return True
        if site.how == ASKS:
            return None
        old, new = (self.probe.said(site.text, facts) for facts in self.turn.sides(patch, self.domain))
        if site.how == PRINTS and site.position not in (old[1], new[1]):
            return False
        if site.how != PRINTS and old == new:
            return False
        if not (old[0] or new[0]):
            return None
        return True if site.how == PRINTS or old[1:] != new[1:] else None

    def _bears(self, test: Test) -> bool:
        old, new = self.turn.sides({}, self.domain)
        return holds(test, old) != holds(test, new)


def _shows(site: Site, difference: Difference | None) -> bool:
    if difference is None:
        return False
    positions = {text.position for text in (difference.old, difference.new) if text}
    return not site.position or site.position in positions
