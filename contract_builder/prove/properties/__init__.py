"""The properties that `prove` proves: one to a file."""
