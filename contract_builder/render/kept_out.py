"""Why a clause is out, in words: what failed the rule that came nearest, or what took it out."""

from contract_builder.model.selection import FailingFact, LeftOut
from contract_builder.render.titles import Titles
from contract_builder.render.words import from_slug

_SETS = {"has": "include", "does not have": "do not include"}
"""What a test of several at once says, and what a reader would."""


def kept_out_words(out: LeftOut, titles: Titles) -> tuple[str, ...]:
    """What kept it out: each fact that failed, or one sentence that says what did it."""
    if out.failing:
        return tuple(failing_words(fact, titles) for fact in out.failing)
    if out.nearest is None:
        return ("No rule brings it in.",)
    if out.nearest.effect == "exclude":
        return ("That rule takes it out.",)
    if out.nearest.effect == "departure":
        return ("A departure takes it out.",)
    return ("Nothing failed; no rule brings it in.",)


def failing_words(failing: FailingFact, titles: Titles) -> str:
    """A fact that failed: "Needed: tier is at least 3. Here: 2."."""
    test = failing.wanted.removeprefix(failing.fact).strip()
    for said, plainly in _SETS.items():
        if failing.fact == "ai_types" and test.startswith(f"{said} "):
            test = plainly + test.removeprefix(said)
    fact = from_slug(failing.fact)
    fact = fact if fact[:2].isupper() else fact[:1].lower() + fact[1:]
    wanted, actual = (titles.fact(failing.fact, words) for words in (test, failing.actual))
    return f"Needed: {fact} {wanted}. Here: {actual or 'none'}."
