"""The rule `playbook-extends`."""

from collections.abc import Iterator

from contract_builder.check.places import in_playbook
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.playbook import LAYERS, Playbook

RULE = "playbook-extends"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook extends itself by a circle, or builds on one that is nearer to the contract than itself.

    From far to near: base, tier, AI type, service area, overlay. (That the other exists is checked when it is read.)
    """
    by_id = {playbook.id: playbook for playbook in scope.playbooks.playbooks}
    for playbook in scope.playbooks.playbooks:
        place = in_playbook(playbook, "extends")
        other = by_id.get(playbook.extends)
        if circle := _circle(playbook, by_id):
            message = f"`{playbook.id}` extends itself: {' → '.join(circle)}."
            yield Diagnostic(RULE, place, message, "Let one of them extend `base`.")
        elif other and LAYERS.index(other.kind) > LAYERS.index(playbook.kind):
            message = f"A playbook of kind {playbook.kind} cannot build on one of kind {other.kind}."
            yield Diagnostic(RULE, place, message, "Extend the base, or a playbook of the same kind.")


def _circle(playbook: Playbook, by_id: dict[str, Playbook]) -> list[str]:
    """The ids from `playbook` back to itself; empty if the chain ends."""
    chain = [playbook.id]
    member = by_id.get(playbook.extends)
    while member and member.id not in chain:
        chain.append(member.id)
        member = by_id.get(member.extends)
    return [*chain, playbook.id] if member and member.id == playbook.id else []
