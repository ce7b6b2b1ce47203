"""Every real document fits its schema; one that lacks a field, or has a wrong type in it, does not."""

import json
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import contract_builder as cb
from contract_builder.check.report import Allowed
from contract_builder.model.diagnostic import Level
from contract_builder.outputs.documents import LATER
from contract_builder.outputs.schema import json_schema
from contract_builder.render.json import read_json
from tests.outputs.samples import Sample, built, samples
from tests.outputs.walk import fitting, spots, with_value, without

NAMES = sorted({sample.name for sample in samples()})


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(name))


def errors(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)]


def smallest(name: str) -> Sample:
    return min((s for s in samples() if s.name == name), key=lambda s: len(s.data))


@pytest.mark.parametrize("sample", samples(), ids=lambda s: f"{s.name}: {s.what}")
def test_a_real_document_fits_its_schema(sample: Sample) -> None:
    assert not errors(sample.name, sample.value)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_a_document_that_lacks_a_field_is_refused(name: str, data: st.DataObject) -> None:
    value = smallest(name).value
    later = {field for _, field in LATER}  # older documents lack them
    spot = data.draw(st.sampled_from([s for s in found(name) if s.path[-1] not in later]))
    assert not validator(name).is_valid(without(value, spot.path))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_a_document_with_a_wrong_type_is_refused(name: str, data: st.DataObject) -> None:
    value = smallest(name).value
    spot = data.draw(st.sampled_from(found(name)))
    here = fitting(None, spot.schema, json_schema(name))
    wrong = "not this" if here.get("type") == "boolean" else True
    assert not validator(name).is_valid(with_value(value, spot.path, wrong))


@cache
def found(name: str) -> list[Any]:
    return list(spots(smallest(name).value, json_schema(name), json_schema(name)))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_a_document_with_a_field_more_is_taken(name: str, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(found(name)))
    path = (*spot.path[:-1], "added_by_a_later_version")
    assert validator(name).is_valid(with_value(smallest(name).value, path, [1]))


PLACES = st.builds(
    cb.Place, st.text(), st.integers(0), st.integers(0), st.integers(0), st.text(), words=st.text()
)
DIAGNOSTICS = st.builds(
    cb.Diagnostic,
    st.text(),
    PLACES,
    st.text(),
    st.text(),
    st.sampled_from(msgspec.inspect.type_info(Level).values),
)
REPORTS = st.builds(
    cb.Report,
    diagnostics=st.lists(DIAGNOSTICS).map(tuple),
    allowed=st.lists(st.builds(Allowed, DIAGNOSTICS, st.text(), st.integers(0))).map(tuple),
)


@given(REPORTS)
def test_any_diagnostics_fit_their_schema_and_say_what_they_said(report: cb.Report) -> None:
    data = cb.render_json(report)
    assert not errors("diagnostics", json.loads(data))
    assert msgspec.json.decode(data, type=cb.Report) == report


def test_a_contract_of_a_later_version_with_the_same_number_is_read() -> None:
    contract = built("event-listing-drafts").contract
    assert contract is not None
    value = json.loads(cb.render_json(contract))
    for path in (
        ("added",),
        ("identity", "added"),
        ("clauses", 0, "added"),
        ("clauses", 0, "blocks", 0, "added"),
    ):
        value = with_value(value, path, {"a": 1})
    assert read_json(json.dumps(value).encode()) == contract


def test_a_contract_with_another_number_is_refused() -> None:
    contract = built("event-listing-drafts").contract
    assert contract is not None
    data = cb.render_json(msgspec.structs.replace(contract, format=2))
    with pytest.raises(msgspec.ValidationError, match="format 2"):
        read_json(data)


def test_the_obligations_name_the_contract_by_the_digest_of_its_json() -> None:
    from hashlib import sha256

    contract = built("event-listing-drafts").contract
    assert contract is not None
    named = cb.obligations_of(contract).contract
    assert named.digest == sha256(cb.render_contract(contract, "json")).hexdigest()
    assert (named.title, named.subject) == (contract.identity.title, contract.identity.subject)
    assert cb.obligations_of(contract).obligations == contract.obligations
