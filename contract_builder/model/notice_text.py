"""The wording for the tender or transparency notice of one contract."""

from contract_builder.model.base import Frozen
from contract_builder.model.contract import OpenItem
from contract_builder.model.documents import ContractName
from contract_builder.model.notice import NoticeShape


class NoticeLaw(Frozen, frozen=True):
    """A provision of law on which a paragraph or question rests."""

    id: str
    """The key of the law hook."""
    cite: str
    """The provision."""
    means: str
    """What it asks."""
    confidence: str
    """How well it was checked; "primary" means against its own text."""


class NoticeLine(Frozen, frozen=True):
    """A paragraph as it prints."""

    id: str
    """Its id in the library."""
    number: int
    """Its number in the notice, counted over all sections; 0 for what is for the officer."""
    title: str
    """The words before it; "" for none."""
    text: str
    """Its words. What is still to be filled in stands in square brackets."""
    law: tuple[str, ...]
    """The keys of the provisions that it rests on."""
    note: str
    """For the officer; "" for none. Not to be published."""


class NoticeSection(Frozen, frozen=True):
    """Paragraphs under one heading."""

    id: str
    """Its id in the library."""
    title: str
    """The heading."""
    prints: bool
    """Whether it goes into the notice; if not, it is for the officer and not to be published."""
    paragraphs: tuple[NoticeLine, ...]
    """In order."""


class NoticeRecord(Frozen, frozen=True):
    """A question of public law, to answer and to file."""

    id: str
    """Its id in the library."""
    title: str
    """What it is about."""
    ask: str
    """The question."""
    owner: str
    """Who answers it."""
    in_notice: bool
    """Whether the answer belongs in the notice, too."""
    law: tuple[str, ...]
    """The keys of the provisions that it rests on."""


class NoticeWithheld(Frozen, frozen=True):
    """A paragraph that does not print, because the contract does not hold what it would say."""

    id: str
    """Its id in the library."""
    title: str
    """What it is about."""
    lacks: tuple[str, ...]
    """What the contract does not hold: clauses and schedules by title and name, with the label, or their values."""


class NoticeAssumed(Frozen, frozen=True):
    """A fact on which the wording rests and which nobody stated."""

    fact: str
    """Its name."""
    ask: str
    """The question that it answers."""
    taken_as: str
    """The value that was taken for it."""


class NoticeText(Frozen, frozen=True, kw_only=True):
    """The wording for the notice of one contract, and what the officer needs to know beside it."""

    format: int = 1
    """The number of this format."""
    contract: ContractName
    """The contract whose terms and values it states."""
    shape: NoticeShape
    """What the contract is: an agreement of its own, or an AI schedule to another contract."""
    title: str
    """What it is."""
    version: str
    """The version of the wording in the library, as in 1.2.0."""
    sections: tuple[NoticeSection, ...]
    """Those with `prints` are the words of the notice; the others are for the officer."""
    records: tuple[NoticeRecord, ...]
    """Questions of public law, to answer and to file."""
    open_items: tuple[OpenItem, ...]
    """What stands in square brackets in the sections and is known to be a blank of the contract."""
    assumed: tuple[NoticeAssumed, ...]
    """Facts on which the wording rests and which the brief does not state."""
    withheld: tuple[NoticeWithheld, ...]
    """Paragraphs that do not print because the contract does not hold what they would say."""
    law: tuple[NoticeLaw, ...]
    """The provisions that `law` of the paragraphs and records names, in the order of the library."""
