"""The base of every value in the program: frozen, typed, quick to make and to read back."""

import msgspec


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value that never changes after it is made; equal when its fields are equal."""


class Lenient(Frozen, frozen=True, forbid_unknown_fields=False):
    """A value that is read back from JSON too: what a later version of the program added to it is passed over."""
