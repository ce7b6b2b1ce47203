"""What changes nothing, as findings: for `matrix` each playbook and rule, for `check` the playbooks alone."""

from collections.abc import Iterator

from contract_builder.matrix.builds import Builds
from contract_builder.matrix.domain import Domain
from contract_builder.matrix.effects import but_the_base, changes_anything
from contract_builder.matrix.probe import Probe
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.matrix import PlaybookEffect, RuleEffect
from contract_builder.model.playbook import Playbooks
from contract_builder.model.triage import TriageTable

PLAYBOOK, RULE = "playbook-changes-nothing", "rule-changes-nothing"


def idle_playbooks(library: Library, playbooks: Playbooks, triage: TriageTable) -> Iterator[Diagnostic]:
    """A warning for each playbook that changes nothing. Looks no farther than the first effect of each."""
    domain = Domain(library, playbooks, triage)
    builds, probe = Builds(domain, playbooks), Probe(domain)
    for playbook in but_the_base(domain):
        if not changes_anything(domain, builds, probe, playbook):
            yield _nothing(playbook.id, playbook.file, bool(playbook.rules))


def without_effect(effects: tuple[PlaybookEffect, ...]) -> Iterator[Diagnostic]:
    """A warning for each playbook, and each rule of another playbook, that changes nothing."""
    for playbook in effects:
        if playbook.effect == "nothing":
            yield _nothing(playbook.playbook, playbook.file, bool(playbook.rules))
            continue
        for rule in playbook.rules:
            if rule.effect == "nothing":
                yield _idle(playbook, rule)


def _nothing(playbook: str, file: str, has_rules: bool) -> Diagnostic:
    why = "its rules together say what would be so anyway" if has_rules else "it has no rules"
    message = f"The playbook `{playbook}` changes nothing in any contract: {why}."
    hint = "Give it a rule that changes something, or delete it."
    return Diagnostic(PLAYBOOK, Place(file, 1, 1), message, hint, "warning")


def _idle(playbook: PlaybookEffect, rule: RuleEffect) -> Diagnostic:
    name = f"The rule `{rule.rule}` of the playbook `{playbook.playbook}`"
    if rule.tried:
        cases = "the one case" if rule.tried == 1 else f"any of the {rule.tried} cases"
        message = f"{name} changes nothing: contracts with it and without it are the same in {cases} where it could matter."
        hint = "Take it out, or say what differs from what would be so anyway."
    else:
        message = f"{name} changes nothing: no contract fulfils its condition and has what it speaks of."
        hint = "Correct its condition, or take it out."
    return Diagnostic(RULE, Place(playbook.file, rule.line, 1), message, hint, "warning")
