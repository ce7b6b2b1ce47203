"""What a brief is asked for, in the order in which a procurer knows it."""

from collections.abc import Iterator

from contract_builder.built import Content
from contract_builder.interview.ask import (
    BOUGHT,
    FACTS,
    GATES,
    PARTICULARS,
    SAFEGUARDS,
    TRIAGE,
    Ask,
    Kind,
    Option,
)
from contract_builder.interview.purchase import purchase_questions
from contract_builder.model.agreement import ParticularField

_HELP: dict[Kind, str] = {
    "line": "Your own words; they print as they stand.", "date": "A date, written YYYY-MM-DD.",
    "number": "A whole number of pounds.", "one": "One of the answers; it prints in the words beside it.",
}  # fmt: skip


def questions_of(content: Content) -> tuple[Ask, ...]:
    """Every question of a brief. What `council.toml` answers is not asked."""
    return (
        *_bought(content),
        *_gates(content),
        *_triage(content),
        *purchase_questions(content),
        *_safeguards(content),
        *_particulars(content),
    )


def parts_of(content: Content) -> dict[str, str]:
    """What to say before each part."""
    table = content.triage
    return {
        BOUGHT: "Three things that a brief cannot do without.",
        GATES: (
            f"{len(table.stops)} questions. Where the answer is anything but no, the purchase stops until "
            "somebody answers for it."
        ),
        TRIAGE: (
            f"{len(table.questions)} questions, from which the tier follows: how much the contract asks, and who "
            "signs it off. What is not known scores as the worst answer, and can be answered later."
        ),
        FACTS: "How it is bought. Rules for clauses, and for departures from them, turn on it.",
        SAFEGUARDS: (
            f"{len(table.mitigation.evidence)} safeguards. They move the residual tier alone, which settles who "
            f"signs off, once {table.mitigation.threshold_percent}% of them are evidenced. The clauses stay."
        ),
        PARTICULARS: (
            "What is printed at the front of the contract. What is left open prints as a blank, "
            "and the report says who fills it in."
        ),
    }


def _bought(content: Content) -> Iterator[Ask]:
    taxonomy = content.library.taxonomy
    yield Ask(
        "title", BOUGHT, "What is bought?", "line",
        help="A few words that the people concerned know it by, such as: Homelessness risk alerts.",
        why="It stands on the cover.",
    )  # fmt: skip
    types = tuple(Option(t.id, f"{t.title}: {_lower(t.about)}", f"For example: {', '.join(t.examples)}.")
                  for t in taxonomy.ai_types)  # fmt: skip
    yield Ask(
        "ai_types", BOUGHT, "Which kinds of AI are bought?", "several", types,
        help="Go by what the product does, not by its name. A product may be of several kinds: give all of them.",
        why="The kinds and the service settle the lowest tier, and some clauses are for some kinds alone.",
    )  # fmt: skip
    areas = tuple(Option(a.id, a.title) for a in taxonomy.service_areas)
    yield Ask(
        "service_area", BOUGHT, "Which service uses it?", "one", areas,
        help="Where several services use it, take the one where an error hurts people most.",
        why="The kinds of AI and the service settle the lowest tier.",
    )  # fmt: skip


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _gates(content: Content) -> Iterator[Ask]:
    options = (Option("no", "No"), Option("yes", "Yes", "the purchase stops until somebody answers for it"))
    for gate in content.triage.stops:
        yield Ask(
            f"stops.{gate.id}", GATES, gate.ask, "one", options, gate.help, gate.because,
            "stops the purchase, because it cannot be ruled out",
        )  # fmt: skip


def _triage(content: Content) -> Iterator[Ask]:
    for question in content.triage.questions:
        options = tuple(Option(o.id, o.title, _points(o.points)) for o in question.options)
        yield Ask(
            f"answers.{question.id}", TRIAGE, question.ask, "one", options, question.help,
            "The points add up to a score of 100, and the tier follows from it.",
            f"scores as the worst answer ({_points(question.worst().points)})",
        )  # fmt: skip


def _points(points: int) -> str:
    return f"{points} point{'' if points == 1 else 's'}"


def _safeguards(content: Content) -> Iterator[Ask]:
    mitigation = content.triage.mitigation
    options = tuple(
        Option(s, s.replace("-", " ").capitalize(), f"{points} of {max(mitigation.points.values())}")
        for s, points in mitigation.points.items()
    )
    lowest = min(mitigation.points, key=lambda state: mitigation.points[state])
    for item in mitigation.evidence:
        yield Ask(
            f"evidence.{item.id}", SAFEGUARDS, item.ask, "one", options,
            "Count it as in place only if a document or a record shows it.",
            f"Once {mitigation.threshold_percent}% are evidenced, the score for the residual tier falls by "
            f"{mitigation.reduction_percent}%.",
            f"counts as {lowest}",
            skippable=True,
        )  # fmt: skip


def _particulars(content: Content) -> Iterator[Ask]:
    given = content.council.particulars if content.council else {}
    for field in content.library.particulars:
        if field.asked and field.id not in given:
            where = " where the contract has the field" if field.when else ""
            yield Ask(
                f"particulars.{field.id}", PARTICULARS, field.ask, _kind(field),
                tuple(Option(value, words) for value, words in field.choices.items()),
                help=_HELP[_kind(field)],
                why=f"It prints in the Particulars as “{field.label}”.",
                if_unknown=f"prints as a blank, for {field.owner} to fill in{where}",
                skippable=True,
                when=field.when,
            )  # fmt: skip


def _kind(field: ParticularField) -> Kind:
    return "one" if field.choices else "date" if field.date else "number" if field.money else "line"
