"""Obligations: who must do what, by when, tied to the sentence that says so."""

from contract_builder.assemble.references import References
from contract_builder.assemble.slots import UnknownSlot, Values, plain, runs_of
from contract_builder.model.clause import Clause
from contract_builder.model.contract import Obligation
from contract_builder.model.diagnostic import Diagnostic, Place


def obligations_of(
    clause: Clause, values: Values, references: References, found: list[Diagnostic]
) -> tuple[Obligation, ...]:
    """The obligations of `clause` whose sentence stands in the contract."""
    out: list[Obligation] = []
    for n, source in enumerate(clause.obligations):
        target = references.targets.get(("clause", clause.id, source.at))
        if target is None:
            continue
        try:
            due, trigger, action, evidence = (
                plain(runs_of(text, values))
                for text in (source.due, source.trigger, source.action, source.evidence)
            )
        except UnknownSlot as unknown:
            line = clause.lines.get(f"obligations.{n}.at", clause.lines.get("obligations", 1))
            place = Place(clause.file, line, 1)
            message = f"The obligation at ^{source.at} names {{{{ {unknown} }}}}, which is no parameter of the clause."
            found.append(Diagnostic("unknown-placeholder", place, message, "Correct the name."))
            continue
        out.append(
            Obligation(clause.id, target.anchor, target.full, source.party, action, trigger, due, evidence)
        )
    return tuple(out)
