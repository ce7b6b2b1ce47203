"""Makes `docs/rules/documents.md` from the rules of lint: `python -m tests.render.docx.documents_page`."""

from pathlib import Path

from contract_builder.render.docx.lint.catalogue import GROUPS

PAGE = Path(__file__).parents[3] / "docs" / "rules" / "documents.md"
COMMAND = "python -m tests.render.docx.documents_page"
HEAD = f"""\
# What `check FILE.docx` finds

`contract-builder check contract.docx` looks at a Word document in place of the library.
Use it before a draft leaves the Council, and again on the copy that is to be signed.
An *error* makes it exit with 1; a *warning* does so with `--strict`. A file that cannot be read exits with 2.
It opens nothing that the document refers to, runs nothing in it, and changes nothing.

Made from the rules by `{COMMAND}`; not edited by hand."""


def page() -> str:
    """The page."""
    parts = [HEAD]
    for title, rules in GROUPS.items():
        rows = [f"| {id_} | {rule.level} | {rule.finds} | {rule.why} |" for id_, rule in rules.items()]
        parts += [f"## {title}", "| rule | level | finds | why |\n|---|---|---|---|\n" + "\n".join(rows)]
    parts.append("[The rules for the library](README.md)")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
