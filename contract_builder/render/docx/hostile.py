"""What in a part of a base document would act, fetch, hide or tell on somebody. A base document comes from anywhere."""

import re
from xml.parsers.expat import ExpatError, ParserCreate

_NAME = re.compile(r"[A-Za-z0-9_\-\[\]./ ]+")
_PICTURES_AND_FONTS = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".odttf", ".ttf")
MOST_TAGS, DEEPEST = 1_000_000, 256
_ACTS = frozenset(("altChunk", "subDoc", "OLEObject", "object", "control", "attachedTemplate", "mailMerge"))
_LINKS_THAT_ACT = (
    "attachedtemplate", "oleobject", "afchunk", "subdocument", "control", "vbaproject", "package", "frame",
    "mailmergesource", "activexcontrolbinary",
)  # fmt: skip
_TYPES_THAT_ACT = ("vba", "macro", "oleobject", "activex")
_FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "TOC", "STYLEREF", "SEQ", "TITLE", "SUBJECT",
     "KEYWORDS", "DOCPROPERTY", "NOTEREF", "=")
)  # fmt: skip
_MAIN = ("word/document.xml", "/word/document.xml")


def name_faults(name: str) -> list[str]:
    """Why a part may not be called `name`: a sentence each."""
    lower = name.lower()
    if name.endswith("/"):
        return []
    if not _NAME.fullmatch(name) or name.startswith("/") or ".." in name.split("/"):
        return [f"A part has a name that is not allowed, {name!a}."]
    if "vba" in lower:
        return [f"It holds macros ({name})."]
    if lower.startswith(("word/comments", "word/people")):
        return [f"It holds comments or the names of their writers ({name}); delete all comments."]
    if name.endswith((".xml", ".rels", *_PICTURES_AND_FONTS)):
        return []
    return [f"It holds {name}, which is neither text, a picture nor a font."]


def xml_faults(name: str, data: bytes) -> list[str]:
    """Why the XML part `name` with these bytes may not stand in a base document: a sentence each."""
    if data.count(b"<") > MOST_TAGS:
        return [f"{name} is too large."]
    try:
        data.decode()
    except UnicodeDecodeError:
        return [f"{name} is not in UTF-8."]
    part = _Part(name)
    try:
        part.parser.Parse(data, True)
    except (ExpatError, ValueError) as error:
        return part.found or [f"{name} is not well-formed ({error})."]
    part.fields.append("")
    for words in part.fields:
        if words.strip() and words.split()[0].upper() not in _FIELDS:
            part.found.append(
                f"{name} holds a field that may fetch or run something: {words.strip()[:40]!a}."
            )
    return part.found


def size_faults(name: str, data: bytes) -> list[str]:
    """Why the XML part `name` of a document that is not ours to judge cannot be read safely: a sentence each.

    It may hold comments, authors, fields and objects, which are carried on as they are and never looked into.
    """
    if data.count(b"<") > MOST_TAGS:
        return [f"{name} is too large."]
    part = _Part(name, judged=False)
    try:
        data.decode()
        part.parser.Parse(data, True)
    except UnicodeDecodeError:
        return [f"{name} is not in UTF-8."]
    except (ExpatError, ValueError) as error:
        return part.found or [f"{name} is not well-formed ({error})."]
    return part.found


class _Part:
    """One reading of one part; the parser sees what Word will see, however it is written."""

    def __init__(self, name: str, judged: bool = True) -> None:
        self.name, self.found, self.judged = name, list[str](), judged
        self.fields = [""]
        self._depth = self._instruction = 0
        self.parser = ParserCreate()
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begin, self._end
        self.parser.CharacterDataHandler = self._words

    def _declaration(self, _: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            self.found.append(f"{self.name} is not in UTF-8.")

    def _doctype(self, *_: object) -> None:
        self.found.append(f"{self.name} declares entities.")
        raise ValueError

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self.found.append(f"{self.name} is nested too deep.")
            raise ValueError
        if not self.judged:
            return
        local = tag.rpartition(":")[2]
        named = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if self.name == "[Content_Types].xml":
            self.found += _type_faults(named)
        elif self.name.endswith(".rels"):
            self.found += _link_faults(self.name, named) if local == "Relationship" else []
        elif local in _ACTS:
            self.found.append(f"{self.name} holds something that acts or is fetched ({local}).")
        elif "author" in named:
            self.found.append(f"{self.name} names an author: accept all changes and delete all comments.")
        elif local in ("instrText", "delInstrText"):
            self._instruction += 1
        elif local == "fldChar":
            self.fields.append("")
        elif local == "fldSimple":
            self.fields += [named.get("instr", ""), ""]

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._instruction -= tag.rpartition(":")[2] in ("instrText", "delInstrText")

    def _words(self, words: str) -> None:
        if self._instruction:
            self.fields[-1] += words


def _type_faults(named: dict[str, str]) -> list[str]:
    kind = named.get("ContentType", "").lower()
    of = (named.get("PartName", "") or "." + named.get("Extension", "")).lower()
    if any(word in kind for word in _TYPES_THAT_ACT):
        return [f"It holds macros or objects ({kind[:80]!a})."]
    if "xml" in kind and not of.endswith((".xml", ".rels")):
        return [f"A part that is called {of!a} holds XML."]
    return []


def _link_faults(name: str, named: dict[str, str]) -> list[str]:
    kind, target = named.get("Type", "").rpartition("/")[2].lower(), named.get("Target", "")
    outside = named.get("TargetMode", "Internal") != "Internal"
    if outside and kind == "hyperlink" and target.lower().startswith(("http://", "https://", "mailto:")):
        return []
    if outside or ":" in target or target.startswith(("//", "\\")):
        return [f"{name} fetches something from outside: {target[:80]!a}."]
    if kind in _LINKS_THAT_ACT:
        return [f"{name} links to something that acts ({kind})."]
    if name == "_rels/.rels" and kind == "officedocument" and target not in _MAIN:
        return [f"Its text stands in {target[:80]!a}, not in {_MAIN[0]}."]
    return []
