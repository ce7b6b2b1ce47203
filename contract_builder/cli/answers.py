"""What a brief may answer: gates, questions, safeguards, facts and Particulars, for `list --what …`."""

from contract_builder import api
from contract_builder.cli.table import heading, paragraph
from contract_builder.model.documents import Answer, Answers, Asked
from contract_builder.model.triage import UNKNOWN

WHAT = ("gates", "questions", "safeguards", "facts", "particulars")
_Answer = tuple[str, str]
"""What to write in the brief, and what it means."""
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
    return [(f.id, f"{f.ask} (asked of: {f.owner})", []) for f in content.library.particulars]


def _points(points: int) -> str:
    return f"{points} point{'' if points == 1 else 's'}"
