"""The rule `reason-without-source`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "reason-without-source"
LEVEL: Level = "advice"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A rule or a constraint gives a reason, and cites nothing that bears it out.

    A procurer has to defend the choice before a supplier who asks where it comes from. A council's overlay may rest on
    its own policy, and passes.
    """
    for playbook in scope.playbooks.playbooks:
        if playbook.kind == "overlay":
            continue
        for rule in playbook.reasoned:
            if not rule.cites:
                yield Diagnostic(
                    RULE,
                    at(rule.file, rule.line),
                    f"The reason of `{rule.id}` cites no finding, no law hook and no harm.",
                    "Write under `cites:` the ids of what bears it out, for example `cites: [no-redress-route]`.",
                    LEVEL,
                )
