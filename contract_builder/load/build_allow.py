"""The key `allow`: from valid data to model values."""

from contract_builder.load.document import Document
from contract_builder.model.allowance import Allowance


def build_allow(document: Document) -> tuple[Allowance, ...]:
    """The allowances in `document`, in the order of the file, each with its line."""
    return tuple(
        Allowance(
            one["rule"], one["words"], " ".join(one["because"].split()), document.line(("allow", n, "rule"))
        )
        for n, one in enumerate(document.data.get("allow", ()))
    )
