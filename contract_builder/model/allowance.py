"""What an author allows in a file, and why."""

from contract_builder.model.base import Frozen


class Allowance(Frozen, frozen=True):
    """A finding of `check` that is meant to be there: kept in the file that it is found in, with the reason.

    It is a note to those who read the library: no contract and no version depends on it.
    """

    rule: str
    """The rule whose finding it is, such as `vague-standard`."""
    words: str
    """Words of the text concerned, or of the message."""
    because: str
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""
