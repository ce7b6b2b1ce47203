"""The public API beside the stages: what another answer would change, the questions of a brief, a new clause."""

from contract_builder.built import Content
from contract_builder.change import what_if as compare
from contract_builder.interview import brief_text as text_of
from contract_builder.interview import questions_of
from contract_builder.interview.ask import Answers, Ask
from contract_builder.model.brief import Brief
from contract_builder.model.difference import WhatIf
from contract_builder.template import clause_template as template

__all__ = ["brief_questions", "brief_text", "clause_template", "what_if"]


def what_if(content: Content, brief: Brief, changes: dict[str, str]) -> WhatIf:
    """What would change if `brief` said `changes`, such as {"duration": "days"}: tier, clauses, values, text; and why.

    Several changes are made together. Raises ContentError with all that is wrong with the brief, or else the changes.
    """
    return compare(content, brief, changes)


def brief_questions(content: Content) -> tuple[Ask, ...]:
    """What a brief is asked for, in order, each with its help and its possible answers: for a form of your own."""
    return questions_of(content)


def brief_text(content: Content, answers: Answers, date: str = "") -> str:
    """The brief that gives `answers`, by the key of the question: commented text, which `read_brief` reads and checks.

    `unknown` is an answer; what is left out is marked as not asked yet. `date` is YYYY-MM-DD.
    """
    asks = questions_of(content)
    return text_of(asks, answers, date, finished=all(ask.key in answers for ask in asks))


def clause_template(
    content: Content, id: str, group: str = "", title: str = "", provides: tuple[str, ...] = ()
) -> str:
    """A new clause as text, with what to write in each part; its tags are those of the topics that it `provides`.

    Without a group it takes that of the first topic. Raises UsageError for a name that the library does not have,
    and for an id that it has.
    """
    return template(content.library, id, group, title, provides)
