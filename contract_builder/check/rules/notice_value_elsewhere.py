"""The rule `notice-value-elsewhere`."""

from collections.abc import Iterator

from contract_builder.check.notices import positions_of, values
from contract_builder.check.places import NOTICE, at
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Written
from contract_builder.load.placeholder import Slotted, split
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.notice import NoticeParagraph, Provision

RULE = "notice-value-elsewhere"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """The notice would print a value that the text it rests on does not print, or prints in another way.

    A change is provided for only if contract and notice say the same. So each value stands, with the same filter,
    in every position that has the labels under `provided_by`; a paragraph whose value stands in none never prints.
    """
    for paragraph, name, owner in values(scope):
        place = at(NOTICE, paragraph.line)
        texts = _meant(scope, paragraph, owner)
        filters = {
            p.part.filter
            for p in split(paragraph.text)
            if isinstance(p.part, Slotted) and p.part.name == name
        }
        for text in texts:
            where = f"the position `{text.position}` of `{owner}`" if text.position else f"`{owner}`"
            there = {slot.filter for slot, _ in text.slots() if slot.name == name}
            if not there:
                message = f"`{name}` does not stand in {where}."
                hint = f"Name under `provided_by` a label of `{owner}` that only texts with `{name}` have."
                yield Diagnostic(RULE, place, message, hint)
            elif not filters <= there:
                other = " or ".join(
                    sorted(f"`{{{{ {name} | {f} }}}}`" if f else f"`{{{{ {name} }}}}`" for f in there)
                )
                yield Diagnostic(RULE, place, f"`{name}` prints otherwise in {where}.", f"Write {other}.")


def _meant(scope: Scope, paragraph: NoticeParagraph, owner: Provision) -> list[Written]:
    """The texts of `owner` that have every label of it under `provided_by`."""
    labels = {
        text.label
        for text in paragraph.provided_by
        if text.label and (text.kind, text.id) == (owner.kind, owner.id)
    }
    return [text for text in positions_of(scope, owner) if all(map(text.labelled, labels))]
