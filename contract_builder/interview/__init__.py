"""Interview: the questions of a brief as data, what an answer means, which comes next, and the brief as text."""

from contract_builder.interview.ask import Ask
from contract_builder.interview.questions import questions_of
from contract_builder.interview.write import brief_text

__all__ = ["Ask", "brief_text", "questions_of"]
