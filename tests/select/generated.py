"""Libraries and playbooks at random, for what must hold whatever the rules are."""

from typing import Any, NamedTuple

from hypothesis import strategies as st

from contract_builder.model.brief import Brief
from contract_builder.model.condition import ALWAYS, Facts, Test
from contract_builder.model.library import Library
from contract_builder.model.playbook import ClauseQuery, Playbook, PlaybookKind, Playbooks, Rule, Setting
from tests.select.library import library_of

CLAUSES = ("audit", "data", "exit", "logs", "redress")
KINDS: dict[str, PlaybookKind] = {
    "base": "base",
    "tier-3": "tier",
    "tier-4": "tier",
    "drafting": "ai-type",
    "scoring": "ai-type",
    "scoring-of-children": "ai-type",
    "housing": "service-area",
    "mereshire": "overlay",
}
EXTENDS = {"tier-4": "tier-3", "scoring-of-children": "scoring"}
FACTS: Facts = {
    "tier": 4,
    "ai_types": frozenset({"drafting", "scoring-of-children"}),
    "service_area": "housing",
    "route": "open",
}
BRIEF = Brief("A purchase", "brief.yaml", ("drafting",), "housing", optional_clauses=("exit",))


class World(NamedTuple):
    """All that a selection is made from, but the facts and the brief."""

    library: Library
    playbooks: tuple[Playbook, ...]


def _pick(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


def _clauses() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "provides": _pick([], ["access"], ["copies"], ["access", "deletion"], ["explanation"]),
            "requires": _pick([], [], ["access"], ["deletion"], ["copies", "explanation"]),
            "from_tier": _pick(1, 3),
            "ai_types": _pick(None, None, ["drafting"], ["biometric"]),
            "positions": _pick(
                {"preferred": {}},
                {"preferred": {}, "fallback": {"requires": ["copies"]}},
                {"preferred": {}, "fallback": {}, "short": {}},
            ),
            "parameters": _pick(
                {"days": {"default": 10, "min": 1, "max": 30, "stronger": "lower"}},
                {"days": {"default": 10, "min": 1, "max": 30, "stronger": "none"}},
            ),
        }
    )


_QUERIES = _pick(
    None,
    None,
    None,
    ClauseQuery(("audit",)),
    ClauseQuery(("data", "exit")),
    ClauseQuery((), True),
    ClauseQuery((), True, ("access",)),
)


@st.composite
def _rule(draw: st.DrawFn, playbook: str, n: int) -> Rule:
    return Rule(
        id=f"rule-{n}",
        because=f"Because of rule {n} of {playbook}.",
        playbook=playbook,
        file=f"{playbook}.yaml",
        line=n + 1,
        when=draw(
            _pick(ALWAYS, ALWAYS, ALWAYS, Test("route", "is", "call-off"), Test("ai_types", "has", "scoring"))
        ),
        include=draw(_QUERIES),
        exclude=draw(_QUERIES),
        offer=draw(_QUERIES),
        position=draw(
            _pick(
                {},
                {"every-clause": "short"},
                {"audit": "fallback"},
                {"every-clause": "fallback", "data": "short"},
            )
        ),
        require=draw(_pick((), (), ("deletion",), ("explanation",), ("nothing",))),
        settings=draw(
            _pick((), *((Setting("audit", "days", n), Setting("exit", "days", 40 - n)) for n in (5, 12, 31)))
        ),
        override=draw(st.booleans()),
    )


@st.composite
def _playbook(draw: st.DrawFn, name: str, rules: int) -> Playbook:
    return Playbook(
        id=name,
        kind=KINDS[name],
        title=name,
        version="1.0.0",
        file=f"{name}.yaml",
        applies_to="" if name == "base" else name,
        extends="" if name == "base" else EXTENDS.get(name, "base"),
        rules=tuple(draw(_rule(name, n)) for n in range(draw(st.integers(0, rules)))),
    )


@st.composite
def worlds(draw: st.DrawFn, rules: int = 2) -> World:
    """A library of five clauses, and eight playbooks of up to `rules` rules each."""
    library = library_of({name: draw(_clauses()) for name in CLAUSES})
    return World(library, tuple(draw(_playbook(name, rules)) for name in KINDS))


def playbooks_of(playbooks: tuple[Playbook, ...]) -> Playbooks:
    return Playbooks((), playbooks)
