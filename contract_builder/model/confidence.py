"""How well a statement about law, or about somebody else's text, was checked."""

from typing import Literal

Confidence = Literal["primary", "secondary", "knowledge", "unconfirmed"]
