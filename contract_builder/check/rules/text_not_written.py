"""The rule `text-not-written`."""

from collections.abc import Iterator

from contract_builder.check.places import at, in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.texts import words_of
from contract_builder.model.clause import UNWRITTEN, Clause, Definition, Parameter, Schedule
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "text-not-written"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A text still holds what a template says about how to write it.

    The words in square brackets would print in a contract, or be read out to a procurer as a question.
    Square brackets with other words in them are let pass: only what a template leaves is found.
    """
    for text in scope.texts:
        for part in text.parts:
            for sequence in part.sequences:
                yield from _in(words_of(sequence, "…"), at(text.file, part.block.line))
    for clause in scope.library.clauses:
        yield from _in(clause.title, in_front_matter(clause, "title"))
        yield from _of_parameters(clause, clause.parameters)
        for n, duty in enumerate(clause.obligations):
            for key in ("action", "trigger", "due", "evidence"):
                yield from _in(getattr(duty, key), in_front_matter(clause, "obligations", n, key))
        for position in clause.positions:
            yield from _in(position.leaves, in_front_matter(clause, "positions", position.name, "leaves"))
            yield from _in(position.approver, in_front_matter(clause, "positions", position.name, "approver"))
        yield from _in(f"{clause.walk_away} {clause.note}", at(clause.file))
    for schedule in scope.library.schedules:
        yield from _in(f"{schedule.title} {schedule.note}", at(schedule.file))
        yield from _of_parameters(schedule, schedule.parameters)
    for definition in scope.library.definitions:
        yield from _in(definition.note, at(definition.file))


def _of_parameters(
    owner: Clause | Schedule | Definition, parameters: tuple[Parameter, ...]
) -> Iterator[Diagnostic]:
    for parameter in parameters:
        yield from _in(parameter.ask, in_front_matter(owner, "parameters", parameter.name, "ask"))


def _in(words: str, place: Place) -> Iterator[Diagnostic]:
    """What is left to write in `words`: one finding for each."""
    for rest in words.split(UNWRITTEN)[1:]:
        what = rest.partition("]")[0]
        yield Diagnostic(
            RULE, place, f"This is not written yet: {what}.", "Write it in place of the square brackets."
        )
