"""Playbooks with one rule or one playbook less, to see what it changes."""

import msgspec

from contract_builder.model.playbook import Playbook, Playbooks, Rule


def without_rule(playbooks: Playbooks, playbook: Playbook, rule: Rule) -> Playbooks:
    """`playbooks` without `rule` of `playbook`."""
    left = msgspec.structs.replace(playbook, rules=tuple(r for r in playbook.rules if r is not rule))
    changed = tuple(left if p is playbook else p for p in playbooks.playbooks)
    return msgspec.structs.replace(playbooks, playbooks=changed)


def without_playbook(playbooks: Playbooks, playbook: Playbook) -> Playbooks:
    """`playbooks` without `playbook`; what extends it extends what it extended."""
    left = tuple(
        msgspec.structs.replace(p, extends=playbook.extends) if p.extends == playbook.id else p
        for p in playbooks.playbooks
        if p is not playbook
    )
    return msgspec.structs.replace(playbooks, playbooks=left)
