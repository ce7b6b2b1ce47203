"""What the measurements are made on is what their documentation says, and no easier than real text."""

import zlib
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.baselines import empty_base, with_docxtpl, with_python_docx, write_template
from benchmarks.figures import Measurement, Series, Target
from benchmarks.library import BRIEF, CONTRACT, many, write_library
from benchmarks.texts import texts_of, words_of
from contract_builder import api
from contract_builder.model.contract import Block, Contract, Grid, Numbered, RefRun
from contract_builder.render.docx.lint import lint


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> api.Built:
    folder = tmp_path_factory.mktemp("library")
    write_library(folder, CONTRACT)
    content = api.load_content(folder)
    assert content.diagnostics == ()
    return api.build(content, api.read_brief(folder / BRIEF, content))


@pytest.fixture(scope="module")
def contract(built: api.Built) -> Contract:
    assert built.diagnostics == ()
    assert built.contract is not None
    return built.contract


def paragraphs(blocks: tuple[Block, ...] | tuple[Numbered, ...]) -> list[Numbered]:
    numbered = [block for block in blocks if isinstance(block, Numbered)]
    return [p for block in numbered for p in (block, *paragraphs(block.items))]


def all_paragraphs(contract: Contract) -> list[Numbered]:
    return [p for clause in contract.clauses for p in paragraphs(clause.blocks)]


def test_the_contract_has_350_numbered_paragraphs_in_four_levels(contract: Contract) -> None:
    levels = Counter(p.level for p in all_paragraphs(contract))
    assert len(contract.clauses) == 45
    assert levels == {1: 161, 2: 124, 3: 20}


def test_the_contract_has_150_references(contract: Contract) -> None:
    runs = [run for p in all_paragraphs(contract) for run in p.runs]
    assert sum(isinstance(run, RefRun) for run in runs) == 150


def test_sixty_definitions_are_in_use(contract: Contract) -> None:
    assert len(contract.schedules[0].definitions) == 60


def test_four_schedules_hold_a_table_of_thirteen_rows(contract: Contract) -> None:
    grids = [block for s in contract.schedules for block in s.blocks if isinstance(block, Grid)]
    assert [1 + len(grid.rows) for grid in grids] == [13] * 4


def test_the_contract_has_about_18500_words(contract: Contract) -> None:
    texts = texts_of(contract)
    words = sum(len(words.split()) for words in strings_in(texts))
    assert 18_000 < words < 19_500


def strings_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [words for part in parts for words in strings_in(part)]


def test_clauses_that_do_not_apply_are_left_out(built: api.Built) -> None:
    assert built.selection is not None
    assert len(built.selection.left_out) == CONTRACT.others


def test_the_text_compresses_about_as_real_clauses_do(contract: Contract) -> None:
    shipped = sorted((Path(__file__).parents[2] / "clauses").glob("*/*.md"))
    real = "".join(path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in shipped)
    made = "\n".join(words_of(p.runs) for p in all_paragraphs(contract))
    length = min(len(real), len(made))
    assert share_left(made[:length]) == pytest.approx(share_left(real[:length]), rel=0.15)


def share_left(text: str) -> float:
    data = text.encode()
    return len(zlib.compress(data, 6)) / len(data)


def test_the_word_file_is_sound(contract: Contract) -> None:
    assert lint(api.render_contract(contract, "docx", "2026-11-24")) == ()


def test_equal_runs_write_equal_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_library(tmp_path / name, many(20))
    files = [p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.*") if p.is_file()]
    assert len(files) > 80
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "other" / f).read_bytes() for f in files)


def test_a_clause_of_the_large_library_has_about_2400_bytes(tmp_path: Path) -> None:
    write_library(tmp_path, many(100))
    sizes = [path.stat().st_size for path in (tmp_path / "clauses").glob("*/*-0*.md")]
    assert len(sizes) == 100
    assert 2300 < sum(sizes) / 100 < 2500


def test_the_other_tools_print_the_same_words(contract: Contract, tmp_path: Path) -> None:
    """They are compared on the same work, as far as they do it at all."""
    from jinja2 import Environment

    texts = texts_of(contract)
    write_template(tmp_path / "template.docx")
    by_template = words_in(with_docxtpl(tmp_path / "template.docx", texts, Environment(autoescape=True)))
    by_object = words_in(with_python_docx(empty_base(), texts))
    assert by_template == by_object
    assert [p.runs for p in all_paragraphs(contract) if words_of(p.runs) not in by_template] == []


def words_in(document: bytes) -> list[str]:
    import io

    from docx import Document

    opened = Document(io.BytesIO(document))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in opened.paragraphs] + cells


def test_a_ratio_above_its_target_is_missed_and_a_run_fails_past_the_limit() -> None:
    series = [Series("ours", [2.0, 4.0, 3.0]), Series("theirs", [4.0, 4.0, 4.0])]
    target = Target("theirs", 0.7, 0.8)
    measured = Measurement("", "s", series, [target])
    assert measured.ratio("theirs") == 0.75
    assert measured.missed() == [target] and measured.past_limit() == []
    assert measured._replace(targets=[Target("theirs", 0.75, 0.8)]).missed() == []
    assert measured._replace(targets=[Target("theirs", 0.5, 0.7)]).past_limit()
