"""Records what is promised at a release: `python -m tests.compatibility.record`.

Writes what is new into `tests/compatibility/released/`, and refuses where a promise would be broken.
Nothing else writes there. See CONTRIBUTING.md.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from contract_builder.outputs.documents import DOCUMENTS
from contract_builder.outputs.schema import file_of, json_schema
from tests.compatibility import names, schemas, signatures

RELEASED = Path(__file__).parent / "released"
LISTINGS: dict[str, tuple[Callable[[], list[str]], Callable[[list[str], list[str]], list[str]]]] = {
    "api.txt": (signatures.listing, signatures.breaks),
    "command-line.txt": (names.command_line, names.breaks),
    "rules.txt": (names.rule_ids, names.breaks),
}
"""By file: what makes the listing, and what says which promises a newer one breaks."""


def broken(folder: Path = RELEASED) -> dict[str, list[str]]:
    """Each recorded promise that the program breaks as it is: by the file in `folder` that records it."""
    found: dict[str, list[str]] = {}
    current = {file_of(name, document.format): name for name, document in DOCUMENTS.items()}
    for path in sorted(folder.glob("*.schema.json")):
        if path.name in current:
            old = json.loads(path.read_text(encoding="utf-8"))
            found[path.name] = schemas.breaks(old, json_schema(current[path.name]))
    for file, (make, breaks) in LISTINGS.items():
        if (folder / file).exists():
            found[file] = breaks((folder / file).read_text(encoding="utf-8").splitlines(), make())
    return {file: words for file, words in found.items() if words}


def record(folder: Path = RELEASED) -> dict[str, list[str]]:
    """Writes the present state into `folder`; nothing if a promise is broken, which it returns."""
    if found := broken(folder):
        return found
    for name, document in DOCUMENTS.items():
        text = json.dumps(json_schema(name), indent=1, ensure_ascii=False)
        (folder / file_of(name, document.format)).write_text(text + "\n", encoding="utf-8", newline="\n")
    for file, (make, _) in LISTINGS.items():
        (folder / file).write_text("\n".join(make()) + "\n", encoding="utf-8", newline="\n")
    return {}


if __name__ == "__main__":
    refused = record()
    for file, words in refused.items():
        print(file, *words, sep="\n  ")
    sys.exit(1 if refused else 0)
