"""An AI schedule in its host's document: it is held against its lock, and the host around it is not looked at."""

import pytest

from contract_builder import api, insert_schedule
from contract_builder.errors import UsageError
from contract_builder.lock import Lock
from contract_builder.locked import read_lock, verify
from contract_builder.model.contract import Contract
from contract_builder.model.verification import Verification
from contract_builder.render.docx.fields import identity_name
from tests.contents import shipped
from tests.render.docx import hosts, office
from tests.verification import editing
from tests.verification.conftest import Document, touched

HOSTS = ("plain", "at-the-end", "revised", "an-agreement-of-ours")
NAME = "interview-transcripts"


def built(name: str) -> api.Built:
    content = shipped()
    return api.build(content, api.read_brief(api.example(name), content))


@pytest.fixture(scope="module")
def schedule() -> Contract:
    contract = built(NAME).contract
    assert contract is not None
    return contract


@pytest.fixture(scope="module")
def lock() -> Lock:
    return read_lock(api.lock_contract(shipped(), built(NAME)))


@pytest.fixture(scope="module")
def made(schedule: Contract) -> dict[str, bytes]:
    """The hosts with the schedule in them; the last has parts and bookmarks of the same names."""
    agreement = built("event-listing-drafts").contract
    assert agreement is not None
    shared = {(c.id, c.version) for c in agreement.clauses} & {(c.id, c.version) for c in schedule.clauses}
    ours = api.render_contract(agreement, "docx")
    for id_, version in shared:  # a host that holds a clause of the schedule is refused
        ours = editing.without(ours, identity_name("clause", id_, version))
    given = {
        "plain": hosts.plain(), "at-the-end": hosts.plain(marker=False), "revised": hosts.revised(),
        "an-agreement-of-ours": ours,
    }  # fmt: skip
    return {name: Document(insert_schedule(host, schedule)) for name, host in given.items()}


@pytest.mark.parametrize("host", HOSTS)
def test_a_schedule_that_nobody_touched_is_as_built_whatever_the_host_is(
    host: str, made: dict[str, bytes], lock: Lock
) -> None:
    found = verify(made[host], lock)
    assert (found.verdict, found.sameness, found.in_host) == ("as-built", "words", True)
    assert not touched(found) and not found.added and not found.references
    assert len(found.parts) > 30
    assert "Only the AI schedule was compared" in found.notes[0]


@pytest.fixture(scope="module")
def clause(schedule: Contract) -> str:
    node = schedule.clauses[3]
    return identity_name("clause", node.id, node.version)


def the_one(found: Verification, schedule: Contract, state: str) -> None:
    assert found.verdict == "edited"
    assert {name: p.state for name, p in touched(found).items()} == {
        f"clause {schedule.clauses[3].id}": state
    }


def test_an_edit_of_the_schedule_is_named_with_its_words(
    made: dict[str, bytes], lock: Lock, schedule: Contract, clause: str
) -> None:
    found = verify(editing.with_words(made["plain"], clause, 1, " if it likes"), lock)
    the_one(found, schedule, "edited")
    ((changed,),) = [part.changes for part in touched(found).values()]
    assert changed.now == f"{changed.was} if it likes"


def test_a_clause_that_is_deleted_or_added_is_named(
    made: dict[str, bytes], lock: Lock, schedule: Contract, clause: str
) -> None:
    the_one(verify(editing.without(made["plain"], clause), lock), schedule, "deleted")
    new = editing.with_clause_after(made["plain"], clause, "No liability", "The Supplier owes nothing.")
    found = verify(new, lock)
    assert found.verdict == "edited" and not touched(found)
    (added,) = found.added
    assert (added.where, added.lines) == (
        f"clause {schedule.clauses[3].id}", ("No liability", "The Supplier owes nothing."),
    )  # fmt: skip


def test_words_in_the_style_of_the_host_at_the_end_of_a_part_are_seen(
    made: dict[str, bytes], lock: Lock, schedule: Contract
) -> None:
    last = schedule.schedules[-1]
    name = identity_name("schedule", last.id, last.version)
    found = verify(_with_paragraph_in(made["plain"], name), lock)
    assert found.verdict == "edited"
    assert set(touched(found)) == {f"schedule {last.id}"}


def _with_paragraph_in(document: bytes, name: str) -> bytes:
    from tests.render.docx.word import W, root_of, with_root

    root = root_of(document)
    start = next(e for e in root.iter(W + "bookmarkStart") if e.get(W + "name") == name)
    end = next(e for e in root.iter(W + "bookmarkEnd") if e.get(W + "id") == start.get(W + "id"))
    new = editing.paragraph("Normal", "And nothing is owed.")
    last = end.getparent()
    if last.tag == W + "p":
        last.addnext(new)
        new.append(end)
    else:
        end.addprevious(new)
    return with_root(document, root)


@pytest.mark.parametrize("host", ["plain", "revised"])
def test_what_changes_in_the_host_is_not_looked_at(host: str, made: dict[str, bytes], lock: Lock) -> None:
    old = "Host item 0" if host == "plain" else "Terms of the framework"
    found = verify(editing.replaced(made[host], old, "Something else"), lock)
    assert found.verdict == "as-built"


def test_a_file_that_was_saved_by_another_program_is_still_known(
    made: dict[str, bytes], lock: Lock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    saved = office.convert({"x": made["plain"]}, "docx", tmp_path_factory.mktemp("saved"))["x"]
    found = verify(saved, lock)
    assert (found.verdict, touched(found), found.added) == ("as-built", {}, ())


def test_without_the_lock_it_is_refused_and_not_judged(made: dict[str, bytes]) -> None:
    with pytest.raises(UsageError, match="another document with an AI schedule") as refused:
        verify(made["plain"])
    assert "--lock" in str(refused.value.hint)


def test_a_host_that_says_what_it_is_itself_is_judged_by_that(made: dict[str, bytes]) -> None:
    found = verify(made["an-agreement-of-ours"])
    assert not found.in_host
    assert found.verdict == "edited"


def test_a_host_of_the_same_lock_without_the_schedule_is_not_taken_for_it(lock: Lock) -> None:
    assert verify(hosts.plain(), lock).verdict == "not-ours"
