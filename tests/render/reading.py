"""Reads rendered pages back with parsers that are not ours."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Element:
    """An element of a page: its tag, attributes, children, and the words below it."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Element | str] = []

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self) -> "Iterator[Element]":
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", **attributes: str) -> "list[Element]":
        """Elements below by tag and attributes, in the order of the page; `class_` looks for one class."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.walk()
            if (not tag or element.tag == tag)
            and all(value in element.get(name).split() for name, value in wanted.items())
        ]

    def one(self, tag: str = "", **attributes: str) -> "Element":
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_html(page: bytes) -> Element:
    """The tree of `page`. Fails where an element is not closed by its own end tag."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def read_markdown(page: bytes) -> list[str]:
    """The words of every heading, paragraph, list item and cell of `page`, as CommonMark with tables."""
    from markdown_it import MarkdownIt

    texts: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(page.decode()):
        assert token.type not in ("fence", "code_block", "html_block", "hr"), token
        if token.type == "inline":
            texts.append("".join(_words(child.type, child.content) for child in token.children or ()))
    return texts


def _words(kind: str, content: str) -> str:
    assert kind not in ("softbreak", "hardbreak", "link_open", "image", "code_inline"), kind
    return "" if kind == "html_inline" else content
