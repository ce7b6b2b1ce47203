"""The wording for the notice as text to paste, and as Markdown; what is for the officer stands apart, below it."""

from typing import NamedTuple

from contract_builder.model.notice_text import NoticeLine, NoticeText
from contract_builder.render.markdown_text import edges, inline
from contract_builder.render.words import capital, count, from_slug, listed

COPY_FROM, COPY_TO = "Copy from here into the notice", "Copy to here: what follows is not for the notice"
NOTHING = "This contract has no wording for the notice. What applies instead stands below."
OFFICER = "For the officer, and not to be published"
DRAFT = "A draft, made from model wording by a computer program. It is not legal advice."


class _Entry(NamedTuple):
    """One paragraph: its number or none, the words in bold or none, and the rest."""

    words: str
    lead: str = ""
    number: int = 0


class _Block(NamedTuple):
    """Paragraphs under a heading."""

    title: str
    entries: list[_Entry]


def notice_as_text(notice: NoticeText) -> bytes:
    """`notice` as plain text in UTF-8: a paragraph to a line, so that it can be pasted."""
    lines = [notice.title.upper(), *_about(notice), ""]
    public = _public(notice)
    lines += [f"===== {COPY_FROM} =====", ""] if public else [NOTHING, ""]
    lines += _text_of(public)
    lines += [f"===== {COPY_TO} =====", ""] if public else []
    lines += [OFFICER.upper(), "", *_text_of(_officer(notice))]
    return ("\n".join(lines).rstrip() + "\n").encode()


def notice_as_markdown(notice: NoticeText) -> bytes:
    """`notice` as Markdown in UTF-8."""
    lines = [f"# {edges(inline(notice.title))}", ""]
    lines += [line for about in _about(notice) for line in (edges(inline(about)), "")]
    public = _public(notice)
    lines += [f"*{COPY_FROM}.*", "", "---", ""] if public else [f"**{NOTHING}**", ""]
    lines += _markdown_of(public)
    lines += ["---", "", f"*{COPY_TO}.*", ""] if public else []
    lines += [f"# {OFFICER}", "", *_markdown_of(_officer(notice))]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _text_of(blocks: list[_Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += [block.title, "-" * len(block.title), ""]
        for entry in block.entries:
            mark = f"{entry.number}. " if entry.number else ""
            lines += [mark + _joined(entry.lead, entry.words), ""]
    return lines


def _joined(lead: str, words: str) -> str:
    return f"{_stopped(lead)} {words}" if lead else words


def _stopped(lead: str) -> str:
    """`lead` with a full stop, unless it is a question."""
    return lead if lead.endswith(("?", ".")) else f"{lead}."


def _markdown_of(blocks: list[_Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += [f"## {edges(inline(block.title))}", ""]
        for entry in block.entries:
            mark = f"{entry.number}. " if entry.number else "- "
            lead = f"**{inline(_stopped(entry.lead))}** " if entry.lead else ""
            lines.append(mark + (lead + inline(entry.words) if lead else edges(inline(entry.words))))
        lines.append("")
    return lines


def _about(notice: NoticeText) -> list[str]:
    named = notice.contract
    about = " – ".join(words for words in (named.subject, named.title, named.reference) if words)
    return [about, DRAFT]


def _public(notice: NoticeText) -> list[_Block]:
    return [
        _Block(section.title, [_Entry(line.text, line.title, line.number) for line in section.paragraphs])
        for section in notice.sections
        if section.prints
    ]


def _officer(notice: NoticeText) -> list[_Block]:
    """What the officer needs: how to use the text, what is open, notes, what to file, law. Empty blocks are left out."""
    blocks = [
        *(
            _Block(s.title, [_Entry(line.text, line.title) for line in s.paragraphs])
            for s in notice.sections
            if not s.prints
        ),
        _Block("To fill in above", [_Entry(f"{o.ask} ({o.owner})", o.label) for o in notice.open_items]),
        _Block(
            "Taken as given, because the brief does not say",
            [_Entry(f"Taken as: {one.taken_as}.", one.ask) for one in notice.assumed],
        ),
        _Block(
            "Left out, because this contract does not provide for it",
            [_Entry(f"It lacks {listed(one.lacks)}.", one.title) for one in notice.withheld],
        ),
        _Block("Notes on the paragraphs", [_Entry(line.note, _place(line)) for line in _noted(notice)]),
        _Block(
            "Particulars of public law, to answer and to file",
            [_Entry(one.ask + _who(one.owner, one.in_notice), one.title) for one in notice.records],
        ),
        _Block("Law", [_Entry(f"{law.means} Confidence: {law.confidence}.", _cited(notice, law.id, law.cite))
                       for law in notice.law]),
    ]  # fmt: skip
    return [block for block in blocks if block.entries]


def _noted(notice: NoticeText) -> list[NoticeLine]:
    return [line for section in notice.sections for line in section.paragraphs if line.note]


def _place(line: NoticeLine) -> str:
    """A paragraph as a note names it: "Paragraph 6, Growth"."""
    if not line.number:
        return line.title or from_slug(line.id)
    return f"Paragraph {line.number}, {line.title}" if line.title else f"Paragraph {line.number}"


def _who(owner: str, in_notice: bool) -> str:
    return f" ({owner}; the answer belongs in the notice, too)" if in_notice else f" ({owner})"


def _cited(notice: NoticeText, key: str, cite: str) -> str:
    """The provision, and the paragraphs that rest on it: "section 52 (paragraphs 21 and 22)"."""
    numbers = [
        str(line.number)
        for section in notice.sections
        for line in section.paragraphs
        if line.number and key in line.law
    ]
    cite = capital(cite)
    if not numbers:
        return cite
    return f"{cite} ({count(len(numbers), 'paragraph').partition(' ')[2]} {listed(numbers)})"
