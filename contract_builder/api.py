"""The public API: load, triage, select, build, render. `contract_builder` re-exports it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from contract_builder import __version__
from contract_builder.assemble import assemble
from contract_builder.assemble.register_schedule import REGISTER, with_register
from contract_builder.built import Built, Content, ContentError
from contract_builder.errors import UsageError
from contract_builder.load.brief import load_brief
from contract_builder.load.cache import Cache, default_cache
from contract_builder.load.content import content_root, examples_root
from contract_builder.load.council import Council, find_council
from contract_builder.load.library import load_library
from contract_builder.load.playbooks import load_playbooks
from contract_builder.load.result import Loaded
from contract_builder.load.triage import load_triage
from contract_builder.model.brief import Brief
from contract_builder.model.contract import Contract
from contract_builder.model.diagnostic import Diagnostic, Place, errors, in_reading_order
from contract_builder.model.selection import Choice, LeftOut, Selection
from contract_builder.model.triage import TriageResult
from contract_builder.select import select
from contract_builder.select.values import check_values
from contract_builder.triage import assess as assess_brief
from contract_builder.triage import facts_of

if TYPE_CHECKING:
    from contract_builder.render.apparatus import Apparatus

__all__ = [
    "FORMATS", "Built", "Content", "ContentError", "Format", "assess", "brief_with", "build", "bundle",
    "check_brief", "council_near", "example", "examples",
    "explain", "load_content", "lock_contract", "read_brief", "render_contract", "select_clauses",
    "selection_report", "shared_cache", "shipped_contents",
]  # fmt: skip
Format: TypeAlias = Literal["docx", "html", "md", "json", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "html", "md", "json", "pdf")


def load_content(
    root: Path | None = None, council: Council | None = None, cache: Cache | None = None
) -> Content:
    """The contents under `root` (a folder with `clauses/` and `playbooks/`); the shipped ones if none is given.

    `council` (see `council_near`) brings its overlay. `cache` keeps what was parsed, by content hash.
    Raises ContentError with every error of every file.
    """
    root = root or shipped_contents()
    overlay = council.overlay if council else None
    library = load_library(root, overlay, cache)
    playbooks = load_playbooks(root, overlay, cache)
    triage = load_triage(root / "playbooks" / "triage.yaml", cache)
    found = in_reading_order([*library.diagnostics, *playbooks.diagnostics, *triage.diagnostics])
    if library.value is None or playbooks.value is None or triage.value is None:
        raise ContentError(found)
    return Content(library.value, playbooks.value, triage.value, council, found)


def shipped_contents() -> Path:
    """The folder that holds the shipped `clauses/` and `playbooks/`."""
    return content_root()


def shared_cache() -> Cache | None:
    """The cache in the user's cache folder; none where CONTRACT_BUILDER_CACHE is `off`."""
    return default_cache()


def council_near(start: Path) -> Council | None:
    """The settings in the nearest council.toml, going up from `start`. Raises ContentError."""
    return _value_or_none(find_council(start))


def read_brief(
    source: Path | bytes, content: Content | None = None, name: str = "", cache: Cache | None = None
) -> Brief:
    """The brief in a file, or in bytes. A council's own particulars fill what it leaves out.

    `name` stands for it in messages; a path needs none. `cache` keeps what was parsed of a file.
    Raises ContentError with every error in it.
    """
    brief = _value(load_brief(source, name, cache))
    council = content.council if content else None
    if council is None:
        return brief
    return brief_with(brief, council.particulars)


def brief_with(brief: Brief, particulars: dict[str, str]) -> Brief:
    """`brief` with `particulars` where it gives none."""
    import msgspec

    return msgspec.structs.replace(brief, particulars={**particulars, **brief.particulars})


def example(name: str) -> bytes:
    """A shipped example brief. Raises UsageError if there is none of that name."""
    if name not in examples():
        raise UsageError(f"No example is called {name}.", "There are: " + ", ".join(examples()) + ".")
    return (examples_root() / f"{name}.yaml").read_bytes()


def examples() -> tuple[str, ...]:
    """The names of the shipped example briefs."""
    return tuple(sorted(path.stem for path in examples_root().glob("*.yaml")))


def assess(content: Content, brief: Brief) -> TriageResult:
    """The tier of `brief`, or a stop, with the reasons."""
    return assess_brief(brief, content.triage)


def select_clauses(content: Content, brief: Brief) -> Selection:
    """Every clause in or out for `brief`, with its position, values and reasons."""
    tier = assess(content, brief).inherent
    return select(content.library, content.playbooks, facts_of(brief, content.playbooks.facts, tier), brief)


def bundle(content: Content, ai_types: tuple[str, ...], service_area: str, tier: int) -> Selection:
    """What is mandatory and what is offered with no brief yet; other facts as if unknown.

    `tier` is 1 to 4. Raises UsageError for a name that the taxonomy does not have.
    """
    taxonomy = content.library.taxonomy
    known_or_refused(ai_types, tuple(t.id for t in taxonomy.ai_types), "AI type")
    known_or_refused((service_area,), tuple(a.id for a in taxonomy.service_areas), "service area")
    if tier not in range(1, len(taxonomy.tiers) + 1):
        raise UsageError(f"There is no tier {tier}.", f"Tiers run from 1 to {len(taxonomy.tiers)}.")
    brief = Brief(title="", file="", ai_types=ai_types, service_area=service_area)
    return select(content.library, content.playbooks, facts_of(brief, content.playbooks.facts, tier), brief)


def known_or_refused(names: tuple[str, ...], known: tuple[str, ...], what: str) -> None:
    from difflib import get_close_matches

    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]}?" if near else "There are: " + ", ".join(known) + "."
            raise UsageError(f"No {what} is called {name}.", hint)


def explain(content: Content, selection: Selection, clause: str) -> Choice | LeftOut:
    """Why `clause` is in, or why it is out. Raises UsageError if the library has no such clause."""
    known_or_refused((clause,), tuple(content.library.clause_by_id), "clause")
    out = {left.clause: left for left in selection.left_out}
    return selection.choice(clause) or out[clause]


def build(content: Content, brief: Brief) -> Built:
    """Triage, select and assemble. Problems are in `diagnostics`; nothing is raised for them."""
    if problems := check_brief(content, brief):
        problems += check_values(brief, content.library)
        return Built(brief, None, None, None, in_reading_order(problems))
    triage = assess(content, brief)
    if triage.stopped:
        return Built(brief, triage, None, None, in_reading_order(_stops(content, brief, triage)))
    facts = facts_of(brief, content.playbooks.facts, triage.inherent)
    selection = select(content.library, content.playbooks, facts, brief)
    assembled = assemble(content.library, selection, brief, facts, __version__)
    found = in_reading_order([*selection.diagnostics, *assembled.diagnostics])
    contract = assembled.contract
    if contract is not None and REGISTER in brief.include:
        contract = with_register(contract)
    return Built(brief, triage, selection, contract, found)


def check_brief(content: Content, brief: Brief) -> list[Diagnostic]:
    """What in `brief` does not fit the content: names that it does not have."""
    from contract_builder.check.brief import brief_problems

    return brief_problems(brief, content.library, content.playbooks, content.triage)


def _stops(content: Content, brief: Brief, triage: TriageResult) -> list[Diagnostic]:
    words = {reason.about: reason.words for reason in triage.reasons if reason.kind == "stop"}
    return [
        Diagnostic(
            "triage-stop",
            Place(brief.file, brief.lines.get(f"triage.stops.{gate}", 0), 1),
            words[gate],
            f"Stop and refer. If it is not so, answer `{gate}: no`. If it may go on, whoever answers for it "
            "is named in `triage.referrals` with `gate`, `why`, `approved_by` and `on`.",
        )
        for gate in triage.stops
    ]


def render_contract(contract: Contract, format: Format, date: str = "") -> bytes:
    """`contract` as a file of `format`. `date` (YYYY-MM-DD) goes into a Word document's properties.

    A PDF is made from the Word document by LibreOffice: raises UsageError where that is missing or takes too long.
    """
    if format == "docx":
        from contract_builder.render.docx import render_docx

        return render_docx(contract, date=date)
    if format == "pdf":
        from contract_builder.office import pdf_of
        from contract_builder.render.docx import render_docx

        return pdf_of(render_docx(contract, date=date))
    if format == "html":
        from contract_builder.render.html import render_html

        return render_html(contract)
    if format == "md":
        from contract_builder.render.markdown import render_markdown

        return render_markdown(contract)
    if format == "json":
        from contract_builder.render.json import render_json

        return render_json(contract)
    raise UsageError(f"There is no format {format!r}.", "Formats: " + ", ".join(FORMATS) + ".")


def selection_report(content: Content, built: Built) -> bytes:
    """The selection report of `built`: one HTML page, internal. Raises UsageError if there is no contract."""
    from contract_builder.render.report import render_report

    if built.triage is None or built.selection is None or built.contract is None:
        raise UsageError("There is no contract to report on.", "See the diagnostics.")
    return render_report(built.triage, built.selection, content.library, built.contract, built.brief)


def lock_contract(content: Content, built: Built, documents: Mapping[tuple[str, str], bytes] = {}) -> bytes:
    """All that went into `built`, hashed, with the resolved contract and the digests of `documents`.

    `documents` holds, by edition and format, as in ("clean", "docx"), the files that were made of it: `rebuild` and
    `verify` know them again. What an edition for the council adds stands in the lock, too, so that it can be made again.
    Raises UsageError if there is no contract.
    """
    from contract_builder.lock import lock_of

    if built.contract is None:
        raise UsageError("There is no contract to lock.", "See the diagnostics.")
    return lock_of(content, built, documents, _added(content, built, built.contract, documents))


def _added(
    content: Content, built: Built, contract: Contract, documents: Mapping[tuple[str, str], bytes]
) -> "dict[str, Apparatus]":
    """What each edition among `documents` adds to `contract`; the supplier's adds nothing."""
    from contract_builder.editions import EDITIONS, apparatus_of

    made = {edition for edition, _ in documents}
    return {e: apparatus_of(content, built, contract, e) for e in EDITIONS if e in made and e != "supplier"}


def _value_or_none(loaded: Loaded[Council | None]) -> Council | None:
    if errors(loaded.diagnostics):
        raise ContentError(loaded.diagnostics)
    return loaded.value


def _value(loaded: Loaded[Brief]) -> Brief:
    if loaded.value is None:
        raise ContentError(loaded.diagnostics)
    return loaded.value
