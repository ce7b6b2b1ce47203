"""What an edition adds to the body of a Word document: comments round its texts, and a part at the end."""

from collections.abc import Callable

from contract_builder.model.base import Frozen


def _nothing(_: str, inner: str) -> str:
    return inner


class Extra(Frozen, frozen=True):
    """The supplier's edition has the one without anything in it."""

    title: str = ""
    """The heading of the part at the end."""
    xml: str = ""
    """That part: paragraphs and tables, a paragraph last; "" for none."""
    around: Callable[[str, str], str] = _nothing
    """From an anchor and the runs that stand there to the same runs, inside their comments."""
    mark: str = ""
    """What it says of its status on the front: that it is internal."""
