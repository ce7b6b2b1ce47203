"""The rule `unknown-anchor`."""

from collections.abc import Iterator

from contract_builder.check.places import in_front_matter, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-anchor"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause says that it is like a published model, or a part of one, that anchors.yaml does not have.

    Coverage shows which parts of each model no clause answers, and a misspelt part would show as a gap for ever.
    """
    models = {model.id: [article.id for article in model.articles] for model in scope.library.anchors}
    for clause in scope.library.clauses:
        for name, articles in clause.anchors.items():
            place = in_front_matter(clause, "anchors", name)
            yield from unknown(RULE, name, models, "published model", place)
            for n, article in enumerate(articles):
                where = in_front_matter(clause, "anchors", name, n)
                yield from unknown(
                    RULE, article, models.get(name, articles), f"part of `{name}` called", where
                )
