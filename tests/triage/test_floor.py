"""Floors: the lowest tier for an AI type in a service area."""

import msgspec

from contract_builder.load.library import load_library
from contract_builder.model.library import Taxonomy
from contract_builder.triage import assess
from tests.triage.table import ROOT, brief, result, table


def taxonomy() -> Taxonomy:
    loaded = load_library(ROOT)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value.taxonomy


def test_the_table_has_a_floor_for_every_ai_type_in_every_service_area() -> None:
    types = {t.id for t in taxonomy().ai_types}
    areas = {a.id for a in taxonomy().service_areas}
    assert (len(types), len(areas)) == (13, 15)
    assert table().floors.keys() == types
    for ai_type, floors in table().floors.items():
        assert floors.keys() == areas, ai_type
        assert set(floors.values()) <= {1, 2, 3, 4}, ai_type


def test_the_highest_floor_of_several_types_counts() -> None:
    low_and_high = msgspec.structs.replace(
        brief(("forecasting", "community-safety")), ai_types=("forecasting", "biometric")
    )
    both = assess(low_and_high, table())
    assert both.floor == 4
    assert [r.about for r in both.reasons if r.kind == "floor"] == ["forecasting", "biometric"]


def test_a_pair_that_the_table_does_not_know_is_taken_at_the_highest_tier() -> None:
    for pair in (("forecastin", "community-safety"), ("forecasting", "comunity-safety")):
        unknown = result(pair)
        assert (unknown.floor, unknown.inherent) == (4, 4)
        assert "No floor is known" in next(r.words for r in unknown.reasons if r.kind == "floor")
