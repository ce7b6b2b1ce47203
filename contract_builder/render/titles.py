"""The titles of what rules and the triage know by name: AI types, service areas, clauses."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from contract_builder.model.library import Library
from contract_builder.model.triage import TriageReason
from contract_builder.render.words import capital, from_slug

Names: TypeAlias = Mapping[str, str]


class Titles(NamedTuple):
    """From the id of each to its title."""

    ai_types: Names
    service_areas: Names
    clauses: Names

    def clause(self, id_: str) -> str:
        """The title of a clause; of one that is not known, its id as words."""
        return self.clauses.get(id_, from_slug(id_))

    def playbook(self, id_: str) -> str:
        """The name of a playbook: of one for an AI type or a service area, what that is called."""
        return self.ai_types.get(id_) or self.service_areas.get(id_) or from_slug(id_)

    def fact(self, fact: str, words: str) -> str:
        """`words` about the value of `fact`, with titles for AI types and service areas."""
        names = {"ai_types": self.ai_types, "service_area": self.service_areas}.get(fact, {})
        return titled(words, names)

    def reason(self, reason: TriageReason) -> str:
        """The words of a reason of the triage; a floor is that of an AI type in a service area."""
        if reason.kind != "floor":
            return capital(reason.words)
        return capital(titled(reason.words, {**self.service_areas, **self.ai_types}))


def titles_of(library: Library) -> Titles:
    """The titles that `library` gives."""
    taxonomy = library.taxonomy
    return Titles(
        {one.id: one.title for one in taxonomy.ai_types},
        {one.id: one.title for one in taxonomy.service_areas},
        {one.id: one.title for one in library.clauses},
    )


_SLUGS = re.compile(r"(?<![\w-])[a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)*(?![\w-])")


def titled(words: str, names: Names) -> str:
    """`words` with each of `names` as its title; several in a row with semicolons, since titles hold commas."""
    return _SLUGS.sub(lambda found: _row(found[0].split(", "), names), words) if names else words


def _row(slugs: list[str], names: Names) -> str:
    out = names.get(slugs[0], slugs[0])
    for before, slug in pairwise(slugs):
        out += ("; " if before in names and slug in names else ", ") + names.get(slug, slug)
    return out
