"""The wording for the tender or transparency notice, as the library holds it."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.condition import Condition

FACTS = "facts"
"""What stands for the owner of a value that is a fact of the brief."""

NoticeShape: TypeAlias = Literal["agreement", "ai-schedule"]
SHAPES: tuple[NoticeShape, ...] = ("agreement", "ai-schedule")


class Provision(Frozen, frozen=True):
    """A text that a contract holds or lacks: a clause or a schedule, or one labelled item of it."""

    kind: Literal["clause", "schedule"]
    id: str
    label: str = ""

    def __str__(self) -> str:
        """As it is written: `change-control#growth`, `schedules/performance`."""
        folder = "schedules/" if self.kind == "schedule" else ""
        return f"{folder}{self.id}#{self.label}" if self.label else f"{folder}{self.id}"


def provision(text: str) -> Provision:
    """What `text` names: `clause`, `clause#label` or `schedules/id#label`."""
    owner, _, label = text.partition("#")
    if owner.startswith("schedules/"):
        return Provision("schedule", owner.removeprefix("schedules/"), label)
    return Provision("clause", owner, label)


class NoticePart(Frozen, frozen=True):
    """A heading of the wording."""

    id: str
    title: str
    prints: bool = True
    """Whether it goes into the notice; if not, it is for the officer."""
    when: Condition | None = None
    """Where its paragraphs stand; everywhere, if none."""
    line: int = 0


class NoticeParagraph(Frozen, frozen=True):
    """One paragraph, which prints only where the contract holds what it says."""

    id: str
    part: str
    text: str
    title: str = ""
    """The words before it, in bold."""
    when: Condition | None = None
    shapes: tuple[NoticeShape, ...] = ("agreement",)
    provided_by: tuple[Provision, ...] = ()
    """What the contract must hold, all of it."""
    unless: tuple[Provision, ...] = ()
    """What takes its place, if the contract holds all of it."""
    values: dict[str, str] = {}
    """From the name of a placeholder to the clause or schedule whose parameter it is, or `facts`."""
    law: tuple[str, ...] = ()
    note: str = ""
    """For the officer; never in the notice."""
    line: int = 0

    def owner(self, value: str) -> Provision | None:
        """The clause or schedule that the value called `value` is of; none for a fact."""
        return None if self.values[value] == FACTS else provision(self.values[value])


class NoticeQuestion(Frozen, frozen=True):
    """Something of public law that the officer answers and files."""

    id: str
    title: str
    ask: str
    owner: str
    in_notice: bool = False
    """Whether the answer belongs in the notice, too."""
    when: Condition | None = None
    law: tuple[str, ...] = ()
    line: int = 0


class Notice(Frozen, frozen=True):
    """`notice.yaml`."""

    version: str
    title: str
    parts: tuple[NoticePart, ...]
    """In the order in which they print."""
    paragraphs: tuple[NoticeParagraph, ...]
    questions: tuple[NoticeQuestion, ...] = ()
