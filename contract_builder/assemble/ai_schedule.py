"""The AI schedule: the same clauses as part of a contract that somebody else wrote."""

import hashlib

import msgspec
from msgspec.structs import replace

from contract_builder.assemble.assemble import Assembled, Form, assemble, digest_of
from contract_builder.assemble.hostwords import HostWords
from contract_builder.assemble.retold import retold
from contract_builder.errors import InternalError
from contract_builder.model.agreement import SCHEDULES
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.contract import (
    BlankRun,
    ClauseNode,
    Contract,
    ExecutionNode,
    Numbered,
    OpenItem,
    ParticularsRow,
    ParticularsSection,
    Run,
    TextRun,
)
from contract_builder.model.host import Host, HostChoice, HostNode, Opening
from contract_builder.model.library import Library
from contract_builder.model.selection import ChosenValue, Selection

OPENING = "this-schedule"
"""The id of the first paragraph, which says what the schedule is."""
_ANCHOR = f"clause.{OPENING}"
TITLE, REFERENCE = "host_title", "host_reference"
"""The rows that say which contract the schedule is part of."""
_UNSIGNED = ExecutionNode("", (), ())


def assemble_schedule(
    library: Library, selection: Selection, brief: Brief, facts: Facts, tool_version: str = ""
) -> Assembled:
    """The AI schedule for `selection`, in the words of the brief's host.

    Raises InternalError if the library has no map of that host, or no words for a schedule.
    """
    choice = brief.host
    host = library.host_by_id.get(choice.map) if choice else None
    opening = library.opening
    if choice is None or host is None or opening is None:
        raise InternalError("an AI schedule needs a host, its map and ai-schedule.yaml")
    words = HostWords(library, host, opening)
    only = {c.clause: c.position for c in selection.chosen}
    first = choice.first_paragraph or host.first_paragraph
    paragraphs = _paragraphs(host, opening, words, first)
    form = Form(
        "paragraph", "Annex", first + 1, (words.terms("AI System"), "Particulars", *_lines(paragraphs))
    )
    selection = _in_host_words(selection, words)
    brief = replace(brief, particulars={**_elsewhere(library, host, choice, words), **brief.particulars})
    made = assemble(retold(library, host, opening, only), selection, brief, facts, tool_version, form)
    if made.contract is None:
        return made
    lists = frozenset(f.id for f in library.particulars if f.fact == SCHEDULES)  # the contents say it
    return Assembled(_as_schedule(made.contract, host, choice, opening, words, paragraphs, first, lists), ())


def _elsewhere(library: Library, host: Host, choice: HostChoice, words: HostWords) -> dict[str, str]:
    """What prints in place of a blank where the host has the field: the schedule has no row in which to fill it in."""
    said = {
        field.id: f"as stated in {host.particulars}"
        for field in library.particulars
        if field.id in host.fields and field.asked and not (field.date or field.choices)
    }
    parties = {"council_name": "the Council", "supplier_name": "the Supplier"}
    signed = () if not choice.signatures else tuple(parties)
    said |= {field: words.terms(party) for field, party in parties.items() if field in said}
    return {field: value for field, value in said.items() if field not in signed}


def _in_host_words(selection: Selection, words: HostWords) -> Selection:
    """`selection` with the texts that library and playbooks give as values retold; a brief's own words stay."""

    def values(chosen: tuple[ChosenValue, ...]) -> tuple[ChosenValue, ...]:
        return tuple(
            replace(v, value=words.all(v.value))
            if isinstance(v.value, str) and v.reason.effect in ("default", "value")
            else v
            for v in chosen
        )

    return replace(
        selection,
        chosen=tuple(replace(c, values=values(c.values)) for c in selection.chosen),
        schedule_values=tuple(replace(s, values=values(s.values)) for s in selection.schedule_values),
    )


def _as_schedule(
    contract: Contract,
    host: Host,
    choice: HostChoice,
    opening: Opening,
    words: HostWords,
    paragraphs: tuple[Numbered, ...],
    first: int,
    lists: frozenset[str],
) -> Contract:
    label = choice.schedule or host.label
    identity = replace(
        contract.identity,
        title=f"{label} – {host.heading}",
        reference=choice.reference,
    )
    blanks = _blanks(choice, opening, words)
    theirs = frozenset(host.fields) | lists
    return replace(
        contract,
        identity=identity,
        background=(TextRun(words.terms(opening.lead)),),
        particulars=(_place(choice, opening, words), *_ours(contract.particulars, theirs)),
        clauses=(_opening(opening, paragraphs, first), *contract.clauses),
        execution=_signed(contract.execution, words) if choice.signatures else _UNSIGNED,
        open_items=(*blanks, *(item for item in contract.open_items if item.field not in theirs)),
        host=HostNode(
            map=host.id,
            map_digest=hashlib.sha256(msgspec.json.encode(host, order="deterministic")).hexdigest(),
            label=label,
            heading=host.heading,
            title=choice.title,
            reference=choice.reference,
            parties=(words.terms("Council"), words.terms("Supplier")),
            part_a=opening.part_a,
            part_b=opening.part_b,
            first_paragraph=first,
            prevails=host.precedence.prevails,
        ),
    )


def _signed(execution: ExecutionNode, words: HostWords) -> ExecutionNode:
    """`execution` with the host's words for the parties."""
    return replace(
        execution, signatories=tuple(replace(s, party=words.terms(s.party)) for s in execution.signatories)
    )


def _ours(sections: tuple[ParticularsSection, ...], theirs: frozenset[str]) -> tuple[ParticularsSection, ...]:
    """The rows for which the host has no place of its own."""
    left = (replace(s, rows=tuple(r for r in s.rows if r.field not in theirs)) for s in sections)
    return tuple(section for section in left if section.rows)


def _place(choice: HostChoice, opening: Opening, words: HostWords) -> ParticularsSection:
    """Which contract the schedule is part of."""
    rows = []
    for field, label, value in _told(choice, opening, words):
        run: Run = TextRun(value) if value else BlankRun(field, label)
        rows.append(ParticularsRow(field, label, (run,)))
    return ParticularsSection(opening.title, tuple(rows))


def _blanks(choice: HostChoice, opening: Opening, words: HostWords) -> list[OpenItem]:
    return [
        OpenItem(field, label, f"{label}: which is it?", "procurement")
        for field, label, value in _told(choice, opening, words)
        if not value
    ]


def _told(choice: HostChoice, opening: Opening, words: HostWords) -> tuple[tuple[str, str, str], ...]:
    return (
        (TITLE, words.terms(opening.contract_label), choice.title),
        (REFERENCE, words.terms(opening.reference_label), choice.reference),
    )


def _paragraphs(host: Host, opening: Opening, words: HostWords, first: int) -> tuple[Numbered, ...]:
    precedence = opening.prevails if host.precedence.prevails else opening.gives_way
    texts = (words.terms(text) for text in (precedence, *opening.paragraphs))
    return tuple(
        Numbered(1, f"{first}.{n}", f"{first}.{n}", (TextRun(text),), f"{_ANCHOR}.{n}")
        for n, text in enumerate(texts, 1)
    )


def _lines(paragraphs: tuple[Numbered, ...]) -> list[str]:
    """The words in which defined terms may stand."""
    from contract_builder.assemble.parts import phrases

    return [
        p for item in paragraphs for run in item.runs if isinstance(run, TextRun) for p in phrases(run.text)
    ]


def _opening(opening: Opening, paragraphs: tuple[Numbered, ...], first: int) -> ClauseNode:
    return ClauseNode(
        OPENING, opening.version, str(first), opening.title, _ANCHOR, paragraphs,
        digest_of(opening.title, paragraphs),
    )  # fmt: skip
