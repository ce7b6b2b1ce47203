"""The rules of `check` in words: all of them in a list, or one of them in full."""

from contract_builder.check.registry import CHECKS, Check
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.errors import UsageError
from contract_builder.load.hints import near


def list_of_rules() -> str:
    """The rules by group: id, level, whether a file may allow what it finds, and what that is."""
    groups: dict[str, list[Check]] = {}
    for check in CHECKS.values():
        groups.setdefault(check.group, []).append(check)
    header = ("rule", "level", "may be allowed", "finds")
    return "\n\n".join(
        f"{heading(group.capitalize())}\n"
        + table(header, [(c.rule, c.level, "yes" if c.may_be_allowed else "no", c.finds) for c in checks])
        for group, checks in groups.items()
    )


def rule_in_words(rule: str) -> str:
    """What `rule` finds and why it matters. Raises UsageError if there is no such rule."""
    check = CHECKS[known(rule)]
    may = (
        f"A file may allow it: `allow: [{{rule: {rule}, words: …, because: …}}]` in the front matter, or at the top "
        "level of a playbook."
        if check.may_be_allowed
        else "It cannot be allowed."
    )
    about = f"{check.group}, {check.level}"
    return "\n\n".join([heading(f"{rule} ({about})"), *map(paragraph, (check.finds, *check.why, may))])


def known(rule: str) -> str:
    """`rule`. Raises UsageError, with the nearest name, if there is no such rule."""
    if rule in CHECKS:
        return rule
    meant = near(rule, CHECKS)
    hint = f"Did you mean {meant}?" if meant else "`contract-builder check --list-rules` names them all."
    raise UsageError(f"No rule is called {rule}.", hint)
