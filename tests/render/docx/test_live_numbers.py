"""Numbers stay right when a lawyer adds or removes text in Word; LibreOffice works them out for us."""

import pytest

from contract_builder.model.contract import Contract, RefRun
from contract_builder.render.resolved import all_runs
from tests.render.docx.word import Numbers, falsified, references

VARIANTS = (
    "clause-removed",
    "clause-added",
    "clause-moved",
    "clause-removed-and-another-added",
    "item-added",
    "schedule-paragraph-added",
    "schedule-added",
)


def test_each_reference_of_the_contract_is_a_field_that_shows_its_number(
    document: bytes, contract: Contract
) -> None:
    wanted = [run.text for runs in all_runs(contract) for run in runs if isinstance(run, RefRun)]
    assert sorted(field.shown for field in references(document)) == sorted(wanted)
    assert {"1.2(c)(i)", "(b)", "(ii)", "Schedule 3", "2"} <= set(wanted)


def test_cached_numbers_are_what_the_lists_count(document: bytes) -> None:
    assert references(document) == Numbers(document).expected()


def test_libreoffice_shows_the_numbers_that_we_cached(document: bytes, opened: dict[str, bytes]) -> None:
    assert shown(opened["untouched"]) == shown(document)


def test_libreoffice_mends_false_numbers_to_ours(
    document: bytes, edited: dict[str, bytes], opened: dict[str, bytes]
) -> None:
    assert {number for _, number in shown(edited["as-made"])} == {"ZZ"}
    assert shown(opened["as-made"]) == shown(document)


@pytest.mark.parametrize("variant", VARIANTS)
def test_references_follow_their_targets(
    variant: str, document: bytes, edited: dict[str, bytes], opened: dict[str, bytes]
) -> None:
    expected = Numbers(edited[variant]).expected()
    assert shown(opened[variant]) == [(field.bookmark, field.shown) for field in expected]
    before = {field.bookmark: field.shown for field in references(document)}
    moved = [field for field in expected if field.shown != before[field.bookmark]]
    assert moved, "The edit moves nothing, so the test would prove nothing."


def test_the_reader_of_the_tests_sees_false_numbers(document: bytes) -> None:
    false = falsified(document)
    assert references(false) != Numbers(false).expected()


def shown(document: bytes) -> list[tuple[str, str]]:
    """Bookmark and number of each reference; LibreOffice writes the switches its own way."""
    return [(field.bookmark, field.shown) for field in references(document)]
