"""Contracts for councils that buy AI: from a brief to a Word document, with a reason for every clause.

    >>> import contract_builder as cb
    >>> content = cb.load_content()
    >>> brief = cb.read_brief(cb.example("event-listing-drafts"))
    >>> built = cb.build(content, brief)
    >>> built.triage.inherent
    1
    >>> document = cb.render_contract(built.contract, "docx")

Nothing here prints, and nothing is kept between calls but the base document made ready and the texts
last read, which are the same whoever asks. What is wrong with content comes as `Diagnostic`s: all of
them, each with its place and what to write instead.
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
        Format,
        assess,
        build,
        bundle,
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
    from contract_builder.check.report import Allowed, Report
    from contract_builder.coverage import coverage_of
    from contract_builder.drafting import brief_questions, brief_text, clause_template, what_if
    from contract_builder.editions import EDITIONS, Edition, annotations_of, render_edition, supplier_copy
    from contract_builder.errors import InternalError, UsageError
    from contract_builder.hosting import add_host, as_agreement, as_schedule
    from contract_builder.load.cache import Cache
    from contract_builder.load.council import Council
    from contract_builder.lock import Lock
    from contract_builder.locked import Rebuilt, compare_inputs, read_lock, rebuild, verify
    from contract_builder.model.annotations import Annotations
    from contract_builder.model.brief import Brief
    from contract_builder.model.contract import Contract, Obligation
    from contract_builder.model.coverage import Coverage
    from contract_builder.model.diagnostic import Diagnostic, Place
    from contract_builder.model.difference import WhatIf
    from contract_builder.model.documents import Explanation, Obligations
    from contract_builder.model.matrix import TextMatrix
    from contract_builder.model.notice_text import NoticeText
    from contract_builder.model.proof import Proof
    from contract_builder.model.rebuild import RebuildReport
    from contract_builder.model.register import Register
    from contract_builder.model.selection import Choice, LeftOut, Reason, Selection
    from contract_builder.model.triage import TriageResult
    from contract_builder.model.verification import Verification
    from contract_builder.noticing import NOTICE_FORMATS, NoticeFormat, notice_wording, render_notice
    from contract_builder.outputs.schema import json_schema
    from contract_builder.registering import REGISTER_FORMATS, RegisterFormat, register_of, render_register
    from contract_builder.render.coverage import render_coverage
    from contract_builder.render.docx.insert import insert_schedule
    from contract_builder.render.json import render_json
    from contract_builder.render.obligations import obligations_of
    from contract_builder.upkeep import (
        check_content,
        check_report,
        prove_contents,
        render_text_matrix,
        text_matrix,
    )

_HOMES = {
    "contract_builder.upkeep": (
        "check_content",
        "check_report",
        "prove_contents",
        "render_text_matrix",
        "text_matrix",
    ),
    "contract_builder.check.report": ("Allowed", "Report"),
    "contract_builder.coverage": ("coverage_of",),
    "contract_builder.drafting": ("brief_questions", "brief_text", "clause_template", "what_if"),
    "contract_builder.errors": ("InternalError", "UsageError"),
    "contract_builder.hosting": ("add_host", "as_agreement", "as_schedule"),
    "contract_builder.load.cache": ("Cache",),
    "contract_builder.load.council": ("Council",),
    "contract_builder.lock": ("Lock",),
    "contract_builder.locked": ("Rebuilt", "compare_inputs", "read_lock", "rebuild", "verify"),
    "contract_builder.model.brief": ("Brief",),
    "contract_builder.editions": ("EDITIONS", "Edition", "annotations_of", "render_edition", "supplier_copy"),
    "contract_builder.model.annotations": ("Annotations",),
    "contract_builder.model.contract": ("Contract", "Obligation"),
    "contract_builder.model.coverage": ("Coverage",),
    "contract_builder.model.diagnostic": ("Diagnostic", "Place"),
    "contract_builder.model.difference": ("WhatIf",),
    "contract_builder.model.documents": ("Explanation", "Obligations"),
    "contract_builder.model.matrix": ("TextMatrix",),
    "contract_builder.model.notice_text": ("NoticeText",),
    "contract_builder.noticing": ("NOTICE_FORMATS", "NoticeFormat", "notice_wording", "render_notice"),
    "contract_builder.model.rebuild": ("RebuildReport",),
    "contract_builder.model.proof": ("Proof",),
    "contract_builder.model.register": ("Register",),
    "contract_builder.registering": ("REGISTER_FORMATS", "RegisterFormat", "register_of", "render_register"),
    "contract_builder.model.selection": ("Choice", "LeftOut", "Reason", "Selection"),
    "contract_builder.model.triage": ("TriageResult",),
    "contract_builder.model.verification": ("Verification",),
    "contract_builder.outputs.schema": ("json_schema",),
    "contract_builder.render.coverage": ("render_coverage",),
    "contract_builder.render.docx.insert": ("insert_schedule",),
    "contract_builder.render.json": ("render_json",),
    "contract_builder.render.obligations": ("obligations_of",),
}

__all__ = [
    "EDITIONS",
    "FORMATS",
    "NOTICE_FORMATS",
    "REGISTER_FORMATS",
    "Allowed",
    "Annotations",
    "Brief",
    "Built",
    "Cache",
    "Choice",
    "Content",
    "ContentError",
    "Contract",
    "Council",
    "Coverage",
    "Diagnostic",
    "Edition",
    "Explanation",
    "Format",
    "InternalError",
    "LeftOut",
    "Lock",
    "NoticeFormat",
    "NoticeText",
    "Obligation",
    "Obligations",
    "Place",
    "Proof",
    "Reason",
    "RebuildReport",
    "Rebuilt",
    "Register",
    "RegisterFormat",
    "Report",
    "Selection",
    "TextMatrix",
    "TriageResult",
    "UsageError",
    "Verification",
    "WhatIf",
    "__version__",
    "add_host",
    "annotations_of",
    "as_agreement",
    "as_schedule",
    "assess",
    "brief_questions",
    "brief_text",
    "build",
    "bundle",
    "check_content",
    "check_report",
    "clause_template",
    "compare_inputs",
    "council_near",
    "coverage_of",
    "example",
    "examples",
    "explain",
    "insert_schedule",
    "json_schema",
    "load_content",
    "lock_contract",
    "notice_wording",
    "obligations_of",
    "prove_contents",
    "read_brief",
    "read_lock",
    "rebuild",
    "register_of",
    "render_contract",
    "render_coverage",
    "render_edition",
    "render_json",
    "render_notice",
    "render_register",
    "render_text_matrix",
    "select_clauses",
    "selection_report",
    "shared_cache",
    "supplier_copy",
    "text_matrix",
    "verify",
    "what_if",
]


if not TYPE_CHECKING:  # which would take any name for one of ours

    def __getattr__(name: str) -> Any:
        """Import what is asked for, when it is asked for: `--help` should not wait for the renderers."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import importlib

        home = next((h for h, names in _HOMES.items() if name in names), "contract_builder.api")
        return getattr(importlib.import_module(home), name)
