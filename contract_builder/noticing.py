"""The public API of the wording for the tender or transparency notice: made from a built contract, and as files."""

from typing import Literal, TypeAlias

from contract_builder.built import Built, Content
from contract_builder.errors import UsageError
from contract_builder.model.notice_text import NoticeText

__all__ = ["NOTICE_FORMATS", "NoticeFormat", "notice_wording", "render_notice"]
NoticeFormat: TypeAlias = Literal["text", "md", "json"]
NOTICE_FORMATS: tuple[NoticeFormat, ...] = ("text", "md", "json")


def notice_wording(content: Content, built: Built) -> NoticeText:
    """The wording for the tender or transparency notice of the contract of `built`, and what to file beside it.

    `built` must have been made from `content`. A paragraph stands in it only where the contract holds what it says,
    and its values are those of the contract. Sections without `prints` are for the officer and not to be published;
    so are notes, records and all else. Raises UsageError if there is no contract, or no wording in the library.
    """
    from contract_builder.assemble.notice import notice_text
    from contract_builder.render.obligations import obligations_of
    from contract_builder.triage import facts_of

    if built.triage is None or built.selection is None or built.contract is None:
        raise UsageError("There is no contract to give notice of.", "See the diagnostics.")
    if content.library.notice is None:
        raise UsageError("The library has no wording for a notice.", "Add clauses/notice.yaml to it.")
    infos = content.playbooks.facts
    return notice_text(
        content.library,
        content.library.notice,
        built.selection,
        built.contract,
        facts_of(built.brief, infos, built.triage.inherent),
        built.brief,
        infos,
        obligations_of(built.contract).contract,
    )


def render_notice(notice: NoticeText, format: NoticeFormat = "text") -> bytes:
    """`notice` as a file: plain text to paste, Markdown, or JSON. Raises UsageError for another format."""
    if format == "text":
        from contract_builder.render.notice import notice_as_text

        return notice_as_text(notice)
    if format == "md":
        from contract_builder.render.notice import notice_as_markdown

        return notice_as_markdown(notice)
    if format == "json":
        from contract_builder.render.json import render_json

        return render_json(notice)
    raise UsageError(f"There is no format {format!r}.", "Formats: " + ", ".join(NOTICE_FORMATS) + ".")
