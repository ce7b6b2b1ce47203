"""`wording.yaml`: the words that the house style keeps out of a contract, and what to write instead."""

from contract_builder.model.base import Frozen

WORDING_RULES = ("vague-standard", "legalese", "modal-verb", "eu-only-term", "old-law", "written-two-ways")
"""The rules of `check` whose phrases stand in `wording.yaml`."""


class Phrase(Frozen, frozen=True):
    """Words in all their forms, why they are kept out, and what to write instead."""

    id: str
    """Its name."""
    words: tuple[str, ...]
    """The words, in each form."""
    because: str
    """Why they are kept out."""
    instead: str
    """What to write."""
    unless: tuple[str, ...] = ()
    """Longer phrases in which the words are right."""
    exact: bool = False
    """Whether capitals count: "GDPR" is meant, and "Gdpr" is not."""
    after_a_party: bool = False
    """Whether the words are meant only where somebody who can bear a duty stands before them."""
    defined_with: tuple[str, ...] = ()
    """If the words are a defined term, they are right, so long as its definition holds all of these."""
    law: tuple[str, ...] = ()
    """Law hooks that bear it out."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class Spelling(Frozen, frozen=True):
    """What is American, and how the house writes it."""

    american: dict[str, str] = {}
    """From the American spelling to the British one; a `*` at the beginning of both stands for any letters."""
    right: tuple[str, ...] = ()
    """Words that a `*` would catch and that are spelt so in both."""


class Wording(Frozen, frozen=True):
    """The words that `check` looks for."""

    phrases: dict[str, tuple[Phrase, ...]] = {}
    """By the rule that looks for them."""
    parties: tuple[str, ...] = ()
    """Who can bear a duty."""
    spelling: Spelling = Spelling()
    sentence_words: int = 50
    """The most words that a sentence may have, and a reader still take it in at once."""
    reading_grade: int = 12
    """The highest grade, in years of schooling, that a text may ask of its readers (Flesch and Kincaid)."""
    rights: tuple[str, ...] = ()
    """Words that give the Council or a person a right, beside the duties of the Supplier."""
    remedies: tuple[str, ...] = ()
    """Words that say what follows from a failure."""
