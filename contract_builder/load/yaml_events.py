"""The events of a YAML text, from PyYAML's C parser, or from its own where there is none."""

from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, for a PyYAML that was built without the C one."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


Next: TypeAlias = Callable[[], Event]


def events(text: str) -> Next:
    """A function that gives the next event of `text` each time; it raises yaml.YAMLError."""
    if not yaml.__with_libyaml__:
        return _PureParser(text).get_event
    from yaml._yaml import CParser

    parser: Any = CParser(text)
    next_event: Next = parser.get_event
    return next_event


def marks(event: Event) -> tuple[Any, Any]:
    """Where `event` begins and ends."""
    return event.start_mark, event.end_mark  # both parsers always set them
