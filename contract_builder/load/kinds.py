"""The kinds of file."""

from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "clause", "definition", "schedule", "library", "topics", "findings", "law", "taxonomy", "particulars",
    "execution", "anchors", "host", "opening", "wording", "notice", "playbook", "facts", "triage", "brief",
    "council",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
