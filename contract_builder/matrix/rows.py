"""The rows of the matrix: in which contexts each is compared, and what comes of it."""

from typing import NamedTuple

from contract_builder.matrix.builds import Builds
from contract_builder.matrix.compare import Difference, differences
from contract_builder.matrix.contexts import Turn, at_every_tier, context_of, where_it_turns
from contract_builder.matrix.domain import Domain, Patch
from contract_builder.matrix.plans import Plan, beside_words
from contract_builder.matrix.probe import Probe
from contract_builder.matrix.sites import ASKS, EXCLUDES, INCLUDES, POSITION, PRINTS, VALUE, Key, Site
from contract_builder.matrix.unite import united
from contract_builder.model.condition import Facts, Test, holds, tests_of
from contract_builder.model.matrix import MatrixRow

_MOST_CONTEXTS = 24
"""Contexts that are tried for one site of one row, before it is held not to matter there."""

_MOST_IN_FULL = 4
"""Contexts among these in which only two whole selections can tell, because topics that are required
may bring the clause in."""

_IN_OR_OUT = (INCLUDES, EXCLUDES, ASKS)
"""What can bring a text in, or keep it out."""


def row_of(domain: Domain, builds: Builds, probe: Probe, plan: Plan) -> MatrixRow:
    """What `plan` comes to."""
    found = _Found(domain, builds, probe, plan.turn)
    for patch in at_every_tier(domain, plan.turn):
        found.keep(patch)
    for site in domain.sites.all:
        if not found.witnessed(site):
            found.search(site)
    contexts = tuple(context_of(domain, plan.turn, patch) for patch, _ in found.kept)
    changes, words = united(domain.library, [differ for _, differ in found.kept])
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
        for name, condition in beside_words(domain)
        if any(
            test.fact == turn.fact and holds(test, old) != holds(test, new) for test in tests_of(condition)
        )
    )
    return tuple(dict.fromkeys(names))


class _Compared(NamedTuple):
    """One context, and what differs in it."""

    patch: Patch
    differences: dict[Key, Difference]


class _Found:
    """The contexts of one row, and the differences in each."""

    def __init__(self, domain: Domain, builds: Builds, probe: Probe, turn: Turn) -> None:
        self.domain, self.builds, self.probe, self.turn = domain, builds, probe, turn
        self.failed = 0
        self._kept: dict[object, _Compared] = {}
        self._seen: dict[object, dict[Key, Difference] | None] = {}

    @property
    def kept(self) -> list["_Compared"]:
        """The contexts that the row shows, with what differs in each."""
        return [*self._kept.values()]

    def compare(self, patch: Patch) -> dict[Key, Difference]:
        """What differs between both sides in the context `patch`, which the row does not show for that."""
        old, new = self.turn.sides(patch, self.domain)
        name = (self.domain.alike(old), self.domain.alike(new))
        if name not in self._seen:
            self._seen[name] = self._differences(old, new) if name[0] != name[1] else {}
        return self._seen[name] or {}

    def _differences(self, old: Facts, new: Facts) -> dict[Key, Difference] | None:
        before, now = self.builds.build(old), self.builds.build(new)
        if before.texts is None or now.texts is None:
            self.failed += 1
            return None
        return differences(before, now)

    def keep(self, patch: Patch) -> None:
        """Have the row show the context `patch`, unless it shows one with the same words, or no contract can be made."""
        found = self.compare(patch)
        name = tuple(self.domain.alike(facts) for facts in self.turn.sides(patch, self.domain))
        if self._seen[name] is not None:
            self._kept.setdefault(name, _Compared(patch, found))

    def witnessed(self, site: Site) -> bool:
        """Whether the row shows a context in which `site` turns and its text differs."""
        return any(self._shows(site, patch, found) for patch, found in self._kept.values())

    def _shows(self, site: Site, patch: Patch, found: dict[Key, Difference]) -> bool:
        """Whether `site` turns in the context `patch`, and what was `found` there is what it would do."""
        before, now = (holds(site.guard, facts) for facts in self.turn.sides(patch, self.domain))
        difference = found.get(site.text)
        return before != now and difference is not None and _does(site, difference, now)

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
            elif may and self._keeps(site, patch):
                return
        for patch in later[:_MOST_IN_FULL]:
            if self._chosen_otherwise(site, patch) and self._keeps(site, patch):
                return

    def _chosen_otherwise(self, site: Site, patch: Patch) -> bool:
        """Whether two whole selections leave it open that `site` shows in this context."""
        sides = self.turn.sides(patch, self.domain)
        old, new = (self.builds.selection(facts).choice(site.text[1]) for facts in sides)
        if site.how in _IN_OR_OUT or not (old and new):
            return (old is None) != (new is None) and site.how in _IN_OR_OUT
        if site.how == PRINTS:
            return site.position in (old.position, new.position)
        if site.how == POSITION:
            return old.position != new.position
        return [value.value for value in old.values] != [value.value for value in new.values]

    def _keeps(self, site: Site, patch: Patch) -> bool:
        """Compare in the context `patch`, and keep it if `site` shows there."""
        shows = self._shows(site, patch, self.compare(patch))
        if shows:
            self.keep(patch)
        return shows

    def _may_show(self, site: Site, patch: Patch) -> bool | None:
        """Whether a quick look at the rules about its text leaves it open that `site` shows in this context.

        None: it hangs on the topics that are required.
        """
        if site.text[0] != "clause":
            return True
        old, new = (self.probe.said(site.text, facts) for facts in self.turn.sides(patch, self.domain))
        if site.how in _IN_OR_OUT:
            told = bool(old[0] and new[0])  # in by rule, whatever is required
            return False if told or (site.how != ASKS and old[0] == new[0]) else None
        if site.how == PRINTS:
            differ = site.position in (old[1], new[1])
        else:
            differ = old[1] != new[1] if site.how == POSITION else old[2] != new[2]
        if not differ:
            return False
        return True if old[0] and new[0] else None

    def _bears(self, test: Test) -> bool:
        old, new = self.turn.sides({}, self.domain)
        return holds(test, old) != holds(test, new)


def _does(site: Site, difference: Difference, gains: bool) -> bool:
    """Whether `difference` is what `site` does where its guard begins to hold, or, without `gains`, ends to."""
    old, new = difference.old, difference.new
    if old is None or new is None:
        comes = gains if site.how != EXCLUDES else not gains
        return site.how in _IN_OR_OUT and (old is None) == comes
    if site.how == POSITION:
        return old.position != new.position
    if site.how == VALUE:
        return any(now.parameter == site.parameter for _, now in difference.values)
    return site.how == PRINTS and (not site.position or site.position in (old.position, new.position))
