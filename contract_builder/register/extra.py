"""What is said where a library of the extra is missing."""

from contract_builder.errors import UsageError


def missing(library: str, for_what: str) -> UsageError:
    """The error that names the extra to install."""
    return UsageError(
        f"{for_what}, the library `{library}` is needed.",
        "Install the extra: pip install 'contract-builder[register]'.",
    )
