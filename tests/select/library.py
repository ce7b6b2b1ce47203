"""A small library in shorthand: clauses and schedules without text, for rules to choose from."""

from typing import Any

import msgspec

from contract_builder.model.clause import (
    PREFERRED,
    SHORT,
    Clause,
    Parameter,
    Position,
    Risk,
    Schedule,
    encode_body,
)
from contract_builder.model.library import Execution, Group, Library, LibraryInfo, Taxonomy

Shorthand = dict[str, Any]
_EMPTY = encode_body(())
_INFO = LibraryInfo(
    "Test library", "0.1.0", "England", "OGL-UK-3.0", (), "Contract", "Notice.", "Background."
)


def library_of(clauses: Shorthand, schedules: Shorthand | None = None) -> Library:
    """The library in shorthand; clauses print in the order given."""
    made = tuple(_clause(id_, n, about or {}) for n, (id_, about) in enumerate(clauses.items()))
    annexed = tuple(
        _schedule(id_, n, about or {}) for n, (id_, about) in enumerate((schedules or {}).items())
    )
    return Library(
        info=msgspec.structs.replace(
            _INFO, groups=tuple(Group(g, g) for g in dict.fromkeys(c.group for c in made))
        ),
        clauses=made,
        definitions=(),
        schedules=annexed,
        law=(),
        findings=(),
        topics=(),
        taxonomy=Taxonomy((), (), (), ()),
        particulars=(),
        execution=Execution("signatures", "Signatures", "Signed.", ()),
        digest="",
    )


def _clause(id_: str, order: int, about: Shorthand) -> Clause:
    positions = about.get("positions", {PREFERRED: {}})
    return Clause(
        id=id_,
        title=id_,
        version="1.0.0",
        status="draft",
        group=about.get("group", "general"),
        order=order,
        provides=tuple(about.get("provides", ())),
        risk=Risk(
            about.get("from_tier", 1), (), _tags(about.get("ai_types")), _tags(about.get("service_areas"))
        ),
        file=f"clauses/{id_}.md",
        positions=tuple(
            Position(name, 0 if name == SHORT else n, 1, _EMPTY, **_tuples(more or {}))
            for n, (name, more) in enumerate(positions.items())
        ),
        requires=tuple(about.get("requires", ())),
        parameters=_parameters(about),
        lines={"requires": 12},
    )


def _schedule(id_: str, order: int, about: Shorthand) -> Schedule:
    return Schedule(
        id_,
        id_,
        "1.0.0",
        "draft",
        order,
        f"clauses/schedules/{id_}.md",
        _EMPTY,
        parameters=_parameters(about),
    )


def _tags(names: list[str] | None) -> tuple[str, ...] | Any:
    return "all" if names is None else tuple(names)


def _tuples(about: Shorthand) -> Shorthand:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in about.items()}


def _parameters(about: Shorthand) -> tuple[Parameter, ...]:
    usual = {"type": "integer", "ask": "How many?"}
    return tuple(
        msgspec.convert({**usual, **more, "name": name}, Parameter)
        for name, more in about.get("parameters", {}).items()
    )
