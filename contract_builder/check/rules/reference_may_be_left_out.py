"""The rule `reference-may-be-left-out`."""

from collections.abc import Iterator

from contract_builder.check.implication import counterexample
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.standing import case_words, cases_of, needed_by
from contract_builder.check.texts import Part, Written
from contract_builder.model.body import Link
from contract_builder.model.clause import Clause
from contract_builder.model.condition import AnyOf
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.select.query import tags_of

RULE = "reference-may-be-left-out"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A text refers to a clause that can be out of the contract where the text is in it.

    The tags say where each clause applies. The target must apply wherever the text does; or be required
    by topic; or the reference must carry other words to print.
    """
    for text in scope.texts:
        for link, part in text.links():
            if link.kind in ("clause", "topic") and not link.alternative:
                yield from _check(scope, text, link, part)


def _check(scope: Scope, text: Written, link: Link, part: Part) -> Iterator[Diagnostic]:
    targets = _targets(scope, link)
    if not targets:
        return
    conclusion = (
        AnyOf(tuple(tags_of(clause) for clause in targets)) if len(targets) > 1 else tags_of(targets[0])
    )
    for clause, premises in cases_of(scope, text, part):
        company = scope.presence.company(clause, needed_by(text))
        if company.clauses & {c.id for c in targets} or (
            link.kind == "topic" and link.target in company.topics
        ):
            continue
        case = counterexample(premises, conclusion, scope.facts, scope.fact_values)
        if case is not None:
            what = (
                f"The clause `{link.target}`"
                if link.kind == "clause"
                else f"Every clause for `{link.target}`"
            )
            yield Diagnostic(
                RULE,
                at(text.file, link.line or part.block.line),
                f"{what} can be out where {case_words(case)}, but this reference to it is not.",
                'Give the link other words: [text](path "words to print instead"); '
                "or require a topic of that clause, under `requires`.",
            )
            return


def _targets(scope: Scope, link: Link) -> tuple[Clause, ...]:
    if link.kind == "topic":
        return scope.library.providers.get(link.target, ())
    clause = scope.library.clause_by_id.get(link.target)
    return (clause,) if clause else ()
