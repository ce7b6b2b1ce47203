"""The contract as a supplier may have it: nothing in it that is the council's own business."""

from typing import Any, cast

import msgspec

from contract_builder.model.contract import BlankRun, Contract


def supplier_copy(contract: Contract) -> Contract:
    """`contract` without what does not print: who fills in which blank, and the register of obligations.

    What is left is operative text, with the ids, versions and digests of what is printed.
    """
    return cast(Contract, _without_owners(msgspec.structs.replace(contract, open_items=(), obligations=())))


def _without_owners(value: Any) -> Any:
    """`value` with no blank that says who fills it in; what has none inside stays the same."""
    if isinstance(value, BlankRun):
        return msgspec.structs.replace(value, owner="") if value.owner else value
    if isinstance(value, tuple):
        parts = tuple(map(_without_owners, value))
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: new for name, old in fields.items() if (new := _without_owners(old)) is not old}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
