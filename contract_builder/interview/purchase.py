"""How it is bought: the shape of the contract, the facts that the triage leaves open, and how it is signed."""

from collections.abc import Iterator

from contract_builder.built import Content
from contract_builder.interview.ask import FACTS, Ask, Option
from contract_builder.model.agreement import Execution
from contract_builder.model.playbook import FactInfo
from contract_builder.model.triage import UNKNOWN, TriageTable

_SHAPE, _HOST = "shape", "host.map"
_AGREEMENT, _SCHEDULE = "agreement", "ai-schedule"
_NO_HOST: dict[str, tuple[str, ...]] = {_SHAPE: (_AGREEMENT, UNKNOWN)}
_YES_NO = {"yes": "Yes", "no": "No"}


def purchase_questions(content: Content) -> Iterator[Ask]:
    """The questions under "The purchase"."""
    yield from _shape(content)
    for fact in content.playbooks.facts:
        if fact.given_by == "brief" and fact.id not in ("ai_types", "service_area"):
            settled = _settled_by(fact, content.triage)
            if settled is not None:
                yield _fact(fact, settled)
    yield _form(content.library.execution)


def _shape(content: Content) -> Iterator[Ask]:
    hosts = tuple(Option(h.id, h.title) for h in content.library.hosts)
    if not hosts:
        return
    yield Ask(
        _SHAPE, FACTS, "Does it become a contract of its own, or a schedule to another contract?", "one",
        (
            Option(_AGREEMENT, "A contract of its own", "core terms, Particulars, schedules and signatures"),
            Option(_SCHEDULE, "A schedule to another contract", "the same clauses in the words of that contract"),
        ),
        help="A call-off under a framework, a purchase on the Council's own terms, or one on the supplier's terms that "
        "cannot be replaced: all three take a schedule.",
        why="The terms of a framework cannot be replaced; a schedule adds to them.",
        if_unknown="becomes a contract of its own",
        skippable=True,
    )  # fmt: skip
    yield Ask(
        _HOST, FACTS, "Which kind of contract is it a schedule to?", "one", hosts,
        help="The kind settles what the schedule calls the parties, and what it leaves to that contract. "
        "A map of your own is one file: see docs/hosts.md.",
        why="Clauses that the other contract has already are left out, with the reason.",
        settled_by=_NO_HOST,
    )  # fmt: skip
    for key, words in (
        ("host.title", "What is that contract called?"),
        ("host.reference", "What is the reference of that contract?"),
    ):
        yield Ask(
            key, FACTS, words, "line",
            help="As it stands on its front page.",
            why="It prints at the front of the schedule.",
            if_unknown="prints as a blank",
            skippable=True,
            settled_by=_NO_HOST,
        )  # fmt: skip


def _settled_by(fact: FactInfo, triage: TriageTable) -> dict[str, tuple[str, ...]] | None:
    """The answers that settle `fact`; none where every answer that is known does, so that it need not be asked."""
    settled = {"ai_types": tuple(fact.implied_by)} if fact.implied_by else {}
    if not fact.question:
        return settled
    options = {o.id for q in triage.questions if q.id == fact.question for o in q.options}
    if options <= fact.answers.keys():
        return None
    return {f"answers.{fact.question}": tuple(fact.answers), **settled}


def _fact(fact: FactInfo, settled: dict[str, tuple[str, ...]]) -> Ask:
    return Ask(
        f"facts.{fact.id}", FACTS, fact.ask, "number" if fact.type == "number" else "one",
        tuple(Option(v, _YES_NO.get(v, v.replace("-", " "))) for v in fact.values),
        why="Rules of the playbooks turn on it.",
        if_unknown=f"counts as {fact.if_unknown}",
        skippable=True,
        settled_by=settled,
    )  # fmt: skip


def _form(execution: Execution) -> Ask:
    forms = execution.all_forms
    return Ask(
        "execution.form", FACTS, "How is the contract signed?", "one",
        tuple(Option(f.id, f.id.replace("-", " ").capitalize(), f.note) for f in forms),
        help="The contract standing orders say above which value a seal or a deed is needed. Who signs in which way "
        "is put in the brief under `execution`: see contract-builder list --what signing.",
        why="A deed binds for twelve years, and needs witnesses or a seal.",
        if_unknown=f"counts as {forms[0].id.replace('-', ' ')}",
        skippable=True,
        settled_by={_SHAPE: (_SCHEDULE,)},
    )  # fmt: skip
