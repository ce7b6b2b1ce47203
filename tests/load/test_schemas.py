"""Our schemas are schemas: the loader trusts them, because this test does not."""

import pytest

from contract_builder.load.kinds import KINDS, Kind
from contract_builder.load.schema import validate
from contract_builder.load.schema.registry import SCHEMAS


@pytest.mark.filterwarnings("ignore:No validation schema is defined:UserWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_cerberus_accepts_the_schema_of_each_kind(kind: Kind) -> None:
    checking = type(validate._validator(kind))
    checking({"file": SCHEMAS[kind]})


@pytest.mark.filterwarnings("ignore:No validation schema is defined:UserWarning")
def test_cerberus_would_refuse_a_wrong_one() -> None:
    from cerberus import SchemaError

    checking = type(validate._validator("brief"))
    with pytest.raises(SchemaError):
        checking({"file": {"type": "mapping", "unheard-of": True}})
