"""The rule `stronger-fallback`."""

from collections.abc import Iterator
from itertools import combinations

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Written
from contract_builder.model.clause import SHORT, Clause, Parameter, Position
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.select.bounds import weaker

RULE = "stronger-fallback"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """The default of a parameter protects the Council more in a weaker position than in a stronger one.

    Only positions that print the parameter are compared. `short` is left out: it is not a step down in a
    negotiation, but what a small purchase takes, with numbers to fit.
    """
    for clause in scope.library.clauses:
        texts = {text.position: text for text in scope.positions.get(clause.id, ())}
        for parameter in clause.parameters:
            ladder = [p for p in clause.positions if p.name != SHORT]
            printing = [p for p in ladder if _prints(texts[p.name], parameter)]
            for strong, weak in combinations(sorted(printing, key=lambda p: p.rank), 2):
                yield from _check(clause, parameter, strong, weak)


def _prints(text: Written, parameter: Parameter) -> bool:
    return any(slot.name == parameter.name for slot, _ in text.slots())


def _check(clause: Clause, parameter: Parameter, strong: Position, weak: Position) -> Iterator[Diagnostic]:
    better, worse = parameter.default_for(strong.name), parameter.default_for(weak.name)
    if weaker(parameter, better, worse):
        yield Diagnostic(
            RULE,
            in_front_matter(clause, "parameters", parameter.name, "default_in", weak.name),
            f"`{parameter.name}` is {worse} in `{weak.name}`, which protects the Council more than "
            f"the {better} in `{strong.name}`.",
            f"{parameter.stronger.capitalize()} is stronger: exchange the defaults, or correct `stronger`.",
        )
