"""Where things stand, and what to say of a name that nothing has."""

from collections.abc import Iterable

from contract_builder.load.hints import did_you_mean
from contract_builder.model.clause import Clause, Definition, Schedule
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.playbook import Playbook

LIBRARY, EXECUTION, PARTICULARS = "clauses/library.yaml", "clauses/execution.yaml", "clauses/particulars.yaml"
WORDING = "clauses/wording.yaml"
TOPICS, FINDINGS, LAW = "clauses/topics.yaml", "clauses/findings.yaml", "clauses/law.yaml"
ANCHORS, TAXONOMY = "clauses/anchors.yaml", "clauses/taxonomy.yaml"
NOTICE = "clauses/notice.yaml"
FACTS, TRIAGE = "playbooks/facts.yaml", "playbooks/triage.yaml"


def at(file: str, line: int = 0) -> Place:
    """The place on `line` of `file`; the whole file if no line is known."""
    return Place(file, line, 1) if line else Place(file)


def in_front_matter(owner: Clause | Schedule | Definition, *path: str | int) -> Place:
    """Where the key or list entry at `path` stands, or the nearest thing above it."""
    if not isinstance(owner, Clause):
        return at(owner.file, owner.line)
    return _nearest(owner.file, owner.lines, path)


def in_playbook(playbook: Playbook, *path: str | int) -> Place:
    """Where the key or list entry at `path` stands, or the nearest thing above it."""
    return _nearest(playbook.file, playbook.lines, path)


def _nearest(file: str, lines: dict[str, int], path: tuple[str | int, ...]) -> Place:
    names = [str(step) for step in path]
    while names and ".".join(names) not in lines:
        names.pop()
    return at(file, lines.get(".".join(names), 0))


def unknown(rule: str, name: str, known: Iterable[str], what: str, place: Place) -> list[Diagnostic]:
    """A Diagnostic if `name` is not among `known`; `what` says what it should be, such as "topic"."""
    names = list(known)
    if name in names:
        return []
    hint = did_you_mean(name, names) or f"There is no {what} yet; add it first."
    return [Diagnostic(rule, place, f"There is no {what} `{name}`.", hint)]
