"""The rule `unknown-question`."""

from collections.abc import Iterator

from contract_builder.check.places import FACTS, at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-question"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A fact takes its value from a question, or from an answer to it, that the triage does not have."""
    options = {question.id: [option.id for option in question.options] for question in scope.triage.questions}
    for fact in scope.playbooks.facts:
        place = at(FACTS, fact.line)
        if fact.question in options:
            for answer in fact.answers:
                what = f"answer to `{fact.question}` called"
                yield from unknown(RULE, answer, options[fact.question], what, place)
        elif fact.question:
            yield from unknown(RULE, fact.question, options, "question of the triage called", place)
