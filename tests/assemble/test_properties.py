"""What holds of every contract, whatever its texts and values are."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_builder.assemble.numbering import own_number
from contract_builder.model.body import Body, Item, Link, Paragraph, Text
from contract_builder.model.clause import Clause, Position, Risk, Schedule, encode_body
from contract_builder.model.contract import Block, Contract, Numbered, TextRun
from tests.assemble.library import clause, contract
from tests.assemble.reading import all_runs, numbers, references

careful = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
CLAUSES = ("audit", "data", "exit", "logs")
SCHEDULES = ("kpis", "plan", "tests")
LABELS = ("a-label", "b-label", "2", "10")
RISK = Risk(1, (), "all", "all")
SPEAKING = clause(
    "data",
    "1. {{ routes }}{{ system_version }}{{ routes | money }}",
    parameters={"routes": {"type": "text", "default": "a complaint", "ask": "Which?"}},
)
any_text = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(lambda text: text.strip())
"""Half characters are refused at input."""


@careful
@given(any_text, any_text)
def test_any_text_survives_as_a_value_and_as_a_particular(routes: str, version: str) -> None:
    made = contract(SPEAKING, particulars={"system_version": version}, values={"data": {"routes": routes}})
    assert list(all_runs(made)) == [TextRun(routes), TextRun(version), TextRun(routes)]
    rows = {row.field: row.runs for section in made.particulars for row in section.rows}
    assert rows["system_version"] == (TextRun(version),)


_TARGETS = [
    *(Link("clause", name) for name in CLAUSES),
    *(Link("schedule", name) for name in SCHEDULES),
    *(Link("clause", name, label, "other words") for name in CLAUSES for label in LABELS),
    *(Link("schedule", name, label, "other words") for name in SCHEDULES for label in LABELS),
]
_SHAPES = [((),), ((1,), ()), ((2, 1), (0,)), ((0, 2), (), (3,)), ((1, 1, 1), (1,))]
"""For each item at the top, for each item below it, how many are below that."""


@st.composite
def _bodies(draw: st.DrawFn) -> Body:
    """Items to three levels with labels and links, and perhaps a paragraph between them."""
    labels = draw(st.sampled_from([(), LABELS, LABELS[::-1], ("", "2", "", "b-label")]))
    links = draw(st.lists(st.sampled_from(_TARGETS), max_size=3))
    names, cited = [*labels], [*links]

    def item(below: tuple[Item, ...]) -> Item:
        link = cited.pop() if cited else None
        label = names.pop() if names else ""
        return Item((Text("Words "), link) if link else (Text("Words."),), label, items=below)

    shape = draw(st.sampled_from(_SHAPES))
    blocks: list[Item | Paragraph] = [
        item(tuple(item(tuple(item(()) for _ in range(deep))) for deep in below)) for below in shape
    ]
    if draw(st.booleans()):
        blocks.insert(1, Paragraph((Text("Between."),)))
    return tuple(blocks)


@st.composite
def _contents(draw: st.DrawFn) -> tuple[list[Clause], list[Schedule]]:
    """A subset of the clauses that cites no clause outside it, and all schedules."""
    bodies = {name: draw(_bodies()) for name in CLAUSES}
    annexed = {name: draw(_bodies()) for name in SCHEDULES}
    chosen = set(draw(st.sets(st.sampled_from(CLAUSES), min_size=1)))
    while True:  # what it cites, by itself or through a schedule, comes in as well
        cited, seen = set(chosen), set[str]()
        waiting = [bodies[name] for name in chosen]
        while waiting:
            for link in _hard(waiting.pop()):
                if link.kind == "clause":
                    cited.add(link.target)
                elif link.target not in seen:
                    seen.add(link.target)
                    waiting.append(annexed[link.target])
        if cited == chosen:
            break
        chosen = cited
    clauses = [
        Clause(name, name, "1.0.0", "draft", "general", n, (name,), RISK, f"{name}.md",
               (Position("preferred", 0, 1, encode_body(bodies[name])),))
        for n, name in enumerate(CLAUSES) if name in chosen
    ]  # fmt: skip
    schedules = [
        Schedule(name, name, "1.0.0", "draft", 10 - n, f"{name}.md", encode_body(body))
        for n, (name, body) in enumerate(annexed.items())
    ]
    return clauses, schedules


def _hard(body: Iterable[Item | object]) -> list[Link]:
    """The links in `body` without other words."""
    found: list[Link] = []
    for block in body:
        if isinstance(block, Item):
            found += [i for i in block.inlines if isinstance(i, Link) and not i.alternative]
            found += _hard(block.items)
    return found


def made_of(contents: tuple[list[Clause], list[Schedule]]) -> Contract:
    return contract(*contents[0], *contents[1])


@careful
@given(_contents())
def test_numbers_are_consecutive_at_every_level(contents: tuple[list[Clause], list[Schedule]]) -> None:
    made = made_of(contents)
    assert [c.number for c in made.clauses] == [str(n) for n in range(1, len(made.clauses) + 1)]
    assert [s.number for s in made.schedules] == [f"Schedule {n}" for n in range(1, len(made.schedules) + 1)]
    for part in made.clauses:
        _check_numbers(part.blocks, 1, part.number, "")
    for annexed in made.schedules:
        _check_numbers(annexed.blocks, 1, "", "")


def _check_numbers(blocks: Sequence[Block], level: int, clause_number: str, above: str) -> None:
    items = [block for block in blocks if isinstance(block, Numbered)]
    for n, item in enumerate(items, 1):
        assert item.level == level
        assert item.number == own_number(level, n, clause_number)
        assert item.full == above + item.number
        _check_numbers(item.items, level + 1, clause_number, item.full)


@careful
@given(_contents())
def test_no_two_items_of_one_contract_have_the_same_full_number(
    contents: tuple[list[Clause], list[Schedule]],
) -> None:
    made = made_of(contents)
    cited = [f"clause {c.number}" for c in made.clauses] + [s.number for s in made.schedules]
    for part in made.clauses:
        cited += [f"clause {full}" for full in _full_numbers(part.blocks)]
    for annexed in made.schedules:
        cited += [f"paragraph {full} of {annexed.number}" for full in _full_numbers(annexed.blocks)]
    assert len(set(cited)) == len(cited)


def _full_numbers(blocks: Sequence[Block]) -> list[str]:
    items = [block for block in blocks if isinstance(block, Numbered)]
    return [full for item in items for full in (item.full, *_full_numbers(item.items))]


@careful
@given(_contents())
def test_every_reference_carries_the_number_of_its_target(
    contents: tuple[list[Clause], list[Schedule]],
) -> None:
    made = made_of(contents)
    known = numbers(made)
    for run in references(made):
        full, own = known[run.anchor]
        assert run.text == (full if run.full else own)
    assert made.cited == {run.anchor for run in references(made)}


@careful
@given(_contents())
def test_no_two_places_have_one_name(contents: tuple[list[Clause], list[Schedule]]) -> None:
    made = made_of(contents)
    names: list[str] = []

    def walk(anchor: str, blocks: Sequence[Block]) -> None:
        names.append(anchor)
        for block in blocks:
            if isinstance(block, Numbered):
                walk(block.anchor, block.items)

    for part in (*made.clauses, *made.schedules):
        walk(part.anchor, part.blocks)
    assert len(set(names)) == len(names)


@careful
@given(_contents())
def test_exactly_the_schedules_that_are_cited_are_in_and_in_their_order(
    contents: tuple[list[Clause], list[Schedule]],
) -> None:
    clauses, schedules = contents
    made = made_of(contents)
    bodies = {s.id: s.body for s in schedules}
    wanted: set[str] = set()
    waiting: list[Body] = [c.positions[0].body for c in clauses]
    while waiting:
        for link in _hard(waiting.pop()):
            if link.kind == "schedule" and link.target not in wanted:
                wanted.add(link.target)
                waiting.append(bodies[link.target])
    orders = {s.id: s.order for s in schedules}
    got = [s.id for s in made.schedules[1:]]
    assert set(got) == wanted
    assert all(orders[a] < orders[b] for a, b in pairwise(got))
