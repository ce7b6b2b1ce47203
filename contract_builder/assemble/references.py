"""Cross-references: from a link to the words and live numbers that print."""

from contract_builder.assemble.numbering import Target
from contract_builder.model.body import Link
from contract_builder.model.contract import RefRun, Run, TextRun

NBSP = "\u00a0"


class References:
    """Every target in the contract, and the anchors that something refers to."""

    def __init__(self, clause_word: str = "clause", schedule_word: str = "Schedule") -> None:
        self.clause_word = clause_word
        """What a clause is called: in a schedule, a paragraph."""
        self._home = f" of this {schedule_word}" if clause_word == "paragraph" else ""
        """Behind a paragraph of the schedule that the reference stands in, where clauses are paragraphs too."""
        self.targets: dict[tuple[str, str, str], Target] = {}
        self.topics: dict[str, str] = {}
        self.cited: set[str] = set()

    def find(self, link: Link, owner_kind: str, owner: str) -> Target | None:
        """Where `link`, standing in `owner`, points; nothing if that is not in the contract."""
        kind, target = link.kind, link.target
        if kind == "here":
            if owner_kind == "definition":  # has no labels; a clause may have its id
                return None
            kind, target = ("schedule" if owner_kind == "schedule" else "clause"), owner
        if kind == "topic":
            kind, target = "clause", self.topics.get(target, "")
        return self.targets.get((kind, target, link.label))

    def runs(self, link: Link, owner_kind: str, owner: str, opens_sentence: bool) -> list[Run] | None:
        """What prints for `link`; nothing if it has neither a target nor other words."""
        target = self.find(link, owner_kind, owner)
        if target is None:
            words = link.alternative
            words = words[:1].upper() + words[1:] if opens_sentence else words
            return [TextRun(words)] if words else None
        if not target.in_schedule:
            word = self.clause_word
            self.cited.add(target.anchor)
            return [
                TextRun((word.capitalize() if opens_sentence else word) + NBSP),
                RefRun(target.anchor, target.full),
            ]
        at_home = owner_kind == "schedule" and target.path[0][0] == f"schedule.{owner}"
        return self._in_schedule(target, at_home, opens_sentence)

    def _in_schedule(self, target: Target, at_home: bool, opens_sentence: bool) -> list[Run]:
        """Each level is a field of its own: a paragraph's full number would drag "Schedule 2" along."""
        schedule, *levels = target.path
        runs: list[Run] = []
        if levels:
            runs.append(TextRun(("Paragraph" if opens_sentence else "paragraph") + NBSP))
            runs += [RefRun(anchor, number, full=False) for anchor, number in levels]
            if at_home:
                self.cited.update(anchor for anchor, _ in levels)
                return [*runs, TextRun(self._home)] if self._home else runs
            runs.append(TextRun(" of "))
        self.cited.update(anchor for anchor, _ in target.path)
        return [*runs, RefRun(schedule[0], schedule[1], full=False)]
