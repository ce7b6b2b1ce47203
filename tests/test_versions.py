"""Versions are read from the names of folders; the packaging library reads the files in them."""

from importlib.metadata import version

from contract_builder.lock import DEPENDENCIES
from contract_builder.versions import versions_of


def test_versions_are_those_that_the_packaging_library_tells() -> None:
    assert versions_of(DEPENDENCIES) == {name: version(name) for name in DEPENDENCIES}


def test_what_is_not_installed_has_no_known_version() -> None:
    assert versions_of(("no-such-library",)) == {"no-such-library": "unknown"}
