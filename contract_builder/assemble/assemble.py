"""From a Selection to the Contract: values, definitions, schedules, numbers, references, obligations."""

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from contract_builder.assemble.filled import blanks_in, blanks_of, filled, list_of, printing
from contract_builder.assemble.nodes import Printer
from contract_builder.assemble.numbering import targets_in
from contract_builder.assemble.obligations import obligations_of
from contract_builder.assemble.particulars import open_items_of, particulars_of, parties_of, told
from contract_builder.assemble.parts import Extent, extent, links_of, phrases, standing, terms_in
from contract_builder.assemble.references import References
from contract_builder.assemble.signing import execution_of
from contract_builder.assemble.slots import Values, plain
from contract_builder.assemble.unwritten import unwritten
from contract_builder.errors import InternalError
from contract_builder.model.base import Frozen
from contract_builder.model.body import Body
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause, Definition, Parameter, Schedule
from contract_builder.model.condition import Facts
from contract_builder.model.contract import (
    Block,
    ClauseNode,
    Contract,
    DefinitionNode,
    Grid,
    Identity,
    Numbered,
    ScheduleNode,
)
from contract_builder.model.diagnostic import Diagnostic, errors, in_reading_order
from contract_builder.model.library import Library
from contract_builder.model.selection import Choice, ChosenValue, Selection
from contract_builder.model.words import long_date

DEFINITIONS = "definitions"
FIRST_CITED = 2
"""The number of the first schedule that the clauses cite; the definitions are Schedule 1."""
ALWAYS_USED = ("Contract", "Council", "Supplier", "AI System", "Services", "Particulars")
"""Terms that the cover, the Particulars and the execution block use."""


class Form(Frozen, frozen=True):
    """What the parts of a document are called, and from where they are counted."""

    clause: str = "clause"
    schedule: str = "Schedule"
    first: int = 1
    """The number of the first clause."""
    always_used: tuple[str, ...] = ALWAYS_USED


AGREEMENT = Form()


class Assembled(Frozen, frozen=True):
    """The contract, or why there is none."""

    contract: Contract | None
    diagnostics: tuple[Diagnostic, ...]


class _Part(NamedTuple):
    """One clause on its way into the contract."""

    choice: Choice
    clause: Clause
    body: Body
    number: str
    values: Values


def assemble(
    library: Library,
    selection: Selection,
    brief: Brief,
    facts: Facts,
    tool_version: str = "",
    form: Form = AGREEMENT,
) -> Assembled:
    """The resolved Contract for `selection`. Pure; the same inputs give an equal tree."""
    found: list[Diagnostic] = [d for d in selection.diagnostics if d.level == "error"]
    if found:
        return Assembled(None, tuple(found))
    given = filled(library, brief, facts, selection)
    outer = Values({}, given, library.field_by_id)
    parts = _parts(library, selection, facts, outer, form)
    of_schedules = {s.schedule: s.values for s in selection.schedule_values}

    def values_of(schedule: Schedule) -> Values:
        return _values(schedule.parameters, of_schedules.get(schedule.id, ()), outer)

    around, references = _around(parts, library, facts, values_of, form)
    clauses = tuple(_clause(part, references, found) for part in parts)
    defined = tuple(_definition(d, body, outer, references, found) for d, body in around.definitions)
    annexed = tuple(
        _schedule(s, body, f"{form.schedule} {n}", values_of(s), references, found)
        for n, (s, body) in enumerate(around.schedules, FIRST_CITED)
    )
    duties = tuple(o for part in parts for o in obligations_of(part.clause, part.values, references, found))
    parties = parties_of(outer, found)
    background = told(library.info.background, outer, "clauses/library.yaml", found)
    execution = execution_of(library.execution, brief.execution, outer, found)
    found += unwritten([*((part.clause, part.body) for part in parts), *around.schedules])
    if errors(found):
        return Assembled(None, in_reading_order(found))
    schedules = (_definitions_schedule(defined, form), *annexed)
    bodies = (*(c.blocks for c in clauses), *(s.blocks for s in annexed), *(d.blocks for d in defined))
    around_them = (*parties, background, execution.words, *(s.words for s in execution.signatories))
    used = (
        *(f for blocks in bodies for f in blanks_in(blocks)),
        *(f for r in around_them for f in blanks_of(r)),
    )
    fields = printing(library, given, facts, selection, used)
    contract = Contract(
        identity=_identity(library, brief, tool_version),
        parties=parties,
        notice=library.info.notice,
        background=background,
        particulars=particulars_of(fields, outer, list_of(schedules)),
        clauses=clauses,
        schedules=schedules,
        execution=execution,
        obligations=duties,
        open_items=open_items_of(fields, outer),
        cited=frozenset(references.cited),
    )
    return Assembled(contract, ())


def _parts(library: Library, selection: Selection, facts: Facts, outer: Values, form: Form) -> list[_Part]:
    parts = []
    for number, choice in enumerate(selection.chosen, form.first):
        clause = library.clause_by_id[choice.clause]
        position = clause.position(choice.position)
        if position is None:
            raise InternalError(f"{clause.id} was chosen at {choice.position}, which it does not have")
        values = _values(clause.parameters, choice.values, outer)
        parts.append(_Part(choice, clause, standing(position.body, facts), str(number), values))
    return parts


def _values(parameters: tuple[Parameter, ...], chosen: tuple[ChosenValue, ...], outer: Values) -> Values:
    """What the placeholders of a clause or schedule name; the default where nothing was chosen."""
    given = {v.parameter: v.value for v in chosen}
    own = {p.name: (p, given.get(p.name, p.default)) for p in parameters}
    return Values(own, outer.particulars, outer.fields)


def _around(
    parts: list[_Part],
    library: Library,
    facts: Facts,
    values_of: Callable[[Schedule], Values],
    form: Form,
) -> tuple[Extent, References]:
    """The schedules and definitions, and every target.

    The words that print where a link has no target may use terms as well; which words print shows
    only once the schedules are known.
    """
    texts = [(part.body, part.values) for part in parts]
    words = list(form.always_used)
    while True:
        around = extent(texts, words, library, facts, values_of)
        references = _index(parts, around.schedules, form)
        have = {definition.id for definition, _ in around.definitions}
        more = [
            phrase
            for kind, owner, body in _bodies(parts, around)
            for link in links_of(body)
            if link.alternative and references.find(link, kind, owner) is None
            for phrase in phrases(link.alternative)
            if any(definition.id not in have for definition in terms_in(phrase, library.term_index))
        ]
        if not more:
            return around, references
        words += more


def _bodies(parts: list[_Part], around: Extent) -> Iterator[tuple[str, str, Body]]:
    """The kind, id and text of everything that prints."""
    yield from (("clause", part.clause.id, part.body) for part in parts)
    yield from (("schedule", schedule.id, body) for schedule, body in around.schedules)
    yield from (("definition", definition.id, body) for definition, body in around.definitions)


def _index(parts: list[_Part], schedules: list[tuple[Schedule, Body]], form: Form) -> References:
    references = References(form.clause, form.schedule)
    for part in parts:
        for label, target in targets_in(f"clause.{part.clause.id}", part.number, part.body, False):
            references.targets["clause", part.clause.id, label] = target
        for topic in part.clause.provides:
            references.topics.setdefault(topic, part.clause.id)
    for number, (schedule, body) in enumerate(schedules, FIRST_CITED):
        for label, target in targets_in(f"schedule.{schedule.id}", f"{form.schedule} {number}", body, True):
            references.targets["schedule", schedule.id, label] = target
    return references


def _clause(part: _Part, references: References, found: list[Diagnostic]) -> ClauseNode:
    clause = part.clause
    printer = Printer("clause", clause.id, clause.file, part.values, references, found)
    blocks = printer.blocks(part.body, part.number)
    return ClauseNode(
        clause.id, clause.version, part.number, clause.title, printer.anchor, blocks,
        digest_of(clause.title, blocks),
    )  # fmt: skip


def _definition(
    definition: Definition, body: Body, values: Values, references: References, found: list[Diagnostic]
) -> DefinitionNode:
    printer = Printer("definition", definition.id, definition.file, values, references, found)
    blocks = printer.blocks(body, "")
    return DefinitionNode(
        definition.id, definition.version, definition.term, definition.verb, printer.anchor, blocks
    )


def _schedule(
    schedule: Schedule,
    body: Body,
    number: str,
    values: Values,
    references: References,
    found: list[Diagnostic],
) -> ScheduleNode:
    printer = Printer("schedule", schedule.id, schedule.file, values, references, found)
    blocks = printer.blocks(body, "")
    return ScheduleNode(
        schedule.id, schedule.version, number, schedule.title, printer.anchor, blocks,
        digest=digest_of(schedule.title, blocks),
    )  # fmt: skip


def _definitions_schedule(definitions: tuple[DefinitionNode, ...], form: Form) -> ScheduleNode:
    anchor = f"schedule.{DEFINITIONS}"
    return ScheduleNode(DEFINITIONS, "", f"{form.schedule} 1", "Definitions", anchor, (), definitions)


def digest_of(heading: str, blocks: tuple[Block, ...]) -> str:
    """SHA-256 of a heading and its blocks as printed, numbers of other clauses included."""
    return hashlib.sha256("\n".join([heading, *lines_of(blocks)]).encode()).hexdigest()


def lines_of(blocks: "tuple[Block, ...] | tuple[Numbered, ...]") -> list[str]:
    """The words of `blocks`, a line to a paragraph or table row."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            lines += [" | ".join(plain(cell) for cell in row) for row in (block.header, *block.rows)]
        elif isinstance(block, Numbered):
            lines.append(f"{block.number} {plain(block.runs)}")
            lines += lines_of(block.items)
        else:
            lines.append(plain(block.runs))
    return lines


def _identity(library: Library, brief: Brief, tool_version: str) -> Identity:
    return Identity(
        title=library.info.contract_title,
        reference=brief.particulars.get("contract_reference", ""),
        date=long_date(brief.date),
        draft="Draft",
        library=library.info.name,
        library_version=library.info.version,
        tool_version=tool_version,
        subject=brief.title,
    )
