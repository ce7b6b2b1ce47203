"""Which execution blocks print: by the form of signing, and the kind of each party."""

from contract_builder.assemble.particulars import told
from contract_builder.assemble.slots import Values
from contract_builder.model.agreement import Execution, Signatory, SigningForm
from contract_builder.model.contract import ExecutionNode, SignatoryNode
from contract_builder.model.diagnostic import Diagnostic

PARTIES = ("Council", "Supplier", "Guarantor")
FILE = "clauses/execution.yaml"


def execution_of(
    execution: Execution, asked: dict[str, str], values: Values, found: list[Diagnostic]
) -> ExecutionNode:
    """The execution block that `asked`, the `execution` of a brief, comes to.

    A placeholder that names no field goes to `found`. What `asked` names must be there: `check` of a brief says so.
    """
    form, signatories = chosen(execution, asked)
    return ExecutionNode(
        execution.title,
        told(form.words, values, FILE, found),
        tuple(SignatoryNode(s.party, told(s.words, values, FILE, found), s.lines) for s in signatories),
    )


def chosen(execution: Execution, asked: dict[str, str]) -> tuple[SigningForm, tuple[Signatory, ...]]:
    """The form, and the way of each party that signs. A guarantor signs only if it is asked for."""
    wanted = asked.get("form") or execution.id
    form = next((f for f in execution.all_forms if f.id == wanted), execution.all_forms[0])
    picked: list[Signatory] = []
    for party in PARTIES:
        kind = asked.get(party.casefold(), "")
        ways = execution.ways(party, form.id)
        if ways and (kind or party != "Guarantor"):
            picked.append(next((s for s in ways if s.kind == kind), ways[0]))
    return form, tuple(picked)
