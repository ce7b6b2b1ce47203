"""What stands in a paragraph: runs, live references, blanks, and the bookmarks around them."""

from contract_builder.errors import InternalError
from contract_builder.model.contract import BlankRun, Runs, TextRun
from contract_builder.render.docx import fields
from contract_builder.render.docx.contents import CONTROL
from contract_builder.render.docx.text import run

_FIRST_BOOKMARK = 1000
"""Ids below it are left to the base document."""


class Inline:
    """Writes the runs of one document, and keeps its bookmarks, references and content controls apart."""

    def __init__(self) -> None:
        self._bookmarks: dict[str, int] = {}
        self._referred: set[str] = set()
        self._blanks: dict[str, int] = {}
        self._controls = {CONTROL}

    def runs(self, runs: Runs) -> str:
        """Runs as XML."""
        out: list[str] = []
        for r in runs:
            if isinstance(r, TextRun):
                out.append(run(r.text, r.style))
            elif isinstance(r, BlankRun):
                out.append(self._blank(r))
            else:
                name = fields.bookmark_name(r.anchor)
                self._referred.add(name)
                out.append(fields.reference(name, r.text, r.full))
        return "".join(out)

    def inside(self, name: str, runs: Runs, around: str = "") -> str:
        """`runs` inside the bookmark `name`, which `around`, the start of another, precedes.

        Both begin after the first word: Word stretches a bookmark that opens a paragraph over what is
        typed in front of it, and a reference to clause 4 would then follow the new clause instead.
        """
        start, end = self.mark(name)
        start = around + start
        first = runs[0] if runs else None
        if isinstance(first, TextRun) and (cut := _first_word(first.text)):
            rest = (TextRun(first.text[cut:], first.style), *runs[1:])
            return run(first.text[:cut], first.style) + start + self.runs(rest) + end
        return start + self.runs(runs) + end

    def mark(self, name: str) -> tuple[str, str]:
        """The start and the end of a bookmark. Raises InternalError if there is one of this name."""
        if name in self._bookmarks:
            raise InternalError(f"Two places would have the bookmark {name}.")
        n = self._bookmarks[name] = _FIRST_BOOKMARK + len(self._bookmarks)
        return f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{n}"/>'

    def require_targets(self) -> None:
        """Raise InternalError unless each reference written has its bookmark."""
        if missing := self._referred - self._bookmarks.keys():
            raise InternalError(f"References without a target: {', '.join(sorted(missing))}.")

    def _blank(self, blank: BlankRun) -> str:
        nth = self._blanks[blank.field] = self._blanks.get(blank.field, 0) + 1
        id_ = fields.control_id(blank.field, nth)
        while id_ in self._controls:
            id_ = id_ % 0x7FFFFFFF + 1
        self._controls.add(id_)
        return fields.blank(blank.field, blank.prompt, id_, blank.choices, blank.owner)


def _first_word(text: str) -> int:
    """Where the first word of `text` ends; within it if there is no other; 0 where a cut could part a character."""
    space = text.find(" ", 1)
    if 0 < space < len(text) - 1:
        return space
    return 1 if text[1:2] and text[:2].isascii() else 0
