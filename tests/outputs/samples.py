"""Real documents: of every shipped example, of bundles, of a brief that is wrong."""

import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import contract_builder as cb
from contract_builder.cli.main import run
from tests.contents import shipped

COUNCIL = Path(__file__).parents[2] / "examples" / "council" / "brief.yaml"
WRONG = b"brief: 1\ntitle: A list\nai_type: [forecasting]\n"


class Sample(NamedTuple):
    """A document, by the name of its schema."""

    name: str
    what: str
    data: bytes

    @property
    def value(self) -> Any:
        """The document, read."""
        return json.loads(self.data)


@cache
def content() -> cb.Content:
    """The shipped contents."""
    return shipped()


@cache
def built(example: str) -> cb.Built:
    """What comes of a shipped example."""
    if example == "council":
        council = cb.load_content(council=cb.council_near(COUNCIL.parent))
        return cb.build(council, cb.read_brief(COUNCIL, council))
    return cb.build(content(), cb.read_brief(cb.example(example), content()))


@cache
def samples() -> tuple[Sample, ...]:
    """All of them."""
    return tuple(_samples())


def printed(name: str, *arguments: str) -> Sample:
    """What a command prints with --json."""
    out = StringIO()
    with redirect_stdout(out):
        assert run([*arguments, "--json"]) == 0
    return Sample(name, " ".join(arguments), out.getvalue().encode())


def _samples() -> Iterator[Sample]:
    for example in (*cb.examples(), "council"):
        made = built(example)
        assert made.triage and made.selection and made.contract
        yield Sample("triage", example, cb.render_json(made.triage))
        yield Sample("selection", example, cb.render_json(made.selection))
        yield Sample("contract", example, cb.render_contract(made.contract, "json"))
        contents = (
            cb.load_content(council=cb.council_near(COUNCIL.parent)) if example == "council" else content()
        )
        yield Sample("annotations", example, cb.render_json(cb.annotations_of(contents, made)))
        yield Sample("obligations", example, cb.render_json(cb.obligations_of(made.contract)))
        yield Sample("notice", example, cb.render_json(cb.notice_wording(contents, made)))
        yield Sample(
            "register", example, cb.render_json(cb.register_of(made.contract, end_date="2030-03-31"))
        )
        yield Sample("diagnostics", example, cb.render_json(cb.Report(diagnostics=made.diagnostics)))
        if example != "council":
            document = cb.render_edition(content(), made, "supplier")
            lock = cb.lock_contract(content(), made, {("supplier", "docx"): document})
            yield Sample("lock", example, lock)
            yield Sample("rebuild", example, cb.render_json(cb.rebuild(cb.read_lock(lock)).report))
            yield Sample("verification", example, cb.render_json(cb.verify(document, cb.read_lock(lock))))
    brief = cb.read_brief(cb.example("event-listing-drafts"))
    yield Sample(
        "what-if", "more money", cb.render_json(cb.what_if(content(), brief, {"estimated_value": "6000000"}))
    )
    yield Sample("coverage", "of the library", cb.render_json(cb.coverage_of(content())))
    taxonomy = content().library.taxonomy
    types, areas = [t.id for t in taxonomy.ai_types], [a.id for a in taxonomy.service_areas]
    for n, type_ in enumerate(types):
        area, tier = areas[n % len(areas)], n % 4 + 1
        selection = cb.bundle(content(), (type_,), area, tier)
        yield Sample("selection", f"bundle {type_} {area} {tier}", cb.render_json(selection))
    for clause in content().library.clause_by_id:
        answer = cb.explain(content(), selection, clause)
        key = "left_out" if isinstance(answer, cb.LeftOut) else "chosen"
        yield Sample("explanation", clause, cb.render_json(cb.Explanation(**{key: answer})))  # type: ignore[arg-type]
    try:
        cb.read_brief(WRONG)
    except cb.ContentError as error:
        yield Sample("diagnostics", "a wrong brief", cb.render_json(cb.Report(diagnostics=error.diagnostics)))
    with TemporaryDirectory() as folder:
        yield printed("build", "build", "example:homelessness-risk-list", "-o", folder)
    yield printed("clauses", "list", "--group", "data")
    yield printed("names", "list", "--what", "ai-types")
    yield printed("answers", "list", "--what", "questions")
    for name in ("council-data", "redress", "terms-undefined", "Council Data"):
        yield printed("entry", "show", name)
    yield Sample("diagnostics", "check", cb.render_json(cb.check_report()))
