"""The public API for those who keep a library: check, prove, and what changes the words."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from contract_builder import __version__
from contract_builder.api import known_or_refused, load_content, shipped_contents
from contract_builder.built import Content, ContentError
from contract_builder.check.report import Report
from contract_builder.errors import UsageError
from contract_builder.load.council import Council
from contract_builder.model.diagnostic import Diagnostic

if TYPE_CHECKING:  # of interest to those who call it
    from contract_builder.model.matrix import TextMatrix
    from contract_builder.model.proof import Proof

__all__ = ["check_content", "check_report", "prove_contents", "render_text_matrix", "text_matrix"]


def check_content(
    root: Path | None = None, council: Council | None = None, as_of: str = ""
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the contents under `root` that no file allows, in one run. Reads every file, uses no cache.

    `as_of` (YYYY-MM-DD) adds warnings for law that is overdue for review.
    """
    return check_report(root, council, as_of).diagnostics


def check_report(
    root: Path | None = None, council: Council | None = None, as_of: str = "", rules: tuple[str, ...] = ()
) -> Report:
    """As `check_content`, with what the files allow beside it, each with the reason.

    `rules` are the only ones that run, if any are given. Contents that cannot be loaded show only why.
    Raises UsageError for a rule that there is not.
    """
    from contract_builder.check.run import report

    if rules:
        from contract_builder.check.registry import CHECKS

        known_or_refused(rules, tuple(CHECKS), "rule")
    try:
        content = load_content(root, council)
    except ContentError as error:
        return Report(diagnostics=error.diagnostics)
    made = report(content.library, content.playbooks, content.triage, as_of, rules)
    overlay = (council.overlay.resolve().parent,) if council and council.overlay else ()
    return made.with_places(content.diagnostics, (root or shipped_contents(), *overlay))


def prove_contents(
    root: Path | None = None, council: Council | None = None, cross_check: bool = False
) -> "tuple[Proof, ...]":
    """What holds for every contract of the contents under `root`; then the same with the overlay of `council`, if it has one.

    Then the same for the AI schedules to each host of these contents.
    `cross_check` tries each claim that can be by both methods. Raises ContentError, and UsageError where a space
    needs decision diagrams (the extra `prove`) and they are not installed.
    """
    from contract_builder.prove import prove
    from contract_builder.prove.hosts import prove_in_hosts

    alone = load_content(root)
    proofs = [prove(alone.library, alone.playbooks, alone.triage, cross_check=cross_check)]
    content, overlay = alone, ""
    if council and council.overlay:
        content, overlay = load_content(root, council), council.name
        proofs.append(
            prove(content.library, content.playbooks, content.triage, council.name, cross_check=cross_check)
        )
    return (
        *proofs,
        *prove_in_hosts(content.library, content.playbooks, content.triage, overlay, cross_check),
    )


def text_matrix(content: Content) -> "TextMatrix":
    """What each AI type, service area, tier and switch changes in the words of a contract, and what each playbook does.

    Playbooks and rules that change nothing are in its `diagnostics`, as warnings.
    """
    from contract_builder.matrix import text_matrix as matrix_of

    return matrix_of(content.library, content.playbooks, content.triage)


def text_matrix_row(content: Content, row: str) -> "TextMatrix":
    """The matrix with the row called `row` alone, and nothing on the playbooks. Raises UsageError if there is none."""
    from contract_builder.load.hints import did_you_mean
    from contract_builder.matrix.matrix import row_names, text_matrix

    known = row_names(content.library, content.playbooks, content.triage)
    if row not in known:
        if row == "tier-1":
            raise UsageError("Tier 1 is what tier 2 is compared with.", "See `matrix tier-2`.")
        raise UsageError(f"No row is called “{row}”.", did_you_mean(row, known))
    return text_matrix(content.library, content.playbooks, content.triage, row)


def render_text_matrix(matrix: "TextMatrix", format: Literal["html", "md", "json"]) -> bytes:
    """`matrix` as a file of `format`; internal, because it shows positions and rules. Raises UsageError."""
    if format == "html":
        from contract_builder.render.matrix_html import render_matrix_html

        return render_matrix_html(matrix, __version__)
    if format == "md":
        from contract_builder.render.matrix_markdown import render_matrix_markdown

        return render_matrix_markdown(matrix)
    if format == "json":
        import msgspec

        return msgspec.json.format(msgspec.json.encode(matrix), indent=2) + b"\n"
    raise UsageError(f"There is no format {format!r}.", "Formats: html, md, json.")
