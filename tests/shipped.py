"""What the project ships, loaded once for all tests: its values are frozen, so that none can change it for another."""

from functools import cache

from contract_builder import api


@cache
def shipped() -> api.Content:
    """The shipped contents."""
    return api.load_content()
