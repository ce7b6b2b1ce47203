"""Against every contract that can be made: the matrix misses no text that changes, and names none that does not."""

from typing import Any

from hypothesis import given, settings

from contract_builder.matrix import text_matrix
from contract_builder.matrix.without import without_playbook, without_rule
from contract_builder.model.matrix import MatrixRow
from tests.matrix.worlds import ERRORS, NAMELESS, Everything, World, contexts, reachable, worlds

few = settings(deadline=None, max_examples=10)
WHOLE = {"in", "out", "position"}


@few
@given(worlds())
def test_each_row_names_the_texts_that_differ_in_some_contract_with_what_becomes_of_them_and_no_others(
    world: World,
) -> None:
    scope = world.scope
    every, found = Everything(scope), text_matrix(scope.library, scope.playbooks, scope.triage)
    for row in found.rows:
        named = {(change.kind, change.id): WHOLE & {*change.marks} for change in row.changes}
        assert named == _marks(every, row), row.id


def _marks(every: Everything, row: MatrixRow) -> dict[tuple[str, str], set[str]]:
    """What each text that differs in any contract does as a whole: come, go, or stand at another position."""
    marks: dict[tuple[str, str], set[str]] = {}
    for facts in contexts():
        old, new = _sides(row, facts)
        if reachable(new) and old != new:
            one, other = every.said(old), every.said(new)
            for key in (one.keys() | other.keys()) - {ERRORS}:
                if one.get(key) != other.get(key):
                    marks.setdefault(key, set()).update(_mark(key, one, other))
    return marks


def _mark(key: tuple[str, str], one: dict[Any, Any], other: dict[Any, Any]) -> set[str]:
    if key not in one or key not in other:
        return {"in" if key not in one else "out"}
    return {"position"} if key[0] == "clause" and one[key][0] != other[key][0] else set()


def _sides(row: MatrixRow, facts: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts of the two contracts that `row` compares, where all else is as in `facts`."""
    if row.dimension == "ai-type":
        return facts, {**facts, "ai_types": (facts["ai_types"] - {NAMELESS}) | {row.id}}
    if row.dimension == "service-area":
        return {**facts, "service_area": NAMELESS}, {**facts, "service_area": row.id}
    if row.dimension == "tier":
        tier = int(row.id[-1])
        return {**facts, "tier": tier - 1}, {**facts, "tier": tier}
    fact, _, value = row.id.partition("=")
    plain = {"stage": "planning", "personal_data": "yes"}.get(fact)
    return ({**facts, fact: plain}, {**facts, fact: value}) if plain else (facts, facts)


@few
@given(worlds())
def test_a_rule_changes_nothing_only_if_no_contract_is_another_without_it(world: World) -> None:
    scope = world.scope
    every, found = Everything(scope), text_matrix(scope.library, scope.playbooks, scope.triage)
    for playbook in found.playbooks:
        whole = next(p for p in scope.playbooks.playbooks if p.id == playbook.playbook)
        without = without_playbook(scope.playbooks, whole)
        assert playbook.effect == "besides" or (playbook.effect == "words") == _matters(every, without), (
            playbook
        )
        for rule, seen in zip(whole.rules, playbook.rules, strict=True):
            without = without_rule(scope.playbooks, whole, rule)
            if seen.effect != "besides":
                assert (seen.effect == "words") == _matters(every, without), (playbook.playbook, seen)


def _matters(every: Everything, without: Any) -> bool:
    return any(every.said(facts) != every.said(facts, without) for facts in contexts() if reachable(facts))
