"""What other programs read, as JSON: a Selection, a Contract and their like, each with the number of its format."""

import msgspec

from contract_builder.model.contract import Contract
from contract_builder.model.documents import format_of

_ENCODER = msgspec.json.Encoder(order="deterministic")
"""Sorts what has no order of its own, such as the set of cited anchors."""


def render_json(document: msgspec.Struct) -> bytes:
    """`document` as UTF-8 JSON, indented by two, keys in the order of the fields, ending in a newline.

    The same document gives the same bytes, and `read_json` gives the same contract back.
    A Contract as JSON says who of the council fills in what, so it is not for a supplier: `supplier_copy` is.
    """
    return msgspec.json.format(_ENCODER.encode(document), indent=2) + b"\n"


def read_json(data: bytes) -> Contract:
    """The contract that `render_json` wrote, in this version or in a later one with the same format number.

    Raises msgspec.DecodeError where `data` is not one, or has another number.
    """
    contract = msgspec.json.decode(data, type=Contract)
    if contract.format != format_of(Contract):
        raise msgspec.ValidationError(
            f"The contract has format {contract.format}, which this version does not read."
        )
    return contract
