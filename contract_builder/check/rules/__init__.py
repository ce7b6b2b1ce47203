"""The checks: one to a file, each named after the rule that it checks."""
