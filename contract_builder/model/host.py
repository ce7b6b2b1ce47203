"""The host of an AI schedule: the contract that it becomes part of, and how that contract puts things."""

from contract_builder.model.base import Frozen, Lenient
from contract_builder.model.confidence import Confidence


class HostTerm(Frozen, frozen=True):
    """What the host calls a term of the library."""

    term: str
    """The term as the library defines it."""
    says: str
    """The host's word for it, as for one."""
    plural: str = ""
    """The host's word for several, where adding an s does not make it."""
    forms: dict[str, str] = {}
    """The host's words for other forms of the term, such as "Trained"."""
    defined_here: bool = False
    """Whether the schedule defines it under the host's word; if not, the host does."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class HostCover(Frozen, frozen=True):
    """What the host deals with itself, so that the schedule leaves it out."""

    id: str
    """Its name."""
    because: str
    """Why it is left out."""
    topic: str = ""
    """The topic, or "" where a clause is named."""
    clause: str = ""
    """The clause, or "" where a topic is named."""
    words: str = ""
    """What prints in place of a reference to what is left out."""
    items: dict[str, str] = {}
    """The items of the clause that are left out, by label, with what prints in place of a reference; none: all of it."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class HostPrecedence(Frozen, frozen=True):
    """Whether the host lets the schedule prevail over its own terms."""

    prevails: bool
    """Whether it does."""
    because: str
    """What the host says of it."""
    advice: str = ""
    """What to do about it, where the host does not let the schedule prevail."""


class Host(Frozen, frozen=True):
    """One kind of contract that an AI schedule can become part of."""

    id: str
    """Its name, which is that of its file."""
    title: str
    """What it is."""
    version: str
    """The version of the map, as in 1.2.0."""
    confidence: Confidence
    """How well it was checked against the host's own text."""
    checked: str
    """The date last checked, as YYYY-MM-DD."""
    label: str
    """What the schedule is called in the host: "Call-Off Schedule 24"."""
    heading: str
    """The words after the label."""
    particulars: str
    """Where the host states what a front sheet states: "the Order Form"."""
    precedence: HostPrecedence
    """Whether the schedule may prevail."""
    terms: tuple[HostTerm, ...]
    """What the host calls the terms of the library."""
    first_paragraph: int = 1
    """The number of the first paragraph."""
    fields: tuple[str, ...] = ()
    """The fields of the Particulars that the host has."""
    covers: tuple[HostCover, ...] = ()
    """What the host deals with itself."""
    definitions: dict[str, str] = {}
    """The text of definitions that read otherwise in a schedule to this host, by id, in the words of the library."""
    taken: tuple[str, ...] = ()
    """Words that the host defines for something else."""
    sources: tuple[str, ...] = ()
    """Where it was checked."""
    note: str = ""
    """Words for the council's side."""
    file: str = ""
    """Where it stands in the contents."""
    lines: dict[str, int] = {}
    """The line of each key."""


class HostChoice(Frozen, frozen=True):
    """What a brief says of the host."""

    map: str
    """The id of the host's map."""
    title: str = ""
    """What the contract is called; "" if that is not known yet."""
    reference: str = ""
    """Its reference; "" if it has none yet."""
    schedule: str = ""
    """What the schedule is called in it; "" for what the map says."""
    first_paragraph: int = 0
    """The number of the first paragraph; 0 for what the map says."""
    signatures: bool = False
    """Whether the schedule has signatures of its own."""


class Opening(Frozen, frozen=True):
    """What every AI schedule says of itself, in the words of the library; a host's words take their place."""

    version: str
    """The version, as in 1.2.0."""
    lead: str
    """The sentence below the heading."""
    part_a: str
    """The title of the part that holds the Particulars."""
    part_b: str
    """The title of the part that holds the paragraphs."""
    title: str
    """The title of the first paragraph."""
    paragraphs: tuple[str, ...]
    """What the first paragraph says, after precedence."""
    prevails: str
    """What it says of precedence where the host lets the schedule prevail."""
    gives_way: str
    """What it says of precedence where the host's order is fixed."""
    contract_label: str
    """The label of the row that names the host."""
    reference_label: str
    """The label of the row with its reference."""
    definitions: dict[str, str]
    """The text of definitions that read otherwise in a schedule, by id."""
    replaced: dict[str, dict[str, str]] = {}
    """Items whose place the first paragraph takes, by clause and label, with what prints in place of a reference."""
    words: dict[str, str] = {}
    """Words for parts of a document, and what a schedule calls them."""
    keep: tuple[str, ...] = ()
    """Phrases in which those words stay."""


class HostNode(Lenient, frozen=True):
    """The contract that an AI schedule is part of."""

    map: str
    """The id of the map that says how that contract puts things."""
    map_digest: str
    """SHA-256 of the map."""
    label: str
    """What the schedule is called in it: "Call-Off Schedule 24"."""
    heading: str
    """The words after the label: "AI"."""
    title: str
    """What the contract is called; "" if that is not known yet."""
    reference: str
    """Its reference; "" if it has none yet."""
    parties: tuple[str, str]
    """What it calls the Council and the Supplier."""
    part_a: str
    """The title of the part with the Particulars."""
    part_b: str
    """The title of the part with the paragraphs."""
    first_paragraph: int
    """The number of the first paragraph."""
    prevails: bool
    """Whether it lets the schedule prevail over its own terms."""
