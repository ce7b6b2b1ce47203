"""What a brief may answer: gates, questions, safeguards, facts, Particulars and ways of signing, for `list --what …`."""

from contract_builder import api
from contract_builder.cli.table import heading, paragraph
from contract_builder.model.documents import Answer, Answers, Asked
from contract_builder.model.triage import UNKNOWN

WHAT = ("gates", "questions", "safeguards", "facts", "particulars", "signing")
_Answer = tuple[str, str]
"""What to write in the brief, and what it means."""
_SIGNERS = {
    "Council": "How does the Council sign? Without an answer, the first way of the form.",
    "Supplier": "What kind of body is the Supplier? Without an answer, the first way of the form.",
    "Guarantor": "What kind of body is the guarantor? Without an answer, there is none.",
}
_NUMBER = ("a whole number", "")


def entries(content: api.Content, what: str) -> Answers:
    """The keys of one part of a brief: id, question, and the answers that it takes (none: free text)."""
    return Answers(
        what=what,
        asked=tuple(
            Asked(name, ask, tuple(Answer(*answer) for answer in answers))
            for name, ask, answers in _of(content, what)
        ),
    )


def in_words(content: api.Content, what: str) -> str:
    """The same for a terminal."""
    parts: list[str] = []
    for name, ask, answers in _of(content, what):
        parts += [heading(name), paragraph(ask, 2)]
        parts += [paragraph(f"{answer}: {means}" if means else answer, 6) for answer, means in answers]
    return "\n".join(parts)


def _of(content: api.Content, what: str) -> list[tuple[str, str, list[_Answer]]]:
    triage = content.triage
    if what == "gates":
        gate = [("no", ""), ("yes", "stop and refer"), (UNKNOWN, "stop and refer")]
        return [(s.id, f"{s.ask} {s.help}", gate) for s in triage.stops]
    if what == "questions":
        return [
            (
                q.id,
                f"{q.ask} {q.help}",
                [*((o.id, f"{o.title} ({_points(o.points)})") for o in q.options),
                 (UNKNOWN, f"scores as the worst ({_points(q.worst().points)})")],
            )
            for q in triage.questions
        ]  # fmt: skip
    if what == "safeguards":
        states = [(state, "") for state in triage.mitigation.points]
        return [(e.id, e.ask, states) for e in triage.mitigation.evidence]
    if what == "facts":
        return [
            (f.id, f.ask, [_NUMBER] if f.type == "number" else [(value, "") for value in f.values])
            for f in content.playbooks.facts
            if f.given_by == "brief" and f.id not in ("ai_types", "service_area")
        ]
    if what == "signing":
        return _signing(content)
    return [
        (f.id, f"{f.ask} (asked of: {f.owner})", [*f.choices.items()])
        for f in content.library.particulars
        if f.asked
    ]


def _signing(content: api.Content) -> list[tuple[str, str, list[_Answer]]]:
    """The keys of `execution` in a brief, with the notes on each way of signing."""
    execution = content.library.execution
    forms = execution.all_forms
    found = [
        (
            "form",
            f"How is the contract signed? Without an answer: {forms[0].id}.",
            [(f.id, f.note) for f in forms],
        )
    ]
    for party, ask in _SIGNERS.items():
        ways = [
            (s.kind, f"{form.id}. {s.note}".strip()) for form in forms for s in execution.ways(party, form.id)
        ]
        found.append((party.casefold(), ask, ways))
    return found


def _points(points: int) -> str:
    return f"{points} point{'' if points == 1 else 's'}"
