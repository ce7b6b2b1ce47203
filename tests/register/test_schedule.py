"""The register as a schedule of the contract: in where the brief asks for it, with live references, binding nobody anew."""

import pytest

import contract_builder as cb
from contract_builder.assemble.register_schedule import REGISTER, with_register
from contract_builder.model.contract import Grid, RefRun
from contract_builder.render.resolved import require_resolved
from contract_builder.render.words import plain
from tests.contents import shipped
from tests.render.docx.word import references

ASKED = "include: [obligations-register]\n"


@pytest.fixture(scope="module")
def content() -> cb.Content:
    return shipped()


@pytest.fixture(scope="module")
def built(content: cb.Content) -> cb.Contract:
    brief = cb.read_brief(cb.example("homelessness-risk-list") + b"\n" + ASKED.encode())
    contract = cb.build(content, brief).contract
    assert contract is not None
    return contract


def test_without_being_asked_for_it_is_not_in(content: cb.Content) -> None:
    plain_ = cb.build(content, cb.read_brief(cb.example("homelessness-risk-list"))).contract
    assert plain_ is not None and REGISTER not in {s.id for s in plain_.schedules}
    assert plain_.cited < with_register(plain_).cited


def test_it_is_the_last_schedule_with_a_row_for_each_obligation(built: cb.Contract) -> None:
    schedule = built.schedules[-1]
    assert (schedule.id, schedule.number) == (REGISTER, f"Schedule {len(built.schedules)}")
    (table,) = [block for block in schedule.blocks if isinstance(block, Grid)]
    for row, said in zip(table.rows, built.obligations, strict=True):
        assert [plain(cell) for cell in row] == [
            f"clause {said.number}", said.party, said.action, said.trigger, said.due, said.evidence,
        ]  # fmt: skip
        assert row[0][1] == RefRun(said.anchor, said.number)


def test_it_says_that_the_clauses_count(built: cb.Contract) -> None:
    words = plain(built.schedules[-1].blocks[0].runs)  # type: ignore[union-attr]
    assert "changes and limits none of them" in words and "that clause counts" in words


def test_its_references_are_live_fields_that_show_the_numbers_of_the_sentences(built: cb.Contract) -> None:
    require_resolved(built)
    document = cb.render_contract(built, "docx")
    shown = [field.shown for field in references(document)][-len(built.obligations) :]
    assert shown == [said.number for said in built.obligations]
    assert cb.verify(document).verdict == "as-built"


def test_it_is_not_put_in_twice_or_for_nothing(built: cb.Contract) -> None:
    from msgspec.structs import replace

    assert with_register(built) is built
    bare = replace(built, obligations=(), schedules=built.schedules[:-1])
    assert with_register(bare) is bare


def test_another_word_is_refused_with_the_one_that_there_is() -> None:
    with pytest.raises(cb.ContentError) as refused:
        cb.read_brief(cb.example("homelessness-risk-list") + b"\ninclude: [obligation-register]\n")
    assert "obligations-register" in " ".join(d.message + d.hint for d in refused.value.diagnostics)


def test_the_lock_brings_it_back(content: cb.Content) -> None:
    brief = cb.read_brief(cb.example("homelessness-risk-list") + b"\n" + ASKED.encode())
    made = cb.build(content, brief)
    lock = cb.read_lock(cb.lock_contract(content, made))
    sent = cb.render_edition(content, made, "supplier", "docx", brief.date)
    assert cb.rebuild(lock, ("docx",), "supplier").documents["docx"] == sent
