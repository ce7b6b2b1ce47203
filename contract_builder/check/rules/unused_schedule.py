"""The rule `unused-schedule`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-schedule"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """No clause refers to a schedule, not even by way of another one, so that it is in no contract."""
    for schedule in scope.library.schedules:
        key = ("schedule", schedule.id)
        if not scope.presence.bringing(key) and key not in scope.presence.standing:
            yield Diagnostic(
                RULE,
                at(schedule.file, schedule.line),
                f"Nothing refers to the schedule `{schedule.id}`, so it is in no contract.",
                f"Refer to it from a clause: `[the words](../schedules/{schedule.id}.md)`; or delete it.",
                LEVEL,
            )
