"""What somebody typed, as an answer: or what is wrong with it, by the same rules as for a file."""

import re
from typing import NamedTuple

from contract_builder.built import Content
from contract_builder.check.brief import NOT_KNOWN, brief_problems
from contract_builder.interview.ask import Answer, Answers, Ask
from contract_builder.interview.write import brief_text
from contract_builder.load.brief import load_brief
from contract_builder.load.hints import near
from contract_builder.load.source import illegal_character, illegal_in
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.triage import UNKNOWN

LONGEST = 10_000
"""Characters of one answer."""
_SPACES = re.compile("[ \t]+")
_AMOUNT = re.compile(r"£? ?(0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(,[0-9]{3}){1,4})")


class Understood(NamedTuple):
    """An answer; or none, and what to say of it."""

    answer: Answer | None
    problem: str = ""
    hint: str = ""


def understand(ask: Ask, typed: str, asks: tuple[Ask, ...], content: Content) -> Understood:
    """`typed` as an answer to `ask`. It is held to what a file is held to: the loader reads it as it will be written."""
    if len(typed) > LONGEST:
        return Understood(None, f"That is longer than {LONGEST:,} characters.", "Write less.")
    if character := illegal_in(typed):
        found = illegal_character(character, Place(""))
        return Understood(
            None, _sentence(found.message), "Type it again without; arrow keys do not work here."
        )
    text = _SPACES.sub(" ", typed).strip()
    if text.casefold() in NOT_KNOWN:
        if ask.if_unknown:
            return Understood(UNKNOWN)
        return Understood(
            None, "A brief needs an answer to this.", "If you must stop here, q saves and leaves."
        )
    if ask.kind == "several":
        return _several(ask, text)
    if ask.kind == "one":
        return _one(ask, text)
    answer: Answer = text
    if ask.kind == "number":
        if not _AMOUNT.fullmatch(text):
            return Understood(
                None, f"“{text}” is not a whole number.", "Write digits, such as 420000 or £420,000."
            )
        answer = int(text.lstrip("£ ").replace(",", ""))
    if problem := problem_with(ask, answer, asks, content):
        return Understood(None, _sentence(problem.message), problem.hint)
    return Understood(answer)


def problem_with(ask: Ask, answer: Answer, asks: tuple[Ask, ...], content: Content) -> Diagnostic | None:
    """What the loader and the checks say of a brief that gives `answer`, and else only what every brief needs."""
    taxonomy = content.library.taxonomy
    needed: Answers = {
        "title": "-",
        "ai_types": (taxonomy.ai_types[0].id,),
        "service_area": taxonomy.service_areas[0].id,
    }
    if ask.key.startswith("host."):
        needed["host.map"] = content.library.hosts[0].id
    text = brief_text(asks, {**needed, ask.key: answer})
    loaded = load_brief(text.encode("utf-8", "surrogatepass"))
    if loaded.value is None:
        return loaded.diagnostics[0]
    found = brief_problems(loaded.value, content.library, content.playbooks, content.triage)
    return found[0] if found else None


def _one(ask: Ask, text: str) -> Understood:
    found = _chosen(ask, text)
    return (
        Understood(found)
        if found
        else Understood(None, f"“{text}” is none of the answers.", _choices(ask, text))
    )


def _several(ask: Ask, text: str) -> Understood:
    answers: list[str] = []
    for part in re.split("[, ]+", text):
        if found := _chosen(ask, part):
            answers.append(found)
        elif part:
            return Understood(None, f"“{part}” is none of the answers.", _choices(ask, part))
    if not answers:
        return Understood(None, "A brief needs an answer to this.", _choices(ask, ""))
    return Understood(tuple(dict.fromkeys(answers)))


def _chosen(ask: Ask, text: str) -> str:
    """The value that a number, a name, the words of an option, or y or n choose; "" if they choose none."""
    if text.isascii() and text.isdecimal() and len(text) < 5:
        n = int(text)
        return ask.options[n - 1].value if 0 < n <= len(ask.options) else ""
    wanted = text.casefold()
    for option in ask.options:
        if wanted in (option.value, option.words.casefold()):
            return option.value
    letters = {"y": "yes", "n": "no"}
    return letters[wanted] if wanted in letters and ask.option(letters[wanted]) else ""


def _choices(ask: Ask, text: str) -> str:
    meant = near(text, [o.value for o in ask.options])
    numbers = f"Type a number from 1 to {len(ask.options)}"
    more = ", several with commas between." if ask.kind == "several" else "."
    guess = next((n for n, o in enumerate(ask.options, 1) if o.value == meant), 0)
    return f"Did you mean {guess}, {meant}? {numbers}{more}" if guess else f"{numbers}{more}"


def _sentence(message: str) -> str:
    text = message[:1].upper() + message[1:]
    return text if text.endswith(".") else f"{text}."
