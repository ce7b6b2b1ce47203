"""The rule `protection-not-required`."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.mentions import POSITION, SELECTED
from contract_builder.check.places import at, in_front_matter, in_playbook
from contract_builder.check.scope import Scope
from contract_builder.check.speaking import included, spoken_rules, uncovered
from contract_builder.check.standing import case_words
from contract_builder.model.clause import Clause
from contract_builder.model.condition import ALWAYS, All, Condition, Test, tests_of, words
from contract_builder.model.diagnostic import Diagnostic, Level, Place
from contract_builder.select.gather import conditions_of

RULE = "protection-not-required"
LEVEL: Level = "error"


class Protection(NamedTuple):
    """A topic that a contract must answer under certain facts."""

    topic: str
    when: Condition
    because: str
    place: Place | None = None
    """Where the contents say so; none for those that the law asks for."""


BY_LAW = (
    Protection("data-protection-terms", Test("personal_data", "is", "yes"),
               "Article 28(3) of the UK GDPR asks for these terms wherever a processor handles personal data"),
    Protection("significant-automated-decisions", Test("ai_types", "has", "automated-decision-making"),
               "Articles 22A to 22D of the UK GDPR apply by what the system does, at any tier"),
    Protection("biometric-safeguards", Test("ai_types", "has", "biometric"),
               "recognising people needs strict necessity and limits, at any tier"),
    Protection("agentic-limits", Test("ai_types", "has", "agentic-ai"),
               "a system that acts by itself needs limits on what it may do, at any tier"),
    Protection("safeguards-for-children-and-adults-at-risk", Test("vulnerable_people", "is", "yes"),
               "the Council owes duties to children and to adults with care and support needs"),
    Protection("performance-measures",
               All((Test("estimated_value", "more-than", 5_000_000), Test("light_touch", "is", "no"))),
               "section 52 of the Procurement Act 2023 asks for key performance indicators"),
    Protection("successor-bodies", Test("reorganisation", "is", "yes"),
               "the contract must be able to follow the Council's functions to another body"),
)  # fmt: skip
"""What facts call for by law or public duty, whatever the tier. A topic that the library does not have is no matter."""


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A protection that facts call for can be missing, although the library has a clause for it.

    Personal data call for data processing terms, recognition of faces for its safeguards, a contract of more than
    £5 million for performance measures, and so on, whatever the tier; and what the base playbook names as its
    floor, or a constraint asks for, must come in wherever that says so. The tags of a clause, an `include` or a
    `require` has to bring it in. Without that, the build of just such a purchase fails, or its contract lacks what
    the law asks for. The rule is silent while no clause provides the topic: what is still to be written is no fault
    of what is there.
    """
    for protection in (*filter(lambda p: _known(scope, p.when), BY_LAW), *_by_the_playbooks(scope)):
        providers = scope.library.providers.get(protection.topic, ())
        if not providers or protection.topic in scope.presence.always.topics:
            continue
        case = uncovered(scope, protection.when, _ways_in(scope, protection.topic, providers))
        if case is not None:
            where = case_words(case) or "no rule names it"
            yield Diagnostic(
                RULE,
                protection.place or in_front_matter(providers[0], "risk"),
                f"The topic `{protection.topic}` is called for {_when(protection.when)} ({protection.because}), "
                f"and nothing brings it in where {where}.",
                f"Let the tags of `{providers[0].id}` reach these contracts, or write a rule with this condition and "
                f"`require: [{protection.topic}]`.",
            )


def _known(scope: Scope, condition: Condition) -> bool:
    """Whether these contents have the facts and the values that `condition` tests."""
    return all(
        test.fact in scope.facts and str(test.value) in scope.fact_values.get(test.fact, (str(test.value),))
        for test in tests_of(condition)
    )


def _by_the_playbooks(scope: Scope) -> Iterator[Protection]:
    """The topics of the floor, and those that a constraint looks for among the topics of the contract."""
    applies = conditions_of(scope.playbooks.playbooks)
    for playbook in scope.playbooks.playbooks:
        for n, topic in enumerate(playbook.floor):
            yield Protection(topic, ALWAYS, "it is in the floor", in_playbook(playbook, "floor", n))
        for constraint in playbook.constraints:
            when = All((applies[playbook.id], constraint.when))
            if any(_of_selection(test) for test in tests_of(when)):
                continue
            parts = constraint.must.parts if isinstance(constraint.must, All) else (constraint.must,)
            for part in parts:
                if isinstance(part, Test) and part.fact == "topics" and part.operator == "has":
                    because = f"constraint `{constraint.id}`"
                    place = at(constraint.file, constraint.line)
                    yield Protection(str(part.value), when, because, place)


def _of_selection(test: Test) -> bool:
    """Whether it tests what was selected: that cannot be told from the facts."""
    return test.fact in SELECTED or test.fact.startswith(POSITION)


def _ways_in(scope: Scope, topic: str, providers: tuple[Clause, ...]) -> list[Condition]:
    """When something brings in a clause for `topic`: a rule, by its tags or by name, or a clause that requires it."""
    ways = [speaks for _, rule, speaks in spoken_rules(scope) if topic in rule.require]
    askers = [clause for clause in scope.library.clauses if topic in clause.requires]
    return ways + [way for clause in (*providers, *askers) for way in included(scope, clause)]


def _when(condition: Condition) -> str:
    """`condition` as a reader would say it, if it only joins tests by "and"."""
    tests = [words(test) for test in tests_of(condition)]
    if not tests:
        return "in every contract"
    return f"where {' and '.join(tests)}" if _plain(condition) else "under the condition given there"


def _plain(condition: Condition) -> bool:
    return isinstance(condition, Test) or (isinstance(condition, All) and all(map(_plain, condition.parts)))
