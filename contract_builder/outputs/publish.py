"""Writes the JSON Schemas of the documents, and their reference page.

`python -m contract_builder.outputs.publish docs` writes `docs/schemas/output/<name>-<format>.schema.json`
and `docs/reference/json.md`. Schemas of older formats stay as they are.
"""

import json
import sys
from pathlib import Path

from contract_builder.outputs.documents import DOCUMENTS
from contract_builder.outputs.page import page
from contract_builder.outputs.schema import file_of, json_schema

COMMAND = "python -m contract_builder.outputs.publish docs"


def publish(folder: Path) -> None:
    """Writes the page and the schemas into `folder`."""
    for path, text in pages().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """The text of the page and of each schema, by its path in the documentation folder."""
    found = {"reference/json.md": page(COMMAND)}
    for name, document in DOCUMENTS.items():
        schema = json.dumps(json_schema(name), indent=2, ensure_ascii=False)
        found[f"schemas/output/{file_of(name, document.format)}"] = f"{schema}\n"
    return found


if __name__ == "__main__":
    publish(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
