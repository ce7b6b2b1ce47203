"""Playbooks in shorthand."""

from contract_builder.model.playbook import Playbook, Rule


def base_requiring(*topics: str) -> Playbook:
    """A base playbook that requires `topics` of every contract."""
    rule = Rule("needs", "They are needed.", "base", "base.yaml", 1, require=topics)
    return Playbook("base", "base", "Base", "1.0.0", "base.yaml", rules=(rule,))
