"""What lint may find in a Word document, by the id of the rule; `docs/rules/documents.md` is made from it."""

from typing import NamedTuple

from contract_builder.model.diagnostic import Level


class DocumentRule(NamedTuple):
    """One rule of lint."""

    level: Level
    finds: str
    """A sentence."""
    why: str
    """One or two sentences on what comes of it."""


_UNREADABLE: dict[str, DocumentRule] = {
    "docx-unreadable": DocumentRule("error", "The file is no Word document, or is too large when unpacked.",
        "Nothing in it was looked at."),
    "docx-broken-part": DocumentRule("error", "A part is not well-formed XML, or declares a document type.",
        "Word says that the file is damaged. A document type can make a program read files or use up its memory."),
    "docx-no-document": DocumentRule("error", "The part that holds the text is missing or cannot be read.",
        "Nothing can be opened."),
    "macros": DocumentRule("error", "The document holds a program, or is of a type that may.",
        "Mail filters stop it, and nobody should open it."),
    "external-relationship": DocumentRule("error", "The document refers to something outside the file.",
        "Word may fetch it, and so tell somebody who reads the contract; and what is there can change after signing."),
}  # fmt: skip
_LEFT_BEHIND: dict[str, DocumentRule] = {
    "comment-left": DocumentRule("error", "A comment is left.",
        "What the Council says among its own people would reach the other side, or the signed copy."),
    "change-left": DocumentRule("error", "A tracked change is left.",
        "What the Parties agreed is then open to doubt, and what was deleted can still be read."),
    "hidden-text": DocumentRule("error", "Text is hidden.",
        "It does not print, but whoever turns it on reads it, and so does a program."),
    "note-left": DocumentRule("error", "A drafting note or an internal word is left, such as “Walk away”.",
        "It tells the Supplier how far the Council would go, or stays in the contract as if it were a term."),
    "placeholder-left": DocumentRule("error", "A placeholder in double braces is left.",
        "A value was never put in, and the term has no number or no name."),
    "prompt-left": DocumentRule("warning", "Words in square brackets, or “TBC”, ask for something.",
        "A term that is still to be filled in may be void. Blanks that Word fills in (content controls) pass, and so "
        "do years and numbers in brackets, as in a citation."),
    "highlight-left": DocumentRule("warning", "Text is highlighted.",
        "Colour mostly marks what was to be settled; in the signed copy it means nothing, or too much."),
    "person-named": DocumentRule("warning", "The properties name a person or a firm.",
        "They tell who worked on the document. Documents made here name nobody."),
}  # fmt: skip
_READERS: dict[str, DocumentRule] = {
    "property-missing": DocumentRule("error", "The properties state no title.",
        "Screen readers and windows then call the contract by the name of its file."),
    "language-missing": DocumentRule("error", "The document, or a run of it, states no language.",
        "Screen readers and the spelling check go by it."),
    "heading-skips": DocumentRule("error", "A heading skips a level on the way down.",
        "Who reads by headings takes it for part of another one."),
    "heading-empty": DocumentRule("error", "A heading has no words.",
        "Screen readers and the contents name a place that has no name."),
    "low-contrast": DocumentRule("error", "Text stands out too little from what is behind it.",
        "People with weak sight, and everybody in the sun, cannot read it. WCAG 2.2 asks for 4.5 to 1, and 3 to 1 for large "
        "text."),
    "colour-alone": DocumentRule("warning", "Only its colour tells some text from the text around it.",
        "Who does not see the colour, or prints in black, misses what it means."),
    "asks-on-opening": DocumentRule("error", "The document asks Word to update its fields when it is opened.",
        "Word then warns whoever opens it, as if the contract were dangerous."),
    "table-no-header": DocumentRule("error", "A table has no header row.",
        "Screen readers read the header with each cell."),
    "picture-no-words": DocumentRule("error", "A picture has no alternative text, and is not marked as decoration.",
        "Who cannot see it learns nothing of it."),
    "table-touches": DocumentRule("error", "No paragraph follows a table.",
        "Word joins tables that touch, and needs a paragraph at the end."),
}  # fmt: skip
_NUMBERS: dict[str, DocumentRule] = {
    "reference-to-nothing": DocumentRule("error", "A reference or a link points at a bookmark that is not there.",
        "Word prints an error in its place as soon as the references are updated."),
    "field-not-begun": DocumentRule("error", "A field has an end and no beginning.", "Word takes the file for damaged."),
    "field-not-ended": DocumentRule("error", "A field has no end.", "It swallows the text behind it."),
    "field-no-result": DocumentRule("error", "A field has no result.", "Word shows nothing until it is updated."),
    "field-instruction": DocumentRule("error", "An instruction stands outside a field.", "It does nothing."),
    "field-across": DocumentRule("error", "A field begins in one place and ends in another.",
        "Word takes the file for damaged."),
    "bookmark-name": DocumentRule("error", "A bookmark has a name that Word does not take.", "Word drops it."),
    "bookmark-name-twice": DocumentRule("error", "Two bookmarks have one name.",
        "Word keeps one, and references to the other go wrong."),
    "bookmark-id-twice": DocumentRule("error", "Two bookmarks have one id.", "Their ends are mistaken for each other."),
    "bookmark-open": DocumentRule("error", "A bookmark has no end after its start.", "Word drops it."),
    "bookmark-not-started": DocumentRule("error", "A bookmark ends and never starts.", "Word drops it."),
    "control-id": DocumentRule("error", "The id of a content control is no 32-bit number.",
        "Word takes the file for damaged."),
    "control-id-twice": DocumentRule("error", "Two content controls have one id.",
        "Word renumbers one, and what is bound to it is lost."),
    "control-title": DocumentRule("error", "The title or tag of a content control is too long.",
        "Word takes the file for damaged."),
    "list-undefined": DocumentRule("error", "A list is used or made from one that is not there.",
        "Word prints no number."),
    "list-level-shared": DocumentRule("error", "Two styles claim one level of a list.",
        "Word binds a level to one style, and the numbers of the other go wrong."),
    "list-level-unbound": DocumentRule("error", "A level of a list names a style that is not of that level.",
        "The numbers go wrong once the style is changed."),
    "style-undefined": DocumentRule("error", "A style is used and not declared.", "Word falls back to Normal."),
    "style-inherits-numbers": DocumentRule("error", "A style takes over numbers from another without a word.",
        "Each paragraph in it counts, and the numbers behind it shift."),
    "deletion-keeps-text": DocumentRule("error", "A tracked deletion holds text that prints.",
        "Word takes the file for damaged."),
    "deletion-missing": DocumentRule("error", "Deleted text stands outside a tracked deletion.",
        "Word takes the file for damaged."),
}  # fmt: skip
GROUPS: dict[str, dict[str, DocumentRule]] = {
    "The file": _UNREADABLE,
    "Left behind": _LEFT_BEHIND,
    "For every reader": _READERS,
    "Numbers and references": _NUMBERS,
}
RULES: dict[str, DocumentRule] = {id_: rule for group in GROUPS.values() for id_, rule in group.items()}
