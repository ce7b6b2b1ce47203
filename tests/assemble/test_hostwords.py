"""A host's words take the place of the library's in every form, and nothing else changes."""

import re

import pytest

from contract_builder.assemble.hostwords import HostWords, forms_of, plural_of
from contract_builder.model.host import Host, HostPrecedence, HostTerm, Opening
from contract_builder.model.library import ParticularField
from tests.assemble.library import definition, library
from tests.contents import shipped

LIBRARY = library(
    definition("council", "Council", "one party."),
    definition("council-data", "Council Data", "data."),
    definition("supplier", "Supplier", "the other party.", also=["Suppliers"]),
    definition("services", "Services", "work."),
    definition("contract", "Contract", "the deal."),
    definition("party", "Party", "either.", also=["Parties"]),
    definition("sub", "Sub-contractor", "a helper.", also=["Sub-contractors"]),
    definition("train", "Train", "to teach.", also=["Trained"]),
    definition("day", "Working Day", "a day.", also=["Working Days"]),
)
HOST = Host(
    "h", "A host", "1.0.0", "knowledge", "2026-11-28", "Schedule 4", "AI", "the Order Form",
    HostPrecedence(True, "It may."),
    (
        HostTerm("Council", "Authority", plural="Authorities"), HostTerm("Supplier", "Provider"),
        HostTerm("Services", "Deliverables"), HostTerm("Contract", "Agreement"), HostTerm("Party", "Signatory"),
        HostTerm("Sub-contractor", "Subcontractor", defined_here=True),
        HostTerm("Train", "Teach", forms={"Trained": "Taught"}), HostTerm("Working Day", "Business Days Unit"),
    ),
)  # fmt: skip
OPENING = Opening(
    "1.0.0", "l", "a", "b", "t", (), "p", "g", "c", "r", {},
    words={"clause": "paragraph", "clauses": "paragraphs", "Schedule": "Annex", "Schedules": "Annexes"},
    keep=("standard contractual clauses",),
)  # fmt: skip
WORDS = HostWords(LIBRARY, HOST, OPENING)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("the Council must", "the Authority must"),
        ("the Council's officers", "the Authority's officers"),
        ("the Council’s officers", "the Authority’s officers"),
        ("A Council may; a Supplier may", "An Authority may; a Provider may"),
        ("a Contract", "an Agreement"),
        ("the Suppliers' staff", "the Providers' staff"),
        ("the Services' price", "the Deliverables' price"),
        ("both Parties", "both Signatories"),
        ("each Sub-contractor and all Sub-contractors", "each Subcontractor and all Subcontractors"),
        ("Trained on Council Data", "Taught on Authority Data"),
        ("councillors of the council", "councillors of the council"),
        ("Councillor, Councils, sub-Contract", "Councillor, Councils, sub-Contract"),
        ("the Unfair Contract Terms Act 1977", "the Unfair Contract Terms Act 1977"),
        ("the Supply of Goods and Services Act 1982 and the Services", "the Supply of Goods and Services Act 1982 and the Deliverables"),
        ("the Council and the Procurement Act 2023", "the Authority and the Procurement Act 2023"),
        ("this clause, these clauses and another Clause", "this paragraph, these paragraphs and another Paragraph"),
        ("standard contractual clauses", "standard contractual clauses"),
        ("that Schedule, the Schedules and Schedule 8 to the Act", "that Annex, the Annexes and Schedule 8 to the Act"),
        ("a subclause and a schedule", "a subclause and a schedule"),
    ],
)  # fmt: skip
def test_words_of_the_library_become_words_of_the_host(ours: str, theirs: str) -> None:
    assert WORDS.all(ours) == theirs


def test_a_term_that_holds_a_term_of_the_hosts_follows_it() -> None:
    assert forms_of(LIBRARY, HOST)["Council Data"] == "Authority Data"


def test_an_ordinary_word_that_begins_like_a_term_stays() -> None:
    from msgspec.structs import replace

    label = ParticularField("manager", "Council's contract manager", "The parties", "Who?", "legal")
    words = HostWords(replace(LIBRARY, particulars=(label,)), HOST, OPENING)
    assert words.all("Contract manager; the contract manager") == "Contract manager; the contract manager"
    assert words.all("the Contract that a Council signs") == "the Agreement that an Authority signs"


def test_no_schedule_calls_the_contract_manager_by_the_word_for_the_contract() -> None:
    import contract_builder as cb

    content = shipped()
    brief = cb.read_brief(cb.example("interview-transcripts"), content)
    for host in content.library.hosts:
        contract = cb.build(content, cb.as_schedule(brief, host.id)).contract
        assert contract is not None
        said = cb.render_contract(contract, "md").decode()
        assert "ontract manager" in said
        assert not re.findall(r"(?:Call-Off Contract|Agreement) manager", said)


def test_a_host_with_the_librarys_words_changes_no_term() -> None:
    from msgspec.structs import replace

    same = replace(HOST, terms=(HostTerm("Council", "Council"), HostTerm("Supplier", "Supplier")))
    assert forms_of(LIBRARY, same) == {}
    assert HostWords(LIBRARY, same, OPENING).terms("a Council's Supplier") == "a Council's Supplier"


@pytest.mark.parametrize(
    ("one", "several"),
    [("Buyer", "Buyers"), ("Authority", "Authorities"), ("Day", "Days"), ("Annex", "Annexes")],
)
def test_a_word_for_several(one: str, several: str) -> None:
    assert plural_of(one) == several
