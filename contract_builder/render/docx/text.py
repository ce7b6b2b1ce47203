"""Text into XML: every character survives, none is taken for markup."""

from contract_builder.model.contract import RunStyle

_RUN_PROPERTIES: dict[str, str] = {
    "": "",
    "em": "<w:rPr><w:i/><w:iCs/></w:rPr>",
    "strong": "<w:rPr><w:b/><w:bCs/></w:rPr>",
    "term": '<w:rPr><w:rStyle w:val="DefinedTerm"/></w:rPr>',
    "blank": '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>',
}
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_RETURN = "&#13;"
_BREAKS = (("\n", "<w:br/>"), ("\t", "<w:tab/>"), (_RETURN, "<w:cr/>"))


def escape(text: str) -> str:
    """`text` for an element or a double-quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", _RETURN)
    return text.replace('"', "&quot;") if '"' in text else text


def inside_text(text: str) -> str:
    """`text` for the inside of a `w:t`. Line breaks, returns and tabs become Word's own, and read back as they were.

    A return as a character would end the paragraph in LibreOffice, and take a table apart.
    """
    words = escape(text)
    for sign, element in _BREAKS:
        if sign in words:
            words = words.replace(sign, f"{_CLOSE}{element}{_OPEN}")
    return words


def run(text: str, style: "RunStyle | str" = "") -> str:
    """One run of `text`; `style` is a RunStyle, "term" or "blank"."""
    return f"<w:r>{_RUN_PROPERTIES[style]}{_OPEN}{inside_text(text)}{_CLOSE}</w:r>"
