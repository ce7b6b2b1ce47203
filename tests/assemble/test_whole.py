"""The contract as a whole."""

import msgspec
import pytest

from contract_builder.assemble import assemble
from contract_builder.errors import InternalError
from contract_builder.model.brief import Brief
from contract_builder.model.contract import Contract
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.selection import Choice, Selection
from tests.assemble.library import WHY, clause, contract, definition, library, schedule

BRIEF = Brief(
    "Homelessness list",
    "brief.yaml",
    ("x",),
    "y",
    date="2026-11-24",
    particulars={"contract_reference": "MC-1"},
)
TEXTS = (
    clause("data", "1. Council Data and [it](../schedules/plan.md).", "1. Less."),
    definition("council-data", "Council Data", "what is put in."),
    schedule("plan", "1. Words."),
)


def selection(position: str = "preferred", *diagnostics: Diagnostic) -> Selection:
    return Selection({}, (), (Choice("data", "1.0.0", position, (WHY,), WHY),), (), diagnostics)


def test_a_selection_with_an_error_is_not_assembled() -> None:
    wrong = Diagnostic("unmet-requirement", Place("a.md"), "It is not met.")
    made = assemble(library(*TEXTS), selection("preferred", wrong), BRIEF, {})
    assert made.contract is None
    assert made.diagnostics == (wrong,)


def test_a_warning_does_not_stop_it() -> None:
    warning = Diagnostic("value-without-effect", Place("a.md"), "It does nothing.", level="warning")
    assert assemble(library(*TEXTS), selection("preferred", warning), BRIEF, {}).contract is not None


def test_a_position_that_the_clause_does_not_have_is_a_bug() -> None:
    with pytest.raises(InternalError, match="data was chosen at short"):
        assemble(library(*TEXTS), selection("short"), BRIEF, {})


def test_the_same_inputs_give_an_equal_tree_that_comes_back_from_json() -> None:
    one, other = (assemble(library(*TEXTS), selection(), BRIEF, {}, "1.2.3").contract for _ in range(2))
    assert one == other
    assert one is not None
    assert msgspec.json.decode(msgspec.json.encode(one), type=Contract) == one


def test_the_identity_says_what_it_came_from() -> None:
    made = assemble(library(*TEXTS), selection(), BRIEF, {}, "1.2.3").contract
    assert made is not None
    identity = made.identity
    assert (identity.title, identity.reference, identity.date) == ("Contract", "MC-1", "24 November 2026")
    assert (identity.library, identity.library_version, identity.tool_version) == (
        "Test library",
        "0.1.0",
        "1.2.3",
    )
    assert identity.subject == "Homelessness list"


def test_a_clause_carries_its_id_version_position_and_a_digest_of_what_prints() -> None:
    made = assemble(library(*TEXTS), selection("fallback"), BRIEF, {}).contract
    assert made is not None
    (node,) = made.clauses
    assert (node.id, node.version, node.heading) == ("data", "1.0.0", "Data")
    assert len(node.digest) == 64


def test_the_digest_changes_with_the_words_and_the_value_and_not_with_the_version() -> None:
    def digest(text: str, days: int, version: str = "1.0.0") -> str:
        about = {"days": {"type": "integer", "default": 5, "ask": "How many?"}}
        made = contract(
            clause("data", text, parameters=about, version=version), values={"data": {"days": days}}
        )
        return made.clauses[0].digest

    usual = digest("1. {{ days }} days.", 5)
    assert digest("1. {{ days }} days.", 5, "1.0.1") == usual
    assert digest("1. {{ days }} days.", 6) != usual
    assert digest("1. {{ days }} hours.", 5) != usual
