"""The versions of installed libraries, by the names of their folders.

`importlib.metadata` would tell them too, but takes 30 ms to import and to read a file for each.
"""

import os
import re
import sys

_FOLDER = re.compile(r"([A-Za-z0-9._]+)-([^-]+)\.(?:dist|egg)-info")


def versions_of(names: tuple[str, ...]) -> dict[str, str]:
    """The version of each of `names`; "unknown" for one that is not installed in the usual way."""
    found: dict[str, str] = {}
    for place in sys.path:
        try:
            inside = os.listdir(place or ".")  # noqa: PTH208
        except OSError:  # a zip archive, or a folder that is not there
            continue
        for entry in inside:
            if match := _FOLDER.fullmatch(entry):
                found.setdefault(_plain(match[1]), match[2])
    return {name: found.get(_plain(name), "unknown") for name in names}


def _plain(name: str) -> str:
    """One spelling for names that the packaging rules take for the same."""
    return re.sub("[-_.]+", "-", name).lower()
