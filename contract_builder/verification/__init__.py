"""What became of a Word file that this program made."""

from contract_builder.verification.verify import verify_document

__all__ = ["verify_document"]
