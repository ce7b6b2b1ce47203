"""Libraries in Markdown, read by the loader, and what is assembled from all their clauses."""

from typing import Any

import yaml

from contract_builder.assemble import Assembled, assemble
from contract_builder.load.build import build
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause, Definition, Schedule, Value
from contract_builder.model.condition import FactValue
from contract_builder.model.contract import Contract
from contract_builder.model.library import (
    Execution,
    Group,
    Library,
    LibraryInfo,
    ParticularField,
    Signatory,
    Taxonomy,
)
from contract_builder.model.selection import Choice, ChosenValue, Reason, ScheduleValues, Selection

FIELDS = (
    ParticularField("council_name", "Council", "The parties", "Who?", "legal"),
    ParticularField("supplier_name", "Supplier", "The parties", "Who?", "procurement"),
    ParticularField("start_date", "Start Date", "This Contract", "When?", "procurement", date=True),
    ParticularField("system_version", "Version", "The AI System", "Which?", "ICT"),
)
WHY = Reason("include", "It is under test.", "rule", "base")


def clause(id_: str, *positions: str, **front: Any) -> Clause:
    """A clause; `positions` are the texts of `preferred`, `fallback` and `short`, in that order."""
    matter = {
        "id": id_, "title": id_.capitalize(), "version": "1.0.0", "status": "draft", "group": "general", "order": 10,
        "provides": [id_],
        "risk": {"from_tier": 1, "harms": ["lock-in"], "ai_types": "all", "service_areas": "all"},
        **front,
    }  # fmt: skip
    names = ("preferred", "fallback", "short")[: len(positions)]
    if "fallback" in names:
        matter["positions"] = {"fallback": {"approver": "head of legal services", "leaves": "A risk"}}
    sections = [f"## Position: {name}\n\n{text}\n" for name, text in zip(names, positions, strict=False)]
    return _built("clause", matter, sections, f"general/{id_}.md")


def definition(id_: str, term: str, text: str, **front: Any) -> Definition:
    """A definition with its text."""
    matter = {"id": id_, "term": term, "version": "1.0.0", "status": "draft", **front}
    return _built("definition", matter, [f"## Text\n\n{text}\n"], f"definitions/{id_}.md")


def schedule(id_: str, text: str, **front: Any) -> Schedule:
    """A schedule with its text."""
    matter = {
        "id": id_,
        "title": id_.capitalize(),
        "version": "1.0.0",
        "status": "draft",
        "order": 10,
        **front,
    }
    return _built("schedule", matter, [f"## Text\n\n{text}\n"], f"schedules/{id_}.md")


def _built(kind: Any, matter: dict[str, Any], sections: list[str], inside: str) -> Any:
    front = yaml.safe_dump(matter, sort_keys=False, allow_unicode=True)
    text = f"---\n{front}---\n\n" + "\n".join(sections)
    value, found = build(kind, text.encode(), f"clauses/{inside}", inside)
    assert value is not None, [(str(d.place), d.message) for d in found]
    return value


def library(*texts: Clause | Definition | Schedule, background: str = "The parties agree.") -> Library:
    """A library of `texts`; clauses print in the order given."""
    clauses = tuple(t for t in texts if isinstance(t, Clause))
    return Library(
        info=LibraryInfo(
            "Test library", "0.1.0", "England", "OGL-UK-3.0", (Group("general", "General"),), "Contract", "A draft.",
            background,
        ),
        clauses=clauses,
        definitions=tuple(t for t in texts if isinstance(t, Definition)),
        schedules=tuple(t for t in texts if isinstance(t, Schedule)),
        law=(), findings=(), topics=(),
        taxonomy=Taxonomy((), (), (), ()),
        particulars=FIELDS,
        execution=Execution(
            "under-hand", "Signatures", "Signed.", (Signatory("Council", "For {{ council_name }}", ("Name",)),)
        ),
        digest="",
    )  # fmt: skip


def assembled(
    *texts: Clause | Definition | Schedule,
    facts: dict[str, FactValue] | None = None,
    particulars: dict[str, str] | None = None,
    values: dict[str, dict[str, Value]] | None = None,
    position: str = "preferred",
    background: str = "The parties agree.",
) -> Assembled:
    """What comes of all clauses in `texts`, with their defaults but for `values`."""
    made = library(*texts, background=background)
    given = values or {}
    selection = Selection(
        facts={},
        playbooks=("base",),
        chosen=tuple(
            Choice(c.id, c.version, position, (WHY,), WHY, _values(c, given.get(c.id, {}), position))
            for c in made.clauses
        ),
        left_out=(),
        schedule_values=tuple(
            ScheduleValues(s.id, _values(s, given.get(s.id, {}), "")) for s in made.schedules if s.parameters
        ),
    )
    brief = Brief("A purchase", "brief.yaml", ("x",), "y", particulars=particulars or {})
    return assemble(made, selection, brief, facts or {}, "1.2.3")


def _values(owner: Clause | Schedule, given: dict[str, Value], position: str) -> tuple[ChosenValue, ...]:
    return tuple(
        ChosenValue(p.name, given.get(p.name, p.default_for(position)), WHY) for p in owner.parameters
    )


def contract(*texts: Clause | Definition | Schedule, **more: Any) -> Contract:
    """The contract that comes of `texts`; fails if there is none."""
    made = assembled(*texts, **more)
    assert made.contract is not None, [(str(d.place), d.message) for d in made.diagnostics]
    return made.contract
