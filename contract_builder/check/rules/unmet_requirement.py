"""The rule `unmet-requirement`."""

from collections.abc import Iterator

from contract_builder.check.mentions import required_topics
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unmet-requirement"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause or a playbook requires a topic that no clause provides, so that no contract can be made of it."""
    for name, place in required_topics(scope):
        if name in scope.topics and name not in scope.library.providers:
            yield Diagnostic(
                RULE,
                place,
                f"The topic `{name}` is required here, and no clause provides it.",
                f"Write a clause with `{name}` under `provides`, or take the topic out here.",
            )
