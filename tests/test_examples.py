"""Each shipped example, built as a user builds it, in the programs that a user opens it in."""

from pathlib import Path

import pytest

from contract_builder import api
from contract_builder.model.contract import BlankRun, Contract, Numbered, RefRun, Run
from contract_builder.render.docx.lint import lint
from tests.contents import shipped
from tests.render.docx.office import convert
from tests.render.docx.test_validators import audit, sdk
from tests.render.docx.word import falsified, references

COUNCIL = Path(__file__).parents[1] / "examples" / "council" / "brief.yaml"
NAMES = (*api.examples(), "council")


def built(name: str) -> api.Built:
    if name == "council":
        council = api.council_near(COUNCIL.parent)
        content = api.load_content(council=council)
        return api.build(content, api.read_brief(COUNCIL, content))
    content = shipped()
    return api.build(content, api.read_brief(api.example(name), content))


@pytest.fixture(scope="module")
def contracts() -> dict[str, Contract]:
    """The contract of each example."""
    found = {name: built(name) for name in NAMES}
    assert all(b.contract for b in found.values())
    told = {(name, d.rule) for name, b in found.items() for d in b.diagnostics}
    assert told == {("interview-transcripts", "precedence-fixed")}
    return {name: b.contract for name, b in found.items() if b.contract}


@pytest.fixture(scope="module")
def documents(contracts: dict[str, Contract]) -> dict[str, bytes]:
    """The Word file of each example."""
    return {name: api.render_contract(contract, "docx") for name, contract in contracts.items()}


@pytest.fixture(scope="module")
def opened(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each example, and a copy with every cached number falsified, opened and saved by LibreOffice."""
    wrong = {f"{name}-falsified": falsified(document) for name, document in documents.items()}
    return convert({**documents, **wrong}, "docx", tmp_path_factory.mktemp("opened"))


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_works_out_every_reference_to_what_we_cached(
    name: str, documents: dict[str, bytes], opened: dict[str, bytes]
) -> None:
    ours = [(ref.bookmark, ref.shown) for ref in references(documents[name])]
    assert len(ours) > 20
    assert [(ref.bookmark, ref.shown) for ref in references(opened[name])] == ours


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_corrects_every_falsified_number_to_ours(
    name: str, documents: dict[str, bytes], opened: dict[str, bytes]
) -> None:
    wrong = references(falsified(documents[name]))
    ours = [ref.shown for ref in references(documents[name])]
    assert not {ref.shown for ref in wrong} & set(ours)
    assert [ref.shown for ref in references(opened[f"{name}-falsified"])] == ours


@pytest.mark.parametrize("name", NAMES)
def test_no_lint_and_no_audit_finds_anything(name: str, documents: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(documents[name])
    assert lint(documents[name]) == ()
    assert audit(path) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_nothing(name: str, documents: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(documents[name])
    assert sdk(path) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_names_the_number_of_its_target(name: str, contracts: dict[str, Contract]) -> None:
    contract = contracts[name]
    numbers = {c.anchor: c.number for c in contract.clauses} | {
        s.anchor: s.number for s in contract.schedules
    }
    for holder in (*contract.clauses, *contract.schedules):
        for item in _items(holder.blocks):
            numbers[item.anchor] = item.full
    runs = [run for part in (*contract.clauses, *contract.schedules) for run in _runs(part.blocks)]
    found = [run for run in runs if isinstance(run, RefRun)]
    assert found and all(numbers[run.anchor].endswith(run.text) for run in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_blank_is_an_open_item_with_an_owner(name: str, contracts: dict[str, Contract]) -> None:
    contract = contracts[name]
    rows = [run for section in contract.particulars for row in section.rows for run in row.runs]
    blanks = {run.field for run in rows if isinstance(run, BlankRun)}
    assert blanks == {item.field for item in contract.open_items}
    assert all(item.owner and item.ask for item in contract.open_items)


@pytest.mark.parametrize("name", NAMES)
def test_every_contract_answers_the_floor(name: str) -> None:
    made = built(name)
    content = shipped()
    floor = next(p.floor for p in content.playbooks.playbooks if p.kind == "base")
    assert made.selection is not None
    chosen = {choice.clause for choice in made.selection.chosen}
    for topic in floor:
        assert {clause.id for clause in content.library.providers[topic]} & chosen, topic


def test_the_tier_1_example_is_in_short_forms_and_the_others_are_not() -> None:
    positions = {
        name: {choice.position for choice in b.selection.chosen}
        for name in NAMES
        if (b := built(name)).selection is not None
    }
    assert positions["event-listing-drafts"] == {"short"}
    assert positions["homelessness-risk-list"] == positions["case-note-assistant"] == {"preferred"}


def _items(blocks: tuple[object, ...]) -> list[Numbered]:
    found = [block for block in blocks if isinstance(block, Numbered)]
    return [*found, *(item for block in found for item in _items(block.items))]


def _runs(blocks: tuple[object, ...]) -> list[Run]:
    return [run for item in _items(blocks) for run in item.runs]
