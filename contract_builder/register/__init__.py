"""The register of obligations, with dates, and as files that contract managers use."""

from contract_builder.register.make import register_of

__all__ = ["register_of"]
