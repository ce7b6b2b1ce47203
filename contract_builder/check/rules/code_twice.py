"""The rule `code-twice`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contract_builder.check.places import FINDINGS, TAXONOMY, TOPICS, TRIAGE, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "code-twice"
LEVEL: Level = "error"


class _Coded(NamedTuple):
    """Something that has a code."""

    code: str
    id: str
    file: str
    line: int = 0


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Two findings, topics, AI types, service areas, harms or questions have one code.

    People speak of "F4" and "C31", in minutes and in tables; if two things answer to it, one of them is meant.
    """
    library, taxonomy = scope.library, scope.library.taxonomy
    kinds: dict[str, Iterable[_Coded]] = {
        "findings": (_Coded(f.code, f.id, FINDINGS, f.line) for f in library.findings),
        "topics": (_Coded(t.code, t.id, TOPICS, t.line) for t in library.topics),
        "AI types": (_Coded(t.code, t.id, TAXONOMY) for t in taxonomy.ai_types),
        "service areas": (_Coded(a.code, a.id, TAXONOMY) for a in taxonomy.service_areas),
        "harms": (_Coded(h.code, h.id, TAXONOMY) for h in taxonomy.harms),
        "questions": (_Coded(q.code, q.id, TRIAGE) for q in scope.triage.questions),
    }
    for kind, coded in kinds.items():
        first: dict[str, str] = {}
        for one in coded:
            other = first.setdefault(one.code, one.id)
            if other != one.id:
                yield Diagnostic(
                    RULE,
                    at(one.file, one.line),
                    f"The code {one.code} stands for two {kind}: `{other}` and `{one.id}`.",
                    f"Give `{one.id}` a code of its own.",
                )
