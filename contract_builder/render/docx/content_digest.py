"""One digest over the parts of a package: another zlib packs the same parts into other bytes."""

import hashlib
from collections.abc import Mapping


def content_digest(parts: Mapping[str, bytes]) -> str:
    """SHA-256 over the names, lengths and uncompressed bytes of `parts`, in the order of the names."""
    total = hashlib.sha256()
    for name in sorted(parts):
        total.update(f"{len(name)} {name} {len(parts[name])}\n".encode())
        total.update(parts[name])
    return total.hexdigest()
