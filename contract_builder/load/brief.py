"""Loads a Brief."""

from pathlib import Path

from contract_builder.load.cache import Cache
from contract_builder.load.files import Entry
from contract_builder.load.records import Records
from contract_builder.load.result import Loaded, loaded
from contract_builder.model.brief import Brief


def load_brief(content: Path | bytes, name: str = "", cache: Cache | None = None) -> Loaded[Brief]:
    """The Brief in a file, or in bytes; none where an error stands in its way.

    `name` stands for it in messages: the path as given, or "brief.yaml" for bytes, if left out.
    A cache keeps what the brief says in the user's own cache folder, so that it is read faster the next time.
    """
    if isinstance(content, bytes):
        from contract_builder.load.build import build

        brief, found = build("brief", content, name or "brief.yaml", "brief.yaml")
        return loaded(brief, found)
    records = Records()
    shelf = cache.shelf(content, "brief") if cache else None
    entry = Entry(content.name, name or content.as_posix(), str(content))
    value: Brief | None = records.load("brief", entry, shelf)
    if shelf is not None:
        shelf.save()
    return loaded(value, records.found)
