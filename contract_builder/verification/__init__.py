"""What became of a Word file that this program made."""

from contract_builder.verification.in_host import holds_schedule, verify_in_host
from contract_builder.verification.opened import open_document
from contract_builder.verification.verify import verify_document

__all__ = ["holds_schedule", "open_document", "verify_document", "verify_in_host"]
