"""Every text whose wording counts: what prints, and what only those read who work with the library."""

from collections.abc import Iterator

from contract_builder.check.places import (
    EXECUTION,
    FINDINGS,
    LAW,
    LIBRARY,
    PARTICULARS,
    TOPICS,
    at,
    in_front_matter,
)
from contract_builder.check.scope import Scope
from contract_builder.check.terms_in_use import Printed, printed
from contract_builder.check.texts import Owner, with_parameters


def printed_and_titles(scope: Scope) -> tuple[Printed, ...]:
    """What prints in a contract: texts, values and their units, titles, and the words around the clauses."""
    return scope.kept("printed and titles", lambda: (*printed(scope), *_titles(scope), *_around(scope)))


def _titles(scope: Scope) -> Iterator[Printed]:
    for owner in with_parameters(scope.library):
        yield Printed(owner.title, in_front_matter(owner, "title"))
        for parameter in owner.parameters:
            place = in_front_matter(owner, "parameters", parameter.name)
            for words in (parameter.unit, *parameter.choices):
                yield Printed(words, place, False)


def _around(scope: Scope) -> Iterator[Printed]:
    info, execution = scope.library.info, scope.library.execution
    for words in (info.contract_title, info.notice, *(group.title for group in info.groups)):
        yield Printed(words, at(LIBRARY))
    for field in scope.library.particulars:
        for words in (
            field.section,
            field.label,
            *field.choices.values(),
            *(case.says for case in field.cases),
        ):
            yield Printed(words, at(PARTICULARS, field.line))
    for form in execution.all_forms:
        yield Printed(form.words, at(EXECUTION))
    for signatory in execution.signatories:
        for words in (signatory.words, *signatory.lines):
            yield Printed(words, at(EXECUTION))


def internal(scope: Scope) -> tuple[Printed, ...]:
    """What never prints in a contract: notes, walk-away lines, questions to the procurer, reasons, and what law means."""
    return scope.kept("internal texts", lambda: tuple(_internal(scope)))


def _internal(scope: Scope) -> Iterator[Printed]:
    library = scope.library
    noted: tuple[Owner, ...] = (*library.clauses, *library.schedules, *library.definitions)
    for one in noted:
        yield Printed(one.note, at(one.file))  # the line of a note is not kept
    for clause in library.clauses:
        yield Printed(clause.walk_away, at(clause.file))
        for position in clause.positions:
            yield Printed(position.leaves, in_front_matter(clause, "positions", position.name, "leaves"))
    for owner in with_parameters(library):
        for parameter in owner.parameters:
            yield Printed(parameter.ask, in_front_matter(owner, "parameters", parameter.name, "ask"))
    for field in library.particulars:
        yield Printed(field.ask, at(PARTICULARS, field.line))
    execution = library.execution
    for note in (*(f.note for f in execution.all_forms), *(s.note for s in execution.signatories)):
        yield Printed(note, at(EXECUTION))
    for topic in library.topics:
        yield Printed(topic.purpose, at(TOPICS, topic.line))
    for finding in library.findings:
        yield Printed(finding.title, at(FINDINGS, finding.line))
    for hook in library.law:
        for words in (hook.title, hook.means, hook.note):
            yield Printed(words, at(LAW, hook.line))
    for rule in scope.rules:
        yield Printed(rule.because, at(rule.file, rule.line))
