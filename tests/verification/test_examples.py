"""Each shipped example, in each edition, is as built by what it says of itself: both shapes, with and without a cover."""

import pytest

import contract_builder as cb
from contract_builder.built import Built
from contract_builder.verification import verify_document
from tests.contents import shipped
from tests.verification.conftest import touched


@pytest.fixture(scope="module", params=cb.examples())
def built(request: pytest.FixtureRequest) -> Built:
    made = cb.build(shipped(), cb.read_brief(cb.example(request.param), shipped()))
    assert made.contract, made.diagnostics
    return made


def test_an_example_is_as_built(built: Built) -> None:
    for edition in cb.EDITIONS:
        found = verify_document(cb.render_edition(shipped(), built, edition))
        assert (found.verdict, touched(found), found.added, found.references) == ("as-built", {}, (), ()), (
            edition
        )
