"""The wording for the notice of one contract: it says what that contract holds, with its values, and nothing else."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contract_builder.assemble.filled import filled
from contract_builder.assemble.numbering import anchor_of
from contract_builder.assemble.parts import inlines_of, standing
from contract_builder.assemble.slots import Values, runs_of
from contract_builder.model.agreement import ParticularField
from contract_builder.model.body import Slot
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause, Parameter, Schedule, Value
from contract_builder.model.condition import Condition, Facts, holds, tests_of, value_words
from contract_builder.model.contract import BlankRun, Block, Contract, Numbered, Runs
from contract_builder.model.documents import ContractName
from contract_builder.model.library import Library
from contract_builder.model.notice import (
    Notice,
    NoticeParagraph,
    NoticePart,
    NoticeShape,
    Provision,
)
from contract_builder.model.notice_text import (
    NoticeAssumed,
    NoticeLaw,
    NoticeLine,
    NoticeRecord,
    NoticeSection,
    NoticeText,
    NoticeWithheld,
)
from contract_builder.model.playbook import FactInfo
from contract_builder.model.selection import Selection

_TIMES = re.compile(r"\.(?=\.(?:\s|$))")
"""The full stop of a value before that of the sentence."""


class _Source(NamedTuple):
    """What a notice is made from."""

    library: Library
    selection: Selection
    contract: Contract
    facts: Facts
    brief: Brief
    infos: tuple[FactInfo, ...]
    given: dict[str, str]
    """The values of the Particulars."""
    anchors: frozenset[str]
    """Those of the contract."""
    shape: NoticeShape

    def applies(self, condition: Condition | None) -> bool:
        """Whether `condition` holds; one that is none does."""
        return condition is None or holds(condition, self.facts)

    def has(self, text: Provision) -> bool:
        """Whether the contract holds `text`."""
        owner = f"{text.kind}.{text.id}"
        return (anchor_of(owner, owner, text.label, 0) if text.label else owner) in self.anchors

    def named(self, text: Provision) -> str:
        """`text` by its title, and by the name under which it is found in the library."""
        held = self.library.clause_by_id if text.kind == "clause" else self.library.schedule_by_id
        owner = held.get(text.id)
        return f"“{owner.title}” ({text})" if owner else str(text)


def notice_text(
    library: Library,
    notice: Notice,
    selection: Selection,
    contract: Contract,
    facts: Facts,
    brief: Brief,
    infos: tuple[FactInfo, ...],
    name: ContractName,
) -> NoticeText:
    """What `notice` says of `contract`, which was made for `selection` under `facts`. Pure.

    A paragraph stands only where the contract holds what it is provided by, and prints the values that it names.
    `infos` are the facts with their questions, `name` says which contract it is.
    """
    shape: NoticeShape = "agreement" if contract.host is None else "ai-schedule"
    source = _Source(
        library, selection, contract, facts, brief, infos, filled(library, brief, facts, selection),
        frozenset(_anchors(contract)), shape,
    )  # fmt: skip
    parts = {part.id: part for part in notice.parts if source.applies(part.when)}
    meant = [
        p
        for p in notice.paragraphs
        if shape in p.shapes and p.part in parts and source.applies(p.when) and not _replaced(p, source)
    ]
    withheld = tuple(
        NoticeWithheld(p.id, p.title or _in_words(p.id), lacks) for p in meant if (lacks := _lacks(p, source))
    )
    left = {one.id for one in withheld}
    blanks: set[str] = set()
    sections = _sections(list(parts.values()), [p for p in meant if p.id not in left], source, blanks)
    records = tuple(
        NoticeRecord(q.id, q.title, q.ask, q.owner, q.in_notice, q.law)
        for q in notice.questions
        if source.applies(q.when)
    )
    cited = {key for s in sections for line in s.paragraphs for key in line.law}
    cited |= {key for one in records for key in one.law}
    return NoticeText(
        contract=name,
        shape=shape,
        title=notice.title,
        version=notice.version,
        sections=sections,
        records=records,
        open_items=tuple(item for item in contract.open_items if item.field in blanks),
        assumed=tuple(_assumed(_conditions(notice, shape), source)),
        withheld=withheld,
        law=tuple(NoticeLaw(h.id, h.cite, h.means, h.confidence) for h in library.law if h.id in cited),
    )


def _replaced(paragraph: NoticeParagraph, source: _Source) -> bool:
    """Whether the contract holds what makes another paragraph say more."""
    return bool(paragraph.unless) and all(map(source.has, paragraph.unless))


def _lacks(paragraph: NoticeParagraph, source: _Source) -> tuple[str, ...]:
    """What `paragraph` would say and the contract does not hold."""
    texts = [source.named(text) for text in paragraph.provided_by if not source.has(text)]
    if texts:
        return tuple(texts)
    return tuple(
        f"the value {name} of {source.named(owner)}"
        for name in paragraph.values
        if (owner := paragraph.owner(name)) and name not in _printed(owner, source)
    )


def _printed(owner: Provision, source: _Source) -> set[str]:
    """The names of the values that the text of `owner` prints in this contract."""
    body = None
    if owner.kind == "clause":
        choice = source.selection.choice(owner.id)
        clause = source.library.clause_by_id.get(owner.id)
        position = clause.position(choice.position) if choice and clause else None
        body = position.body if position else None
    elif source.has(owner):
        body = source.library.schedule_by_id[owner.id].body
    stands = standing(body, source.facts) if body else ()
    return {inline.name for block in stands for inline in inlines_of(block) if isinstance(inline, Slot)}


def _sections(
    parts: list[NoticePart], paragraphs: list[NoticeParagraph], source: _Source, blanks: set[str]
) -> tuple[NoticeSection, ...]:
    """`paragraphs` under their headings; what they leave to be filled in goes to `blanks`."""
    sections: list[NoticeSection] = []
    number = 0
    for part in parts:
        lines: list[NoticeLine] = []
        for one in (p for p in paragraphs if p.part == part.id):
            number += part.prints
            text = _text(runs_of(one.text, _values(one, source)), blanks)
            lines.append(NoticeLine(one.id, number if part.prints else 0, one.title, text, one.law, one.note))
        if lines:
            sections.append(NoticeSection(part.id, part.title, part.prints, tuple(lines)))
    return tuple(sections)


def _text(runs: Runs, blanks: set[str]) -> str:
    words = []
    for run in runs:
        if isinstance(run, BlankRun):
            blanks.add(run.field)
            words.append(f"[to fill in: {run.prompt}]")
        else:
            words.append(run.text)
    return _TIMES.sub("", " ".join("".join(words).split()))


def _values(paragraph: NoticeParagraph, source: _Source) -> Values:
    """What its placeholders may name: the values of the built contract, facts that somebody stated, and Particulars."""
    parameters: dict[str, tuple[Parameter, Value]] = {}
    fields = dict(source.library.field_by_id)
    asks = {info.id: info.ask for info in source.infos}
    for name in paragraph.values:
        owner = paragraph.owner(name)
        if owner is not None:
            parameters[name] = _chosen(owner, name, source)
        elif name in source.brief.facts:
            value = source.brief.facts[name]
            parameters[name] = (Parameter(name, "text", value, asks[name]), value)
        else:
            fields[name] = ParticularField(name, asks[name], "", asks[name], "procurement")
    return Values(parameters, source.given, fields)


def _chosen(owner: Provision, name: str, source: _Source) -> tuple[Parameter, Value]:
    """The parameter called `name` of `owner`, and its value in the contract."""
    if owner.kind == "clause":
        text: Clause | Schedule = source.library.clause_by_id[owner.id]
        chosen = {c.clause: c.values for c in source.selection.chosen}
    else:
        text = source.library.schedule_by_id[owner.id]
        chosen = {s.schedule: s.values for s in source.selection.schedule_values}
    parameter = next(p for p in text.parameters if p.name == name)
    return parameter, next(v.value for v in chosen[owner.id] if v.parameter == name)


def _conditions(notice: Notice, shape: NoticeShape) -> Iterator[Condition]:
    shaped = [p for p in notice.paragraphs if shape in p.shapes]
    used = {p.part for p in shaped}
    found = (
        *(part.when for part in notice.parts if part.id in used),
        *(p.when for p in shaped),
        *(q.when for q in notice.questions),
    )
    yield from (condition for condition in found if condition is not None)


def _assumed(conditions: Iterable[Condition], source: _Source) -> Iterator[NoticeAssumed]:
    """The facts that `conditions` test and that neither the brief nor its triage states."""
    tested = {test.fact for condition in conditions for test in tests_of(condition)}
    for info in source.infos:
        if info.id in tested and not _stated(info, source.brief):
            taken = value_words(source.facts.get(info.id))
            yield NoticeAssumed(info.id, info.ask, taken)


def _stated(info: FactInfo, brief: Brief) -> bool:
    if info.id in ("ai_types", "service_area", "tier") or info.id in brief.facts:
        return True
    answered = bool(info.question) and brief.answers.get(info.question) in info.answers
    return answered or any(kind in info.implied_by for kind in brief.ai_types)


def _anchors(contract: Contract) -> Iterator[str]:
    yield from (clause.anchor for clause in contract.clauses)
    yield from (schedule.anchor for schedule in contract.schedules)
    for blocks in (*(c.blocks for c in contract.clauses), *(s.blocks for s in contract.schedules)):
        yield from _below(blocks)


def _below(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Numbered):
            yield block.anchor
            yield from _below(block.items)


def _in_words(id: str) -> str:
    return id.replace("-", " ").capitalize()
