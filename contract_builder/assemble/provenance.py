"""Where the texts of a contract come from: published models, law, and the findings that they answer."""

from collections.abc import Iterator

from contract_builder.model.annotations import Provenance
from contract_builder.model.clause import Clause
from contract_builder.model.contract import Contract
from contract_builder.model.library import Library


def provenance_of(library: Library, contract: Contract) -> tuple[Provenance, ...]:
    """A line for each clause and schedule of `contract` that the library holds. It says no position."""
    cites = {hook.id: hook.cite for hook in library.law}
    lines: list[Provenance] = []
    for node in contract.clauses:
        clause = library.clause_by_id.get(node.id)
        if clause is None:  # what an AI schedule says of itself
            continue
        lines.append(
            Provenance(
                node.id, node.version, node.number, node.heading, node.id in library.overlay_clauses,
                tuple(_models(clause, library)),
                tuple(cites[key] for key in clause.law if key in cites),
                tuple(f"{f.code} {f.title}" for f in library.findings if f.id in clause.answers),
            )
        )  # fmt: skip
    for annexed in contract.schedules:
        if schedule := library.schedule_by_id.get(annexed.id):
            law = tuple(cites[key] for key in schedule.law if key in cites)
            lines.append(
                Provenance(
                    annexed.id, annexed.version, annexed.number, annexed.heading, False, (), law, ()
                )
            )  # fmt: skip
    return tuple(lines)


def _models(clause: Clause, library: Library) -> Iterator[str]:
    """The parts of published models that `clause` is like, a line to a model."""
    for model in library.anchors:
        wanted = clause.anchors.get(model.id, ())
        if found := [part.cite or part.title for part in model.articles if part.id in wanted]:
            yield f"{model.title}: {', '.join(found)}"
