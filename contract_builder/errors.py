"""What is raised, as against collected: bad use of the program, and states that cannot happen."""


class UsageError(Exception):
    """The call cannot be carried out; the message says what to do instead. Exit code 2."""

    hint: str
    """What to do instead; "" where the message says it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InternalError(Exception):
    """A state that cannot happen: a bug in the program, never a mistake of its user. Exit code 70."""
