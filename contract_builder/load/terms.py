"""Runs of capitalised words: the places where defined terms are looked for."""

import re

BREAK = "|"
"""Stands in a text for what ends a run, such as a placeholder."""

_WORD = r"[A-ZÀ-ÖØ-Þ][^\W_]*(?:-[^\W_]+)*"
_RUN = re.compile(rf"\b{_WORD}(?: (?:(?:of|for|and|to|the) )*{_WORD})*")


def runs(text: str) -> tuple[str, ...]:
    """The distinct longest runs of capitalised words in `text`, in order.

    "of", "for", "and", "to" and "the" may join words inside a run. A possessive ends a run and is left off:
    "the Supplier's Open Format" gives "Supplier" and "Open Format".
    """
    return tuple(dict.fromkeys(_RUN.findall(text)))
