"""Guessing what a misspelt name was meant to be."""

from collections.abc import Iterable


def near(wrong: str, known: Iterable[str]) -> str:
    """The one of `known` that `wrong` is most like; empty if it is like none."""
    from difflib import get_close_matches  # needed for messages only

    names = list(known)
    found = [k for k in names if k.lower() == wrong.lower()] or get_close_matches(wrong[:80], names, 1, 0.7)
    return found[0] if found else ""


LONGEST_LIST = 24
"""How many names a hint lists; of more, it names those that are most alike."""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A sentence that names which of `known` was meant by `wrong`; or what there is, if it is like none."""
    names = list(known)
    if found := near(wrong, names):
        return f"Did you mean `{found}`?"
    if len(names) > LONGEST_LIST:
        return f"There are {len(names)}; the most alike are: {', '.join(_alike(wrong, names))}."
    return f"Write one of: {', '.join(names)}." if names else ""


def _alike(wrong: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(wrong[:80], names, 5, 0)
