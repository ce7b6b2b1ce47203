"""The whole matrix."""

from contract_builder.matrix.builds import Builds
from contract_builder.matrix.domain import Domain
from contract_builder.matrix.effects import playbook_effects
from contract_builder.matrix.idle import without_effect
from contract_builder.matrix.plans import plans
from contract_builder.matrix.probe import Probe
from contract_builder.matrix.rows import row_of
from contract_builder.model.diagnostic import in_reading_order
from contract_builder.model.library import Library
from contract_builder.model.matrix import Column, TextMatrix
from contract_builder.model.playbook import Playbooks
from contract_builder.model.triage import TriageTable


def row_names(library: Library, playbooks: Playbooks, triage: TriageTable) -> tuple[str, ...]:
    """What the rows of the matrix are called, in order. Nothing is compared for it."""
    return tuple(plan.id for plan in plans(Domain(library, playbooks, triage)))


def text_matrix(
    library: Library, playbooks: Playbooks, triage: TriageTable, row: str | None = None
) -> TextMatrix:
    """What each AI type, service area, tier and switch changes in the words of a contract. Reads no file.

    Two contracts are selected and assembled for each row in each context that the conditions of rules, clauses and
    paragraphs give, never in all combinations: the work grows with the conditions. With `row`, the name of one, it is
    the only row, and no playbook is looked at.
    """
    domain = Domain(library, playbooks, triage)
    builds, probe = Builds(domain, playbooks), Probe(domain)
    effects = playbook_effects(domain, builds, probe) if row is None else ()
    ordered = sorted(library.clauses, key=lambda clause: library.print_order[clause.id])
    return TextMatrix(
        library=library.info.name,
        library_version=library.info.version,
        columns=tuple(Column(clause.id, clause.title, clause.group) for clause in ordered),
        groups={group.id: group.title for group in library.info.groups},
        rows=tuple(row_of(domain, builds, probe, plan) for plan in plans(domain) if row in (None, plan.id)),
        playbooks=effects,
        diagnostics=in_reading_order([*without_effect(effects)]),
    )
