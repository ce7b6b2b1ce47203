"""The rule `label-missing-in-position`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "label-missing-in-position"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A label that another file points at stands in some positions of its clause, but not in all.

    The reference would break as soon as somebody chose the position that lacks the label.
    """
    pointers: dict[tuple[str, str], str] = {}
    for text in scope.texts:
        for link, part in text.links():
            if link.kind == "clause" and link.label and link.target != text.owner.id:
                place = at(text.file, link.line or part.block.line)
                pointers.setdefault((link.target, link.label), f"{place.file}:{place.line}")
    for (clause_id, label), pointer in pointers.items():
        clause = scope.library.clause_by_id.get(clause_id)
        having = [p.name for p in clause.positions if label in p.labels] if clause else []
        for position in clause.positions if clause and having else ():
            if position.name not in having:
                yield Diagnostic(
                    RULE,
                    at(clause.file, position.line) if clause else at(""),
                    f"The position `{position.name}` has no label `^{label}`, at which {pointer} points.",
                    f"Put `^{label}` on the item that does the same here as in `{having[0]}`.",
                )
