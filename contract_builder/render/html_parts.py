"""Parts that both HTML pages are made of: escaping, runs, tables and the page itself."""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence

from contract_builder.model.contract import BlankRun, RefRun, Run
from contract_builder.render.words import BLANK_LABEL

_LAID_OUT = str.maketrans({"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
"""Written as references, so that no editor or parser tidies them; the stylesheet keeps white space."""
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BIDI_CONTROLS = re.compile(f"[{_BIDI}]")
_LAYOUT_OR_BIDI = re.compile(f"[\n\t\r{_BIDI}]")


def escape(words: str) -> str:
    """`words` as text between tags. `html.escape` would bring 2,200 named characters along, and take 5 ms to import."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text(words: str) -> str:
    """`words` as HTML text. Every legal character survives; direction controls end where the words end."""
    escaped = escape(words)
    if not _LAYOUT_OR_BIDI.search(words):
        return escaped
    escaped = escaped.translate(_LAID_OUT)
    return f'<bdi dir="ltr">{escaped}</bdi>' if _BIDI_CONTROLS.search(words) else escaped


def attribute(words: str) -> str:
    """`words` for use between double quotes in a tag."""
    return escape(words).replace('"', "&quot;").translate(_LAID_OUT)


def runs_html(runs: Iterable[Run]) -> str:
    """`runs` as HTML: words, links to what is referred to, and marked blanks."""
    out: list[str] = []
    for run in runs:
        if isinstance(run, RefRun):
            out.append(f'<a href="#{attribute(run.anchor)}">{text(run.text)}</a>')
        elif isinstance(run, BlankRun):
            out.append(
                f'<mark data-field="{attribute(run.field)}">[{BLANK_LABEL}: {text(run.prompt)}]</mark>'
            )
        elif run.style:
            out.append(f"<{run.style}>{text(run.text)}</{run.style}>")
        else:
            out.append(text(run.text))
    return "".join(out)


def scroller(label: str, table: str) -> str:
    """`table` in a box that scrolls sideways, that a keyboard can reach and a screen reader can name."""
    return f'<div class="scroll" role="group" aria-label="{attribute(label)}" tabindex="0">{table}</div>'


def cards_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table whose rows become cards on a narrow screen. `caption` and `headings` are words, cells are HTML.

    `kind` is a class of its own for the stylesheet.

    The roles are written out because browsers forget them once a style takes a table apart.
    """
    head = "".join(f'<th role="columnheader" scope="col">{text(heading)}</th>' for heading in headings)
    labels = [attribute(heading) for heading in headings]
    body: list[str] = []
    for row in rows:
        first, *rest = (f' data-label="{label}">{cell}' for label, cell in zip(labels, row, strict=True))
        cells = "".join(f'<td role="cell"{cell}</td>' for cell in rest)
        body.append(f'<tr role="row"><th role="rowheader" scope="row"{first}</th>{cells}</tr>\n')
    return (
        f'<table class="cards of{len(labels)}{f" {kind}" if kind else ""}" role="table"><caption>{text(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">{"".join(body)}</tbody></table>\n'
    )


def bullets(items: Iterable[str]) -> str:
    """`items`, each HTML, as a list."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def paragraph(words: str) -> str:
    """Words of our own as a paragraph."""
    return f"<p>{text(words)}</p>\n"


def page(title: str, css: str, tool_version: str, body: str, schemes: str = "light") -> bytes:
    """A whole page as UTF-8: `title` is words, `css` is our own, `body` is HTML.

    `schemes` are the colour schemes that `css` has, in the words of `color-scheme`.

    The policy lets nothing run and nothing load: the only style is the one whose hash it names.
    """
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        "<!doctype html>\n"
        '<html lang="en-GB">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="{schemes}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta name="generator" content="contract-builder {attribute(tool_version)}">\n'
        f"<title>{text_only(title)}</title>\n"
        f"<style>{css}</style>\n"
        "</head>\n"
        f"<body>\n{body}</body>\n"
        "</html>\n"
    ).encode()


def text_only(words: str) -> str:
    """`words` where no element may stand, as in a title."""
    return escape(words).translate(_LAID_OUT)
