"""`contract-builder build`."""

import json
from pathlib import Path

import msgspec
import pytest

from contract_builder import api
from tests.cli.conftest import Run
from tests.contents import shipped

EXAMPLES = api.examples()


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_builds_in_an_empty_folder(run: Run, tmp_path: Path, name: str) -> None:
    done = run("build", f"example:{name}", "-o", "out", "--format", "docx,html,md,json")
    assert done.returncode == 0, done.stderr
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    endings = ["docx", "html", "json", "lock.json", "md", "notice.md", "report.html"]
    assert made == sorted(f"{name}.{ending}" for ending in endings)
    assert "Inherent tier" in done.stdout
    assert all(str(Path("out", file)) in done.stdout for file in made)


def test_it_prints_every_blank_with_who_fills_it_in(run: Run) -> None:
    done = run("build", "example:homelessness-risk-list", "-o", "out", "--json")
    answer = json.loads(done.stdout)
    assert answer["tier"] == 3
    assert {"supplier_name", "start_date"} <= {item["field"] for item in answer["open_items"]}
    assert all(item["owner"] for item in answer["open_items"])


def test_it_never_writes_over_a_file_without_force(run: Run, tmp_path: Path) -> None:
    run("build", "example:event-listing-drafts", "-o", "out")
    edited = tmp_path / "out" / "event-listing-drafts.docx"
    edited.write_bytes(b"a lawyer's edits")
    again = run("build", "example:event-listing-drafts", "-o", "out")
    assert again.returncode == 2
    assert "event-listing-drafts.docx" in again.stderr and "--force" in again.stderr
    assert edited.read_bytes() == b"a lawyer's edits"
    assert run("build", "example:event-listing-drafts", "-o", "out", "--force").returncode == 0
    assert edited.read_bytes().startswith(b"PK")


def test_the_same_inputs_give_the_same_bytes_in_another_place_and_time(run: Run, tmp_path: Path) -> None:
    run(
        "build",
        "example:homelessness-risk-list",
        "-o",
        "one",
        "--format",
        "docx,html,md,json",
        "--edition",
        "annotated,clean,supplier",
        TZ="Asia/Tokyo",
        PYTHONHASHSEED="1",
    )
    run(
        "build",
        "example:homelessness-risk-list",
        "-o",
        "two",
        "--format",
        "docx,html,md,json",
        "--edition",
        "annotated,clean,supplier",
        TZ="America/Lima",
        PYTHONHASHSEED="2",
        LC_ALL="C",
    )
    for first in (tmp_path / "one").iterdir():
        assert first.read_bytes() == (tmp_path / "two" / first.name).read_bytes(), first.name


def test_each_edition_is_a_file_of_its_own(run: Run, tmp_path: Path) -> None:
    done = run(
        "build", "example:event-listing-drafts", "-o", "out", "--edition", "supplier, annotated,clean", "--format", "docx,md"
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"event-listing-drafts.{ending}"
        for ending in ("annotated.docx", "annotated.md", "docx", "lock.json", "md", "notice.md", "report.html",
                       "supplier.docx", "supplier.md")
    ]  # fmt: skip
    assert "Send the supplier edition and nothing else" in " ".join(done.stdout.split())


def test_the_working_file_is_built_unless_another_edition_is_asked_for(run: Run, tmp_path: Path) -> None:
    done = run("build", "example:event-listing-drafts", "-o", "out")
    assert "build it with --edition supplier" in " ".join(done.stdout.split())
    supplier = run("build", "example:event-listing-drafts", "-o", "sent", "--edition", "supplier")
    assert supplier.returncode == 0
    assert not (tmp_path / "sent" / "event-listing-drafts.docx").exists()
    check = run("check", str(tmp_path / "out" / "event-listing-drafts.docx"))
    assert check.returncode == 1 and "note-left" in check.stderr
    sent = run("check", str(tmp_path / "sent" / "event-listing-drafts.supplier.docx"))
    assert sent.returncode == 0 and "note-left" not in sent.stderr


def test_the_lock_is_the_same_for_every_edition_but_for_what_was_made_of_it(run: Run, tmp_path: Path) -> None:
    locks = []
    for edition in ("clean", "annotated", "supplier"):
        run("build", "example:event-listing-drafts", "-o", edition, "--edition", edition)
        lock = json.loads((tmp_path / edition / "event-listing-drafts.lock.json").read_bytes())
        assert {document["edition"] for document in lock.pop("documents")} == {edition}
        assert [e["edition"] for e in lock.pop("editions")] == [e for e in (edition,) if e != "supplier"]
        assert lock.pop("seal")
        locks.append(lock)
    assert locks[0] and locks[0] == locks[1] == locks[2]


@pytest.mark.parametrize("wrong", ["draft", "clean,", "annotated;supplier"])
def test_an_edition_that_does_not_exist_is_named(run: Run, wrong: str) -> None:
    done = run("build", "example:event-listing-drafts", "-o", "out", "--edition", wrong)
    assert done.returncode == 2
    assert "annotated, clean, supplier" in " ".join(done.stderr.split())


def test_a_stop_builds_nothing_and_says_who_can_lift_it(run: Run, tmp_path: Path) -> None:
    text = api.example("homelessness-risk-list").decode().replace("social-scoring: no", "social-scoring: yes")
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    done = run("build", "brief.yaml", "-o", "out")
    assert done.returncode == 1
    assert "triage-stop" in done.stderr and "referrals" in done.stderr
    line = text.splitlines().index("    social-scoring: yes") + 1
    assert f"brief.yaml:{line}:" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_referral_lifts_a_stop_and_makes_it_tier_4(run: Run, tmp_path: Path) -> None:
    text = api.example("homelessness-risk-list").decode().replace("social-scoring: no", "social-scoring: yes")
    referral = (
        "  referrals:\n    - gate: social-scoring\n      why: Reviewed by counsel and by committee\n"
        "      approved_by: {name: A. Person, role: Monitoring Officer}\n      on: 2026-11-20\n"
    )
    (tmp_path / "brief.yaml").write_text(text.replace("triage:\n", "triage:\n" + referral), encoding="utf-8")
    done = run("build", "brief.yaml", "-o", "out", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["tier"] == 4


def test_a_council_near_the_brief_adds_its_clause_and_fills_its_particulars(run: Run, tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "examples" / "council"
    done = run("build", str(folder / "brief.yaml"), "-o", "out", "--format", "json")
    assert done.returncode == 0, done.stderr
    contract = json.loads((tmp_path / "out" / "brief.json").read_bytes())
    assert "mereshire-ethics-panel" in [clause["id"] for clause in contract["clauses"]]
    lock = json.loads((tmp_path / "out" / "brief.lock.json").read_bytes())
    assert lock["council"]["overlay_clauses"] == ["mereshire-ethics-panel"]
    redress = next(c for c in lock["selection"]["chosen"] if c["clause"] == "redress-for-affected-people")
    days = next(v for v in redress["values"] if v["parameter"] == "case_assistance_days")
    assert days["value"] == 2 and "predictive-risk-scoring" not in days["reason"]["playbook"]
    assert days["reason"]["overrode"]


def test_the_lock_holds_the_contract_and_every_digest(run: Run, tmp_path: Path) -> None:
    run("build", "example:event-listing-drafts", "-o", "out", "--format", "json")
    lock = json.loads((tmp_path / "out" / "event-listing-drafts.lock.json").read_bytes())
    assert lock["contract"] == json.loads((tmp_path / "out" / "event-listing-drafts.json").read_bytes())
    for part in ("library", "playbooks", "triage", "brief"):
        assert len(lock[part]["digest"]) == 64
    assert {"contract-builder", "python", "zlib", "docxtpl", "python-docx"} <= set(lock["made_with"])


@pytest.mark.parametrize(
    "text",
    ['A & B <Ltd> "x"', "naïve – Łódź 漢字 🦊", "שלום \u202e x", "{{ 7*7 }} @@BODY@@", "*a* [b](c) `d` # e"],
)
def test_any_text_in_a_value_survives_into_each_format(text: str) -> None:
    content = shipped()
    brief = api.read_brief(api.example("event-listing-drafts"))
    brief = msgspec.structs.replace(brief, particulars={**brief.particulars, "supplier_name": text})
    built = api.build(content, brief)
    assert built.contract is not None
    for format_ in ("docx", "html", "md", "json"):
        assert read_back(api.render_contract(built.contract, format_), format_).count(text) >= 2, format_  # type: ignore[arg-type]


def read_back(data: bytes, format_: str) -> str:
    """The text of a document as a reader of its format sees it."""
    if format_ == "docx":
        from tests.reading import docx_text

        return docx_text(data)
    if format_ == "html":
        from lxml import html

        return str(html.document_fromstring(data.decode()).text_content())
    if format_ == "md":
        from lxml import html
        from markdown_it import MarkdownIt

        page = MarkdownIt("commonmark").enable("table").render(data.decode())
        return str(html.document_fromstring(f"<meta charset=utf-8><div>{page}</div>").text_content())
    return "\n".join(_texts(json.loads(data)))


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def test_a_pdf_without_libreoffice_writes_nothing_and_says_what_to_install(run: Run, tmp_path: Path) -> None:
    done = run("build", "example:event-listing-drafts", "-o", "out", "--format", "docx,pdf",
               PATH=str(tmp_path), CONTRACT_BUILDER_SOFFICE="", ProgramFiles="", LOCALAPPDATA="")  # fmt: skip
    assert done.returncode == 2
    assert "LibreOffice" in done.stderr and "Install it" in done.stderr
    assert not (tmp_path / "out").exists()
