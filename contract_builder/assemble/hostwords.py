"""A host's words for the library's: every defined term in its forms, and the parts of a document."""

import re
from collections.abc import Iterable

from contract_builder.model.clause import Definition
from contract_builder.model.host import Host, HostTerm, Opening
from contract_builder.model.library import Library

_VOWELS = "AEIOU"
_CAPITAL = r"[A-Z][\w’'()-]*"
_STATUTE = rf"{_CAPITAL}(?:,? (?:of|and|for|in|on|to|with|by|{_CAPITAL}))* (?:Act|Regulations|Order) \d{{4}}"
"""The name of a statute, in which every word stays."""
_SOUNDS_LIKE_Y = ("Uni", "Use", "Eu", "One")
"""What begins with a vowel on paper and with a consonant in speech."""


class HostWords:
    """Puts texts of the library in the words of one host."""

    def __init__(self, library: Library, host: Host, opening: Opening) -> None:
        self.forms = forms_of(library, host)
        """From each form of each term that the host calls otherwise to its word."""
        self._terms = _terms(self.forms, (*opening.keep, *_ordinary(library, self.forms)))
        self._parts_by_word = _with_capitals(opening.words)
        self._parts = _parts(self._parts_by_word, opening.keep)

    def terms(self, text: str) -> str:
        """`text` with the host's words for the defined terms in it."""
        return self._terms.sub(self._term, text) if self.forms else text

    def all(self, text: str) -> str:
        """`text` with the host's words for terms, and with what a schedule calls the parts of a document."""
        return self._parts.sub(lambda m: self._parts_by_word.get(m[0], m[0]), self.terms(text))

    def _term(self, match: re.Match[str]) -> str:
        if match["keep"]:
            return match[0]
        article, space, form, owner = (
            match["article"] or "",
            match["space"] or "",
            match["form"],
            match["owner"],
        )
        word = self.forms[form]
        if article:
            article = article[0] + ("n" if _vowel(word) else "")
        if owner and word.endswith("s") != form.endswith("s"):
            mark = owner[0]
            owner = mark if word.endswith("s") else f"{mark}s"
        return f"{article}{space}{word}{owner or ''}"


def forms_of(library: Library, host: Host) -> dict[str, str]:
    """From each form of each term that `host` calls otherwise to its word.

    A term that holds a term of the host's, such as "Council Data", follows it, unless the map says what it is called.
    """
    named = {t.term: t for t in host.terms}
    found: dict[str, str] = {}
    for definition in library.definitions:
        if term := named.get(definition.term):
            found |= dict(zip(_all(definition), _host_forms(definition, term), strict=True))
    inner = _terms({form: word for form, word in found.items() if " " not in form or form in named})
    for definition in library.definitions:
        if definition.term not in named:
            for form in _all(definition):
                if (word := _inside(form, inner, found)) != form:
                    found[form] = word
    return {form: word for form, word in found.items() if word != form}


def host_defines(library: Library, host: Host) -> frozenset[str]:
    """The ids of the definitions that the host has itself."""
    theirs = {t.term for t in host.terms if not t.defined_here}
    return frozenset(d.id for d in library.definitions if d.term in theirs)


def plural_of(word: str) -> str:
    """`word` for several: "Buyers", "Authorities"."""
    if word.endswith("y") and word[-2:-1].lower() not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _ordinary(library: Library, forms: Iterable[str]) -> frozenset[str]:
    """What begins like a term and is none: "Contract manager", since a label of the Particulars says "Council's contract manager"."""
    small = "|".join(map(re.escape, sorted({f[:1].lower() + f[1:] for f in forms}, key=len, reverse=True)))
    if not small:
        return frozenset()
    phrase = re.compile(rf"(?<![\w-])(?:{small}) [a-z]+(?![\w-])")
    found = (match[0] for field in library.particulars for match in phrase.finditer(field.label))
    return frozenset(words[:1].upper() + words[1:] for words in found)


def _all(definition: Definition) -> tuple[str, ...]:
    return (definition.term, *definition.also)


def _host_forms(definition: Definition, term: HostTerm) -> list[str]:
    plural = term.plural or plural_of(term.says)
    regular = plural_of(definition.term)
    return [
        term.forms.get(form, term.says if form == definition.term else plural if form == regular else form)
        for form in _all(definition)
    ]


def _inside(form: str, pattern: re.Pattern[str], words: dict[str, str]) -> str:
    return pattern.sub(
        lambda m: (m["article"] or "") + (m["space"] or "") + words[m["form"]] + (m["owner"] or ""), form
    )


def _terms(forms: Iterable[str], keep: Iterable[str] = ()) -> re.Pattern[str]:
    """Any of `forms` as whole words, the longest first, with an article before it and an apostrophe after it."""
    names = "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f)))) or r"(?!)"
    stay = "|".join([_STATUTE, *map(re.escape, sorted(keep, key=len, reverse=True))])
    return re.compile(
        rf"(?<![\w-])(?P<keep>{stay})(?![\w-])|"
        rf"(?:(?<![\w-])(?P<article>[Aa]n?)(?P<space>\s))?(?<![\w-])(?P<form>{names})(?P<owner>['’]s?)?(?![\w-])"
    )


def _vowel(word: str) -> bool:
    return word[:1].upper() in _VOWELS and not word.startswith(_SOUNDS_LIKE_Y)


def _with_capitals(words: dict[str, str]) -> dict[str, str]:
    return {**{w[:1].upper() + w[1:]: o[:1].upper() + o[1:] for w, o in words.items()}, **words}


def _parts(words: Iterable[str], keep: Iterable[str]) -> re.Pattern[str]:
    """The words for parts, but not with a number after them: that is a part of something else."""
    stay = "|".join(map(re.escape, sorted(keep, key=len, reverse=True)))
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
    return re.compile((rf"\b(?:{stay})\b|" if stay else "") + rf"\b(?:{names})\b(?!\s\d)")
