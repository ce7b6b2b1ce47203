"""AI schedules are proved for each host as contracts are; and a host that would break one is found."""

import pytest
from msgspec.structs import replace

from contract_builder.model.host import HostCover
from contract_builder.model.proof import Proof
from contract_builder.prove.hosts import prove_in_hosts
from tests.contents import shipped

CONTENT = shipped()
HOSTS = {host.id: host for host in CONTENT.library.hosts}


def proof(name: str, **change: object) -> Proof:
    host = replace(HOSTS[name], **change)
    library = replace(CONTENT.library, hosts=(host,))
    return next(iter(prove_in_hosts(library, CONTENT.playbooks, CONTENT.triage)))


@pytest.mark.parametrize("name", HOSTS)
def test_everything_holds_for_every_schedule_to_a_shipped_host(name: str) -> None:
    made = proof(name)
    assert made.host == name
    assert made.found == ()
    claims = {c.property: c.by_structure + c.by_enumeration + c.by_solver for c in made.covered}
    for property in (
        "dangling-reference",
        "undefined-term",
        "missing-value",
        "unmet-requirement",
        "floor-broken",
    ):
        assert claims[property] > 0, property


def test_a_host_that_takes_a_clause_of_the_floor_breaks_it() -> None:
    cover = HostCover("x", "It does.", clause="audit-access", words="its terms")
    assert "floor-broken" in {c.property for c in proof("supplier-terms", covers=(cover,)).found}


def test_a_reference_to_an_item_that_is_gone_without_other_words_is_found() -> None:
    cover = HostCover("x", "It does.", clause="remedies", items={"cure": ""})
    assert "dangling-reference" in {c.property for c in proof("supplier-terms", covers=(cover,)).found}


def test_a_word_that_the_host_is_not_said_to_define_is_found() -> None:
    from contract_builder.assemble.retold import retold
    from contract_builder.prove.hosts import PROPERTIES
    from contract_builder.prove.prove import prove

    assert CONTENT.library.opening is not None
    told = retold(CONTENT.library, HOSTS["public-sector-contract"], CONTENT.library.opening)
    rare = (
        "Call-Off Initial Period"  # of a word that stands everywhere, each use would be shown by a contract
    )
    names = tuple(name for name in told.info.proper_names if name != rare)
    assert len(names) == len(told.info.proper_names) - 1
    bare = replace(told, info=replace(told.info, proper_names=names))
    found = prove(bare, CONTENT.playbooks, CONTENT.triage, properties=PROPERTIES[1:2]).found
    assert found
    assert all(f"`{rare}`" in c.message or "`Initial Period`" in c.message for c in found)


def test_a_definition_that_a_host_gives_another_text_is_proved_as_well() -> None:
    found = proof("supplier-terms", definitions={"supplier-terms": "the Blue Terms of the Supplier."}).found
    assert any("`Blue`" in c.message or "`Blue Terms`" in c.message for c in found)
