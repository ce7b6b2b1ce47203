"""The coverage as a file: a page to look at, Markdown, or JSON for other programs."""

from typing import Literal, TypeAlias

from contract_builder.errors import UsageError
from contract_builder.model.coverage import Coverage

CoverageFormat: TypeAlias = Literal["html", "md", "json"]
COVERAGE_FORMATS: tuple[CoverageFormat, ...] = ("html", "md", "json")


def render_coverage(coverage: Coverage, format: CoverageFormat) -> bytes:
    """`coverage` as a file of `format`, in UTF-8. Raises UsageError if there is no such format."""
    if format == "html":
        from contract_builder.render.coverage_html import render_coverage_html

        return render_coverage_html(coverage)
    if format == "md":
        from contract_builder.render.coverage_markdown import render_coverage_markdown

        return render_coverage_markdown(coverage)
    if format == "json":
        from contract_builder.render.json import render_json

        return render_json(coverage)
    raise UsageError(f"There is no format {format!r}.", "Formats: " + ", ".join(COVERAGE_FORMATS) + ".")
