"""Answers to the text of a brief, with each question above its answer, and blanks that can be filled in by hand.

The text is in the strict YAML of all briefs. It has one form, so that `read.py` can tell what a person added.
"""

import re
import textwrap
from collections.abc import Iterator

from contract_builder.interview.ask import Answer, Answers, Ask
from contract_builder.model.triage import UNKNOWN

UNFINISHED = (
    "# An unfinished brief. To go on with the questions: contract-builder new, and the name of this file."
)
FINISHED = (
    "# A brief, written by contract-builder new. To go through it again: "
    "contract-builder new --review, and the name of this file."
)
_LOOK_UP = (
    "# What each answer means, and the others that there are: contract-builder list --what questions",
    "# (or gates, safeguards, facts, particulars).",
)
DATE = "# The date printed on the draft."
SECTIONS: dict[str, str] = {
    "host": "# The contract that it becomes a schedule to, where it does.",
    "facts": "",
    "execution": "",
    "triage": "",
    "stops": "# Gates: anything but no stops the purchase until somebody answers for it.",
    "answers": "# What is not known scores as the worst answer.",
    "evidence": "# Safeguards: in-place, partial or absent.",
    "particulars": "# A field that is left out prints as a blank to fill in.",
}
EMPTY = "# With the first answer below, take the # off this line, too:"
INSIDE_TRIAGE = ("stops", "answers", "evidence")
_WIDTH = 110
_PLAIN = re.compile(r"([^\W\d_]|£)[\w £.,()/&'’–-]*")
_TYPED = ("true", "false", "null")
END = ""
"""The key of what a person wrote below everything; what stood above a question that is gone joins it."""


def brief_text(
    asks: tuple[Ask, ...],
    answers: Answers,
    date: str = "",
    finished: bool = True,
    own: dict[str, tuple[str, ...]] | None = None,
) -> str:
    """The brief that gives `answers`. `date` is YYYY-MM-DD. `own` are a person's comments, by the key they stand above."""
    own = own or {}
    lines = [FINISHED if finished else UNFINISHED, *_LOOK_UP, *own.get("brief", ()), "brief: 1"]
    for ask in (a for a in asks if "." not in a.key):
        lines += ["", *_block(ask, answers, own, "")]
        if ask.key == "title" and date:
            lines += ["", *own.get("date", ()), DATE, f"date: {date}"]
    for part in ("host", "facts", "execution"):
        lines += _section(part, asks, answers, own)
    triage = [line for part in INSIDE_TRIAGE for line in _section(part, asks, answers, own)]
    empty = not any(key.partition(".")[0] in INSIDE_TRIAGE and _has_key(key, answers) for key in answers)
    lines += ["", *own.get("triage", ()), *([EMPTY, "# triage:"] if empty else ["triage:"]), *triage[1:]]
    lines += _section("particulars", asks, answers, own)
    keys = {"brief", "date", *SECTIONS, *(ask.key for ask in asks)}
    below = [comment for key, comments in own.items() if key not in keys for comment in comments]
    lines += ["", *below] if below else []
    return "\n".join(lines) + "\n"


def _section(
    part: str, asks: tuple[Ask, ...], answers: Answers, own: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    """A mapping of the brief; its name is commented out while it holds nothing, because nothing is no mapping."""
    inside = [a for a in asks if a.key.startswith(f"{part}.")]
    if not inside:
        return
    pad = "  " if part in INSIDE_TRIAGE else ""
    yield ""
    yield from (f"{pad}{line}" for line in own.get(part, ()))
    if SECTIONS[part]:
        yield f"{pad}{SECTIONS[part]}"
    if any(_has_key(a.key, answers) for a in inside):
        yield f"{pad}{part}:"
    else:
        yield from (f"{pad}{EMPTY}", f"{pad}# {part}:")
    for n, ask in enumerate(inside):
        yield from [""] if n else []
        yield from _block(ask, answers, own, f"{pad}  ")


def _has_key(key: str, answers: Answers) -> bool:
    answer = answers.get(key)
    return answer is not None and (answer != UNKNOWN or writes_unknown(key))


def writes_unknown(key: str) -> bool:
    """Whether a brief can say `unknown` there; elsewhere, what is not known is left out."""
    return key.startswith(("stops.", "answers."))


def _block(ask: Ask, answers: Answers, own: dict[str, tuple[str, ...]], pad: str) -> list[str]:
    answer = answers.get(ask.key)
    line = key_line(ask, answer) if answer is not None or not ask.settled(answers) else settled_line(ask)
    lines = [*own.get(ask.key, ()), *question_lines(ask), line]
    return [pad + line for line in lines]


def question_lines(ask: Ask) -> list[str]:
    """The question as a comment."""
    return textwrap.wrap(
        ask.words, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def settled_line(ask: Ask) -> str:
    """A comment in place of an answer that others settle."""
    by = " and ".join(key.rpartition(".")[2] for key in ask.settled_by)
    return f"# {ask.key.rpartition('.')[2]}: (not asked: see {by})"


def key_line(ask: Ask, answer: Answer | None) -> str:
    """The answer, or a comment in its place."""
    name = ask.key.rpartition(".")[2]
    if answer is None:
        return f"# {name}: (not asked yet)"
    if answer == UNKNOWN and not writes_unknown(ask.key):
        return f"# {name}: (not known: {ask.if_unknown})"
    line = f"{name}: {_value(answer)}"
    words = meaning(ask, answer)
    return f"{line}  # {words}" if words else line


def meaning(ask: Ask, answer: Answer) -> str:
    """What stands behind an answer, where the value does not say it."""
    if answer == UNKNOWN and ask.if_unknown:
        return f"not known: {ask.if_unknown}"
    chosen = [ask.option(value) for value in (answer if isinstance(answer, tuple) else (answer,))]
    said = [
        o.words.partition(":")[0] for o in chosen if o and o.words.casefold() != o.value.replace("-", " ")
    ]
    return "; ".join(said)


def _value(answer: Answer) -> str:
    if isinstance(answer, tuple):
        return f"[{', '.join(answer)}]"
    if isinstance(answer, int):
        return str(answer)
    plain = _PLAIN.fullmatch(answer) and answer not in _TYPED and not answer.endswith(" ")
    return answer if plain else "'" + answer.replace("'", "''") + "'"
