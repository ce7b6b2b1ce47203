"""The rule `unused-law-hook`."""

from collections.abc import Iterator

from contract_builder.check.mentions import citations, law_hooks
from contract_builder.check.places import LAW, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-law-hook"
LEVEL: Level = "advice"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """No clause, definition, schedule, rule or notice cites a law hook that falls due for review.

    Somebody has to look it up again on that date, for nothing. It is no more than advice: a library that grows may
    hold the law before the clause. A hook without a `review_by` costs nobody anything, and passes.
    """
    cited = {mention.name for found in (law_hooks(scope), citations(scope)) for mention in found}
    for hook in scope.library.law:
        if hook.review_by and hook.id not in cited:
            yield Diagnostic(
                RULE,
                at(LAW, hook.line),
                f"No clause, definition, schedule or rule cites the law hook `{hook.id}` ({hook.cite}).",
                f"Write `{hook.id}` under `law:` of the clause that rests on it, or delete the hook.",
                LEVEL,
            )
