"""Contracts for councils that buy AI: from a brief to a Word document, with a reason for every clause.

    >>> import contract_builder as cb
    >>> content = cb.load_content()
    >>> brief = cb.read_brief(cb.example("event-listing-drafts"))
    >>> built = cb.build(content, brief)
    >>> built.triage.inherent
    1
    >>> document = cb.render_contract(built.contract, "docx")

Nothing here prints, and nothing is kept between calls but compiled templates. What is wrong with
content comes as `Diagnostic`s: all of them, each with its place and what to write instead.
The names in `__all__` are the public API; anything else may change.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from contract_builder.api import (
        FORMATS,
        Built,
        Content,
        ContentError,
        assess,
        build,
        bundle,
        check_content,
        council_near,
        example,
        examples,
        explain,
        load_content,
        lock_contract,
        read_brief,
        render_contract,
        select_clauses,
        selection_report,
        shared_cache,
    )
    from contract_builder.errors import InternalError, UsageError
    from contract_builder.model.brief import Brief
    from contract_builder.model.contract import Contract, Obligation
    from contract_builder.model.diagnostic import Diagnostic, Place
    from contract_builder.model.selection import Selection
    from contract_builder.model.triage import TriageResult

_HOMES = {
    "contract_builder.errors": ("InternalError", "UsageError"),
    "contract_builder.model.brief": ("Brief",),
    "contract_builder.model.contract": ("Contract", "Obligation"),
    "contract_builder.model.diagnostic": ("Diagnostic", "Place"),
    "contract_builder.model.selection": ("Selection",),
    "contract_builder.model.triage": ("TriageResult",),
}

__all__ = [
    "FORMATS",
    "Brief",
    "Built",
    "Content",
    "ContentError",
    "Contract",
    "Diagnostic",
    "InternalError",
    "Obligation",
    "Place",
    "Selection",
    "TriageResult",
    "UsageError",
    "__version__",
    "assess",
    "build",
    "bundle",
    "check_content",
    "council_near",
    "example",
    "examples",
    "explain",
    "load_content",
    "lock_contract",
    "read_brief",
    "render_contract",
    "select_clauses",
    "selection_report",
    "shared_cache",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for, when it is asked for: `--help` should not wait for the renderers."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    home = next((h for h, names in _HOMES.items() if name in names), "contract_builder.api")
    return getattr(importlib.import_module(home), name)
