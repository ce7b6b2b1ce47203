"""The rule `reading-age`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.readability import grade, read_sentences
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Written
from contract_builder.check.wording import opening, with_words
from contract_builder.model.clause import Clause
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "reading-age"
LEVEL: Level = "advice"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A position or a schedule asks for more schooling than its readers should need.

    It is measured by the grade of Flesch and Kincaid, from the length of sentences and words, and held to the limit
    under `reading-age` in wording.yaml; add five for the age of the reader. The hardest sentence is named, as mending
    that one often does. The measure knows nothing of sense: a defined term of many syllables weighs on every text
    that it stands in. Tables are left out, and so are definitions, as each is but a part of a sentence.
    """
    most = scope.library.wording.reading_grade
    for text in scope.texts:
        if text.kind == "definition":
            continue
        read = read_sentences(text)
        found = grade(sentence for _, sentence in read)
        if found > most:
            passage, hardest = max(read, key=lambda one: grade([one[1]]))
            yield Diagnostic(
                RULE,
                with_words(at(text.file, passage.part.block.line), opening(hardest)),
                f"{_name(text)} reads at grade {found:.0f}; the limit is {most}. Its hardest sentence"
                f" begins `{opening(hardest)}` (grade {grade([hardest]):.0f}).",
                "Begin with that sentence: part it, and put short words for long ones.",
                LEVEL,
            )


def _name(text: Written) -> str:
    if isinstance(text.owner, Clause):
        return f"The position `{text.position}`"
    return "The schedule"
