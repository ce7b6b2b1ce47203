"""The contract as a supplier may have it: nothing in it that is the council's own business."""

import msgspec

from contract_builder.model.contract import Contract


def supplier_copy(contract: Contract) -> Contract:
    """`contract` without what does not print: who fills in which blank, and the register of obligations.

    What is left is operative text, with the ids, versions and digests of what is printed.
    """
    return msgspec.structs.replace(contract, open_items=(), obligations=())
