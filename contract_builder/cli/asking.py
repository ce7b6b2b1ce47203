"""How a question is put on a terminal, and how an answer is read: plain lines, no cursor, one thing after another."""

import sys

import click

from contract_builder.api import Content
from contract_builder.cli.style import styled
from contract_builder.cli.table import paragraph, width, wrap
from contract_builder.interview.ask import GATES, Answer, Answers, Ask
from contract_builder.interview.session import Event, Interview
from contract_builder.interview.understand import LONGEST
from contract_builder.model.triage import UNKNOWN


def how_to_answer(file: str, resumed: bool) -> str:
    """What to know before the first question."""
    goes_on = "It goes on at the first question without an answer." if resumed else ""
    keys = (("Enter", "I do not know"), ("?", "explain the question"), ("b", "back to the question before"),
            ("s", "skip the rest of a part, where that is offered"), ("q", "save and leave"))  # fmt: skip
    lines = [paragraph(f"Your answers are written to {file}, each as soon as it is given. {goes_on}")]
    lines += [f"  {key:<7}{what}" for key, what in keys]
    return "\n".join(lines)


def put(interview: Interview, ask: Ask, again: bool) -> str:
    """The question with its answers, and the prompt; the prompt alone where the question was just put."""
    lines = []
    if not again:
        lines.append(f"\nQuestion {interview.at + 1} of {len(interview.asks)}")
        lines.append("\n".join(styled(line, bold=True) for line in wrap(ask.words, width())))
        for n, option in enumerate(ask.options, 1):
            first, *others = wrap(option.words, width() - 6)
            lines += [f"{n:>4}  {first}", *(f"      {line}" for line in others)]
    return "\n".join([*lines, _prompt(ask, interview.answers.get(ask.key))])


def _prompt(ask: Ask, now: Answer | None) -> str:
    keys = ["?", "b", *(["s"] if ask.skippable else []), "q"]
    wanted = {
        "one": f"1 to {len(ask.options)}",
        "several": f"1 to {len(ask.options)}, several with commas",
        "number": "a number",
        "date": "YYYY-MM-DD",
        "line": "in words",
    }[ask.kind]
    enter = (
        f"Enter: {_short(ask, now)}" if now is not None else "Enter: I do not know" if ask.if_unknown else ""
    )
    return f"[{'; '.join(part for part in (wanted, enter, ' '.join(keys)) if part)}] > "


def _short(ask: Ask, answer: Answer) -> str:
    """The answer that is there, to keep."""
    words = "I do not know" if answer == UNKNOWN else _said(ask, answer)
    first = wrap(words, 60)
    return f"{first[0]} …" if len(first) > 1 else words


def _said(ask: Ask, answer: Answer) -> str:
    """An answer in words: those of its options, without what explains them."""
    values = answer if isinstance(answer, tuple) else (answer,)
    found = [ask.option(value) for value in values]
    return ", ".join(o.words.partition(":")[0] if o else str(v) for o, v in zip(found, values, strict=True))


def explained(ask: Ask) -> str:
    """How to find the answer, why it is asked, and what each answer does."""
    lines = [paragraph(f"How to answer: {ask.help}", 2)] if ask.help else []
    lines += [paragraph(f"Why it is asked: {ask.why}", 2)] if ask.why else []
    lines += [
        paragraph(f"{n}. {o.words.partition(':')[0]}: {o.more}", 2)
        for n, o in enumerate(ask.options, 1)
        if o.more
    ]
    if ask.if_unknown:
        lines.append(paragraph(f"If nobody knows: it {ask.if_unknown}.", 2))
    return "\n".join(lines) or paragraph("There is no more to say of it.", 2)


def answered(ask: Ask, answers: Answers, event: Event) -> str:
    """What was understood."""
    if event == "skipped":
        return paragraph(f"The rest of this part is skipped: {ask.part}.", 2)
    answer = answers[ask.key]
    words = f"not known; it {ask.if_unknown}" if answer == UNKNOWN else _said(ask, answer)
    return paragraph(f"{'Kept' if event == 'kept' else 'Saved'}: {words}", 2)


def stopped(ask: Ask, answers: Answers) -> str:
    """What follows where a gate is answered with anything but no; "" elsewhere."""
    if ask.part != GATES or answers.get(ask.key) == "no":
        return ""
    return paragraph(
        f"STOP AND REFER. {ask.why} No contract is made until somebody who may answers for it, by name, under "
        "`triage.referrals` in the brief. You can go on with the questions, or leave with q and find out first.", 2,
    ) + "\n"  # fmt: skip


def floor_words(content: Content, answers: Answers) -> str:
    """The lowest tier for the kinds of AI and the service, once both are known."""
    types, area = answers.get("ai_types", ()), answers.get("service_area", "")
    floors = [
        content.triage.floors.get(t, {}).get(str(area)) for t in (types if isinstance(types, tuple) else ())
    ]
    known = [floor for floor in floors if floor]
    if not known:
        return ""
    tier = content.library.taxonomy.tiers[max(known) - 1]
    return paragraph(
        f"For these kinds of AI in this service the tier is never below {max(known)} ({tier.title}).", 2
    )


def read_line(prompt: str) -> str | None:
    """One line from the terminal or a pipe, without its end; none where the input ends.

    Of a line that is too long, enough comes back to be refused.
    """
    click.echo(prompt, nl=False)
    sys.stdout.flush()
    line = sys.stdin.readline(LONGEST + 2)
    if not sys.stdin.isatty():
        click.echo()  # nobody pressed Enter
    if not line:
        return None
    while not line.endswith("\n") and (more := sys.stdin.readline(LONGEST)):
        line = line[: LONGEST + 1] + more[-1:]
    return line.rstrip("\n").lstrip("\ufeff")
