"""What the shell offers while somebody types."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from contract_builder.model.library import Library

if TYPE_CHECKING:  # imported only where a shell asks
    from click.shell_completion import CompletionItem

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def briefs(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Files, or the shipped examples."""
    from click.shell_completion import CompletionItem

    from contract_builder.api import examples

    named = [f"example:{name}" for name in examples()]
    if found := [name for name in named if incomplete and name.startswith(incomplete)]:
        return [CompletionItem(name) for name in found]
    return [CompletionItem(incomplete, type="file")]


def _completer(entries: Callable[[Library], list[tuple[str, str]]]) -> Completer:
    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        from contract_builder.cli.common import open_contents

        found = entries(open_contents(None).library)
        return [CompletionItem(name, help=title) for name, title in found if name.startswith(incomplete)]

    return complete


clauses = _completer(lambda library: [(c.id, c.title) for c in library.clauses])
ai_types = _completer(lambda library: [(t.id, t.title) for t in library.taxonomy.ai_types])
service_areas = _completer(lambda library: [(a.id, a.title) for a in library.taxonomy.service_areas])
topics = _completer(lambda library: [(t.id, t.title) for t in library.topics])
groups = _completer(lambda library: [(g.id, g.title) for g in library.info.groups])
harms = _completer(lambda library: [(h.id, h.title) for h in library.taxonomy.harms])
findings = _completer(lambda library: [(f.id, f.title) for f in library.findings])
names = _completer(
    lambda library: [*((c.id, c.title) for c in library.clauses), *((t.id, t.title) for t in library.topics)]
)
matrix_rows = _completer(
    lambda library: [
        *((t.id, t.title) for t in library.taxonomy.ai_types),
        *((a.id, a.title) for a in library.taxonomy.service_areas),
        *((t.id, f"Tier {t.id[-1]}, {t.title}") for t in library.taxonomy.tiers[1:]),
    ]
)
