"""The Contract as JSON: the whole tree, for programs and for the lock."""

import msgspec

from contract_builder.model.contract import Contract

_ENCODER = msgspec.json.Encoder(order="deterministic")
"""Sorts what has no order of its own, such as the set of cited anchors."""


def render_json(contract: Contract) -> bytes:
    """`contract` as UTF-8 JSON, indented by two, keys in the order of the fields, ending in a newline.

    The same contract gives the same bytes, and `read_json` gives the same contract back.
    It holds the name of each clause's position, so it is for the council and not for a supplier.
    """
    return msgspec.json.format(_ENCODER.encode(contract), indent=2) + b"\n"


def read_json(data: bytes) -> Contract:
    """The contract that `render_json` wrote. Raises msgspec.DecodeError where `data` is not one."""
    return msgspec.json.decode(data, type=Contract)
