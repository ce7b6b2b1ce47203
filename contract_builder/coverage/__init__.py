"""Coverage: findings, topics, harms and published models, held against the clauses."""

from contract_builder.coverage.coverage import coverage_in, coverage_of

__all__ = ["coverage_in", "coverage_of"]
