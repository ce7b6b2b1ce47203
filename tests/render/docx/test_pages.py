"""The document as it prints."""

import re

from contract_builder.model.contract import Contract


def test_the_printed_headings_are_those_of_the_contract(pages: str, contract: Contract) -> None:
    after_contents = pages[pages.index("\f", pages.index("Contents")) :]
    lines = [re.sub(r"\s+", " ", line).strip() for line in after_contents.splitlines()]
    wanted = [
        "Particulars",
        "Terms",
        *(f"{clause.number}. {clause.heading}" for clause in contract.clauses),
        "Signatures",
        *(f"{schedule.number} – {schedule.heading}" for schedule in contract.schedules),
    ]
    assert [line for line in lines if line in set(wanted)] == wanted


def test_each_part_and_schedule_opens_a_page(pages: str, contract: Contract) -> None:
    openings = [body_of(page)[0] for page in pages.split("\f") if body_of(page)]
    for words in ("Contents", "Particulars", "Terms", "Signatures"):
        assert words in openings
    for schedule in contract.schedules:
        assert f"{schedule.number} – {schedule.heading}" in openings


def test_numbers_print_beside_their_paragraphs(pages: str) -> None:
    printed = re.sub(r"\s+", " ", pages)
    assert "(b) meets each measure in paragraph 1 of Schedule 4; and" in printed
    assert "1.3 Clause 1.2(c)(i) and clause 1.2(b) bind the Supplier’s Sub-contractors too." in printed
    assert "(a) records; and (b) questions." in printed
    assert (
        "5.3 The reasons under clause 5.2(b)(ii) follow the plan in paragraph 3(b) of Schedule 3." in printed
    )


def test_nothing_prints_that_a_field_could_not_work_out(pages: str) -> None:
    assert "Error" not in pages
    assert "not found" not in pages


def body_of(page: str) -> list[str]:
    """The lines of a page below its header."""
    lines = [re.sub(r"\s+", " ", line).strip() for line in page.splitlines()]
    words = [line for line in lines if line]
    start = next(
        (
            n
            for n, line in enumerate(words)
            if "Contract for an AI System" not in line and "“ten”" not in line
        ),
        0,
    )
    return words[start:]
