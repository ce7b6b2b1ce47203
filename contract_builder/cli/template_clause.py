"""`contract-builder template-clause ID`."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import library_option, open_contents, printable
from contract_builder.cli.complete import clauses, groups, topics
from contract_builder.cli.files import write_all
from contract_builder.cli.table import heading, paragraph
from contract_builder.drafting import clause_template
from contract_builder.errors import UsageError
from contract_builder.load.source import decode
from contract_builder.template.derived import derived_clause, source_of


@click.command("template-clause")
@click.argument("id", callback=printable)
@click.option(
    "--group", default="", shell_complete=groups, help="The group; that of the first topic if left out."
)
@click.option(
    "--title", default="", callback=printable, help="The heading; that of the first topic if left out."
)
@click.option(
    "--provides", multiple=True, shell_complete=topics,
    help="A topic that the clause is to provide; give it again for each. Tier and tags are the topic's.",
)  # fmt: skip
@click.option("--from", "source", shell_complete=clauses, help="Start from a copy of this clause.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), callback=printable,
    help="The folder that holds the groups, or the file itself; a council's overlay if left out.",
)  # fmt: skip
@library_option
def command(
    id: str, group: str, title: str, provides: tuple[str, ...], source: str | None, out: Path | None,
    library: Path | None,
) -> None:  # fmt: skip
    """Write the file of a new clause, with what to write in each part of it.

    It loads, and `check` finds nothing in it but that it is not written yet. An id that exists is refused,
    and nothing is written over. Below council.toml it goes into the council's overlay.
    """
    content = open_contents(library)
    if source is None:
        text = clause_template(content, id, group, title, provides)
    elif provides:
        raise UsageError(
            "--from and --provides do not go together.", "A copy provides what its source provides."
        )
    else:
        text = _copy(content, source, id, group, title, library)
    file = _place(out, library, _group_of(text), id)
    if file.exists():
        raise UsageError(
            f"{file} is there already. Nothing was written.", "Give another id, or another folder."
        )
    write_all(file.parent, {file.name: text.encode("utf-8")})
    click.echo(heading("Written"))
    click.echo(f"  {file}")
    _next_steps(id, source, file, library)


def _copy(content: api.Content, source: str, id: str, group: str, title: str, library: Path | None) -> str:
    clause = source_of(content.library, source)
    council = content.council
    in_overlay = source in content.library.overlay_clauses and council is not None and council.overlay
    root = (
        council.overlay if in_overlay and council and council.overlay else library or api.shipped_contents()
    )
    path = root / "clauses" / clause.group / f"{clause.id}.md"
    found, problems = decode(path.read_bytes(), str(path))
    if found is None:
        raise api.ContentError(tuple(problems))
    return derived_clause(content.library, clause, found.text, id, group, title)


def _group_of(text: str) -> str:
    return next(line.partition(": ")[2] for line in text.split("\n") if line.startswith("group: "))


def _place(out: Path | None, library: Path | None, group: str, id: str) -> Path:
    """Where the file belongs: `<group>/<id>.md` below the folder of the clauses."""
    name = f"{id}.md"
    if out is None:
        return _home(library) / group / name
    if out.suffix == ".md" and not out.is_dir():
        if out.name != name or out.absolute().parent.name != group:
            raise UsageError(f"{out} is not where the clause belongs.",
                             f"A clause stands in {group}/{name}: its folder is its group, its name its id.")  # fmt: skip
        return out
    if (out / "clauses").is_dir():
        out = out / "clauses"
    return out / name if out.absolute().name == group else out / group / name


def _home(library: Path | None) -> Path:
    """The folder of the clauses that a person works on: the library that is named, the overlay, or this checkout's."""
    if library is not None:
        return library / "clauses"
    council = api.council_near(Path.cwd())
    if council is not None and council.overlay is not None:
        return council.overlay / "clauses"
    here = Path("clauses")
    if (here / "library.yaml").is_file():
        return here
    raise UsageError(
        "Say where to write the clause.",
        "Give -o with a folder, --library with a folder that holds clauses/, or run this below a council.toml "
        "that names an overlay.",
    )


def _next_steps(id: str, source: str | None, file: Path, library: Path | None) -> None:
    check = "contract-builder check" + (f" --library {library}" if library else "")
    steps = []
    if source is None:
        steps.append(
            "Write the text: put your own words in place of every [to write: …]. The comments in the head of the file "
            "say what each key is; delete them as you like, and the parameter and the obligation if there is none."
        )
        steps.append(f"See what is left to write: {check}")
        steps.append("Until it is written, no contract that it is in can be made.")
    else:
        steps.append(
            f"Change the words. The head of the file says where it came from (derived_from: {source})."
        )
        steps.append(
            f"A contract would have both clauses. In your playbook, write a rule with `exclude: [{source}]`, and "
            f"`include: [{id}]` if its tags do not bring it in. Where another clause points at {source}, a build says so."
        )
        steps.append(f"Check it: {check}")
    steps.append(
        f"Read it as the program does: contract-builder show {id}"
        + (f" --library {library}" if library else "")
    )
    click.echo("\n" + heading("Next"))
    for n, step in enumerate(steps, 1):
        click.echo(paragraph(f"{n}. {step}", 2))
