"""The digests of the files of a library and its playbooks, read and not parsed."""

import hashlib
from pathlib import Path

from contract_builder.load.files import list_files, read


def content_digests(root: Path, overlay: Path | None = None) -> tuple[dict[str, str], dict[str, str]]:
    """From each file of the library, and of the playbooks, as messages name it, to the SHA-256 of its bytes.

    `root` holds `clauses/` and `playbooks/`, and so may `overlay`. A file that cannot be read is left out.
    """
    playbooks = _both(root, overlay, "playbooks")
    playbooks.pop("playbooks/triage.yaml", None)  # the triage has a digest of its own
    return _both(root, overlay, "clauses"), playbooks


def _both(root: Path, overlay: Path | None, name: str) -> dict[str, str]:
    found = _digests(root / name, "")
    if overlay is not None and (overlay / name).is_dir():
        found |= _digests(overlay / name, f"{overlay.resolve().name}/{name}")
    return found


def _digests(folder: Path, label: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for entry in list_files(folder, label)[0]:
        data, _ = read(entry)
        if data is not None:
            out[entry.file] = hashlib.sha256(data).hexdigest()
    return out
