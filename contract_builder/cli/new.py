"""`contract-builder new FILE`."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from contract_builder import api
from contract_builder.assemble.filled import with_selection
from contract_builder.cli.asking import (
    answered,
    explained,
    floor_words,
    how_to_answer,
    put,
    read_line,
    stopped,
)
from contract_builder.cli.common import library_option, printable
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.files import stem_of, write_all
from contract_builder.cli.finish import finish
from contract_builder.cli.table import heading, paragraph
from contract_builder.errors import UsageError
from contract_builder.interview.ask import Answers, Ask, is_known
from contract_builder.interview.questions import parts_of, questions_of
from contract_builder.interview.read import Draft, is_ours, read_draft
from contract_builder.interview.session import Interview, begin, hear, next_open
from contract_builder.interview.understand import Understood, understand
from contract_builder.interview.write import brief_text
from contract_builder.model.condition import Facts, holds
from contract_builder.model.triage import UNKNOWN
from contract_builder.triage.facts import facts_of


@click.command("new")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), callback=printable)
@click.option("--review", is_flag=True, help="Go through the answers that are there, too; Enter keeps each.")
@library_option
def command(file: Path, review: bool, library: Path | None) -> None:
    """Write the brief FILE by answering questions, with help; "I do not know" is allowed.

    Every answer is saved at once. Leave when you like, and run the command again to go on.
    A brief that was written or filled in otherwise is never written over.
    Answers may be piped in, a line each; exits with 1 if they end before the questions do.
    """
    _refuse_name(file)
    content = api.load_content(library, api.council_near(file.absolute().parent), api.shared_cache())
    page = _Page(file, content)
    interview = begin(page.asks, page.draft.answers, review)
    if interview.ask is None:
        click.echo(paragraph(f"{file} is finished: no question is open. To go through it again: "
                             f"contract-builder new --review {_quoted(file)}") + "\n")  # fmt: skip
        finish(content, file, _quoted(file))
        return
    if hasattr(sys.stdin, "reconfigure"):  # a pipe on Windows is not UTF-8 unless it is told to be
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    click.echo(how_to_answer(str(file), resumed=bool(page.draft.answers)))
    try:
        done = _talk(interview, page, content)
    except KeyboardInterrupt:
        click.echo()
        _leave(page)
        raise
    if done:
        click.echo()
        finish(content, file, _quoted(file))


def _talk(interview: Interview, page: "_Page", content: api.Content) -> bool:
    """Ask until everything is answered, or somebody leaves; whether everything is."""
    intros = parts_of(content)

    def understood(ask: Ask, typed: str) -> Understood:
        return understand(ask, typed, interview.asks, content)

    part, again = "", False
    known: Facts | None = None
    while (ask := interview.ask) is not None:
        if ask.when is not None and not interview.review and ask.key not in interview.answers:
            known = known or page.known(content)
            if not holds(ask.when, known):
                left_open: Answers = {**interview.answers, ask.key: UNKNOWN}
                at = next_open(interview.asks, left_open)
                interview = replace(interview, answers=left_open, at=at)
                page.save(interview)
                continue
        if ask.part != part:
            part = ask.part
            click.echo("\n" + heading(part) + "\n" + paragraph(intros[part]))
        typed = read_line(put(interview, ask, again))
        if typed is None:
            _leave(page)
            if not sys.stdin.isatty():
                click.echo("The answers ended before the questions did.", err=True)
                sys.exit(EXIT_FINDINGS)
            return False
        heard = hear(interview, typed, understood)
        again = heard.event in ("help", "refused")
        if heard.event == "leave":
            _leave(page)
            return False
        if heard.event == "help":
            click.echo(explained(ask))
        elif heard.event == "refused":
            click.echo(paragraph(f"{heard.problem} {heard.hint}", 2))
        elif heard.event != "back":
            page.save(heard.interview)
            click.echo(answered(ask, heard.interview.answers, heard.event))
            click.echo(stopped(ask, heard.interview.answers), nl=False)
            if ask.key == "service_area":
                click.echo(floor_words(content, heard.interview.answers))
        interview = heard.interview
    return True


def _leave(page: "_Page") -> None:
    if not page.written:
        click.echo("\nNothing was answered, and nothing was written.")
        return
    there = sum(1 for ask in page.asks if ask.key in page.draft.answers)
    click.echo("\n" + paragraph(f"Saved in {page.file}: {there} of {len(page.asks)} questions have an answer. "
                                f"To go on: contract-builder new {_quoted(page.file)}"))  # fmt: skip


class _Page:
    """The file, and what was last written to it."""

    def __init__(self, file: Path, content: api.Content) -> None:
        self.file = file
        self.written = file.read_bytes() if file.exists() else b""
        self.draft = self._opened(content)
        # council.toml may have come to give what the brief says already: then the brief's own answer stays.
        given = content.council.particulars if content.council else {}
        self.asks = tuple(
            ask for ask in _all(content)
            if ask.key.removeprefix("particulars.") not in given or is_known(self.draft.answers.get(ask.key))
        )  # fmt: skip

    def _opened(self, content: api.Content) -> Draft:
        from datetime import date

        if not self.written.strip():
            return Draft(date=date.today().isoformat())
        if not is_ours(self.written):
            raise UsageError(
                f"{self.file} is there already, and `new` did not write it. It stays as it is.",
                "Change it in a text editor, and see `contract-builder triage` for what it comes to; "
                "or give another name to write a new brief.",
            )
        draft, found = read_draft(self.written, self.file.name, _all(content), content)
        if draft is None:
            raise api.ContentError(tuple(found))
        return draft

    def known(self, content: api.Content) -> Facts:
        """What the brief, as it is now, comes to: the facts, and the topics and clauses of the contract."""
        brief = api.read_brief(self.written, content)
        facts = facts_of(brief, content.playbooks.facts, api.assess(content, brief).inherent)
        return with_selection(content.library, facts, api.select_clauses(content, brief))

    def save(self, interview: Interview) -> None:
        """Write the answers, whole or not at all. Raises UsageError if somebody changed the file meanwhile."""
        there = self.file.read_bytes() if self.file.exists() else b""
        if there != self.written:
            raise UsageError(
                f"Somebody changed {self.file} in the meantime. It stays as it is; the last answer is not in it.",
                "Run the command again: it goes on from what the file says now.",
            )
        finished = next_open(self.asks, interview.answers) == len(self.asks)
        self.draft = replace(self.draft, answers=interview.answers, finished=finished)
        text = brief_text(self.asks, interview.answers, self.draft.date, finished, self.draft.own)
        write_all(self.file.parent, {self.file.name: text.encode("utf-8")})
        self.written = text.encode("utf-8")


def _all(content: api.Content) -> tuple[Ask, ...]:
    """The questions, those that council.toml answers included."""
    return questions_of(replace(content, council=None))


def _refuse_name(file: Path) -> None:
    if file.suffix not in (".yaml", ".yml"):
        raise UsageError(f"{file} is no name for a brief.", "End it in .yaml, such as my-brief.yaml.")
    stem_of(file)
    if not file.parent.is_dir():
        raise UsageError(f"There is no folder {file.parent}.", "Make it first, or give another place.")


def _quoted(file: Path) -> str:
    """The file's name for a command line."""
    return f'"{file}"' if " " in str(file) else str(file)
