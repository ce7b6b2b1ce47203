"""Finds and loads a council's own settings: the nearest `council.toml`, going up from a folder."""

import re
from pathlib import Path
from typing import Any

from contract_builder.load.document import Document, Marks, Span
from contract_builder.load.document import Path as Steps
from contract_builder.load.files import Entry, read
from contract_builder.load.result import Loaded, loaded
from contract_builder.load.source import Source, decode, illegal_character, illegal_in
from contract_builder.model.base import Frozen
from contract_builder.model.diagnostic import Diagnostic

FILE = "council.toml"
_KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*=\s*(\S.*)?""")
_TABLE = re.compile(r"\s*\[\s*([A-Za-z0-9_-]+)\s*\]")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


class Council(Frozen, frozen=True):
    """A council's own settings."""

    name: str
    file: str
    overlay: Path | None = None
    """The folder with the council's own clauses and playbook."""
    particulars: dict[str, str] = {}
    """Defaults for the fields of the Particulars."""
    contact: dict[str, str] = {}


def find_council(start: Path) -> Loaded[Council | None]:
    """The settings in the nearest `council.toml`, going up from the folder or file `start`.

    The value is none where there is no such file, or where it has errors.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return load_council(folder / FILE)
    return Loaded(None)


def load_council(path: Path) -> Loaded[Council | None]:
    """The settings in the file `path`; none where an error stands in its way."""
    data, found = read(Entry(FILE, FILE, str(path)))
    source: Source | None = None
    if data is not None:
        source, found = decode(data, FILE)
    if source is None:
        return loaded(None, found)
    council, found = _read(source, path.absolute().parent)
    return loaded(council, found)


def _read(source: Source, folder: Path) -> tuple[Council | None, list[Diagnostic]]:
    import tomllib

    from contract_builder.load.schema.validate import validate

    try:
        data: dict[str, Any] = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return None, [_syntax(source, str(error))]
    except RecursionError:
        return None, [_syntax(source, "brackets inside one another")]
    document = Document(source, data, _marks(source))
    found = validate(document, "council")
    if found:
        return None, found
    for path, value in [((table, key), value) for table in data for key, value in data[table].items()]:
        if isinstance(value, str) and (character := illegal_in(value)):
            found.append(illegal_character(character, document.at_value(path)))
    if found:
        return None, found
    about = data["council"]
    overlay, found = _overlay(about.get("overlay"), folder, document)
    return Council(
        about["name"], source.file, overlay, data.get("particulars", {}), data.get("contact", {})
    ), found


def _overlay(name: str | None, folder: Path, document: Document) -> tuple[Path | None, list[Diagnostic]]:
    if name is None:
        return None, []
    path = folder / name
    place = document.at_value(("council", "overlay"))
    if not path.resolve().is_relative_to(folder.resolve()):
        hint = "Name a folder beside council.toml, or below it."
        return None, [
            Diagnostic("overlay-outside", place, f"the overlay `{name}` stands outside this folder", hint)
        ]
    if not path.is_dir():
        hint = "Correct the name, or make the folder; it holds `clauses` and `playbooks`."
        return None, [Diagnostic("folder-missing", place, f"there is no folder `{name}`", hint)]
    return path, []


def _syntax(source: Source, words: str) -> Diagnostic:
    at = _AT.search(words)
    line, column = (int(at.group(1)), int(at.group(2))) if at else (len(source.lines), 1)
    message = f"the file cannot be read as TOML: {_AT.sub('', words).strip()}"
    hint = 'Write tables and texts: `[council]`, and below it `name = "Borough of Example"`.'
    return Diagnostic("toml-syntax", source.place(line, column), message, hint)


def _marks(source: Source) -> Marks:
    """Where the keys stand: a TOML parser does not say, and the file is simple."""
    keys: dict[Steps, Span] = {}
    values: dict[Steps, Span] = {}
    table: Steps = ()
    for number, text in enumerate(source.lines, 1):
        if match := _TABLE.match(text):
            table = (match.group(1),)
            keys.setdefault(table, (number, match.start(1) + 1, len(match.group(1))))
        elif match := _KEY.match(text):
            name = match.group(1) or match.group(2) or match.group(3)
            keys.setdefault((*table, name), (number, match.start(match.lastindex or 3) + 1, len(name)))
            if match.group(4):
                values.setdefault((*table, name), (number, match.start(4) + 1, len(match.group(4).rstrip())))
                start = next(n for n in (1, 2, 3) if match.group(n))
                keys[(*table, name)] = (number, match.start(start) + 1, len(name))
    return Marks(keys, values)
