"""`build` as an AI schedule, as a procurer runs it."""

import json
import re
from pathlib import Path

import pytest

from contract_builder.cli.main import run
from tests.render.docx import hosts
from tests.render.docx.word import parts_of, root_of, text_of
from tests.verification import editing

BRIEF = "example:interview-transcripts"


def words(path: Path) -> str:
    return text_of(root_of(path.read_bytes()))


def test_a_brief_in_this_shape_builds_a_schedule_and_says_what_to_mind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", BRIEF, "-o", str(tmp_path), "--format", "docx,md"]) == 0
    said = capsys.readouterr()
    md = (tmp_path / "interview-transcripts.md").read_text(encoding="utf-8")
    paragraphs, annexes = len(re.findall(r"(?m)^## \d+ ", md)), len(re.findall(r"(?m)^## Annex ", md))
    label = "Call-Off Special Schedule 1 – Artificial intelligence"
    assert f"{label}: {paragraphs} paragraphs, {annexes} Annexes" in said.out
    assert "precedence-fixed" in said.err
    assert {p.name for p in tmp_path.iterdir()} == {
        "interview-transcripts.docx", "interview-transcripts.md", "interview-transcripts.lock.json",
        "interview-transcripts.notice.md", "interview-transcripts.report.html",
    }  # fmt: skip
    report = (tmp_path / "interview-transcripts.report.html").read_text(encoding="utf-8")
    assert (
        "The schedule cannot prevail over the host&#x27;s own terms" in report
        or "cannot prevail over the host's" in report
    )
    assert "The General Terms choose the law and the courts" in report


def test_into_puts_it_into_a_copy_of_the_hosts_document(tmp_path: Path) -> None:
    host = tmp_path / "call-off.docx"
    host.write_bytes(hosts.plain())
    before = host.read_bytes()
    assert run(["build", BRIEF, "-o", str(tmp_path / "out"), "--into", str(host)]) == 0
    made = tmp_path / "out" / "interview-transcripts.in-host.docx"
    assert "Host item 0" in words(made)
    assert "In this Schedule:" in words(made)
    assert (tmp_path / "out" / "interview-transcripts.docx").is_file()
    assert host.read_bytes() == before


@pytest.mark.parametrize("edition", ["clean", "clean,supplier"])
def test_the_last_words_say_which_files_may_be_sent(
    edition: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host = tmp_path / "call-off.docx"
    host.write_bytes(hosts.plain())
    build = ["build", BRIEF, "-o", str(tmp_path / "out"), "--edition", edition]
    assert run([*build, "--into", str(host)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    name = "interview-transcripts.in-host.docx"
    assert f"{name} holds the supplier's text of the schedule" in said
    if edition == "clean":
        assert f"Every file but {name} is internal" in said
    else:
        assert f"Send the supplier edition or {name}, and nothing else" in said
    assert run([*build, "--force"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "in-host" not in said
    assert "is internal" in said


def test_verify_says_of_a_hosts_document_what_became_of_the_schedule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host = tmp_path / "call-off.docx"
    host.write_bytes(hosts.plain())
    out = tmp_path / "out"
    assert run(["build", BRIEF, "-o", str(out), "--into", str(host)]) == 0
    made, lock = out / "interview-transcripts.in-host.docx", out / "interview-transcripts.lock.json"
    capsys.readouterr()
    assert run(["verify", str(made), "--lock", str(lock)]) == 0
    said = capsys.readouterr().out
    assert "The AI schedule in this document is as built" in said
    assert "Only the AI schedule was compared" in said
    made.write_bytes(editing.replaced(made.read_bytes(), "prohibited use", "welcome use"))
    assert run(["verify", str(made), "--lock", str(lock)]) == 1
    said = capsys.readouterr().out
    assert "The AI schedule in this document was edited." in said
    assert "welcome use" in said
    assert run(["verify", str(made)]) == 2
    assert "--lock" in capsys.readouterr().err


def test_host_and_shape_say_otherwise_than_the_brief(tmp_path: Path) -> None:
    schedule = [
        "build",
        "example:event-listing-drafts",
        "--host",
        "supplier-terms",
        "-o",
        str(tmp_path / "s"),
    ]
    assert run(schedule) == 0
    assert "the Customer" in words(tmp_path / "s" / "event-listing-drafts.docx")
    assert run(["build", BRIEF, "--shape", "agreement", "-o", str(tmp_path / "a")]) == 0
    assert "In this Contract:" in words(tmp_path / "a" / "interview-transcripts.docx")


def test_a_councils_own_map_is_one_file(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "clauses" / "hosts" / "generic-council-contract.yaml"
    text = shipped.read_text(encoding="utf-8").replace(
        "host: generic-council-contract", "host: mereshire-terms"
    )
    own = tmp_path / "mereshire-terms.yaml"
    own.write_text(text.replace("Council: {says: Council}", "Council: {says: Authority}"), encoding="utf-8")
    assert run(["build", BRIEF, "--host", str(own), "-o", str(tmp_path / "out")]) == 0
    assert "the Authority’s" in words(tmp_path / "out" / "interview-transcripts.docx").replace("'", "’")
    lock = json.loads((tmp_path / "out" / "interview-transcripts.lock.json").read_text(encoding="utf-8"))
    assert lock["host"]["id"] == "mereshire-terms"


def test_a_map_in_an_overlay_is_found_by_its_name(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "clauses" / "hosts" / "supplier-terms.yaml"
    folder = tmp_path / "overlay" / "clauses" / "hosts"
    folder.mkdir(parents=True)
    text = shipped.read_text(encoding="utf-8").replace("host: supplier-terms", "host: their-terms")
    (folder / "their-terms.yaml").write_text(
        text.replace("says: Customer,", "says: Client,"), encoding="utf-8"
    )
    (tmp_path / "council.toml").write_text('[council]\nname = "M"\noverlay = "overlay"\n', encoding="utf-8")
    brief = (Path(__file__).parents[2] / "examples" / "interview-transcripts.yaml").read_text(
        encoding="utf-8"
    )
    own = brief.replace("map: public-sector-contract", "map: their-terms")
    (tmp_path / "b.yaml").write_text(own, encoding="utf-8")
    assert run(["build", str(tmp_path / "b.yaml"), "-o", str(tmp_path / "out")]) == 0
    assert "the Client" in words(tmp_path / "out" / "b.docx")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--host", "public-sector"], "public-sector-contract"),
        (["--host", "gone.yaml"], "no file gone.yaml"),
        (["--shape", "agreement", "--host", "supplier-terms"], "has no host"),
        (["--into", __file__], "not a Word document"),
    ],
)
def test_a_mistake_is_told_with_its_cure_and_nothing_is_written(
    options: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", BRIEF, "-o", str(tmp_path / "out"), *options]) == 2
    assert says in capsys.readouterr().err.replace("\n", " ")
    assert not (tmp_path / "out").exists()


def test_a_schedule_of_a_brief_without_a_host_asks_for_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["build", "example:event-listing-drafts", "--shape", "ai-schedule", "-o", str(tmp_path / "o")])
        == 2
    )
    assert "list --what hosts" in capsys.readouterr().err


def test_a_map_that_leaves_the_floor_to_the_host_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = Path(__file__).parents[2] / "clauses" / "hosts" / "generic-council-contract.yaml"
    text = shipped.read_text(encoding="utf-8").replace("clause: governing-law", "clause: audit-access")
    own = tmp_path / "mine.yaml"
    own.write_text(text, encoding="utf-8")
    assert run(["build", BRIEF, "--host", str(own), "-o", str(tmp_path / "out")]) == 2
    assert "host-covers-floor" in capsys.readouterr().err


def test_explain_says_that_the_host_deals_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", BRIEF, "governing-law"]) == 0
    assert "public-sector-contract.yaml" in capsys.readouterr().out


def test_the_schedule_alone_and_in_its_host_have_the_same_words(tmp_path: Path) -> None:
    host = tmp_path / "host.docx"
    host.write_bytes(hosts.bare())
    assert (
        run(["build", BRIEF, "-o", str(tmp_path / "out"), "--into", str(host), "--edition", "supplier"]) == 0
    )
    alone = words(tmp_path / "out" / "interview-transcripts.supplier.docx")
    inside = words(tmp_path / "out" / "interview-transcripts.in-host.docx")
    start = "Part A: Particulars of the AI System" + "This Schedule" + "Item"
    assert inside[inside.index(start) :] == alone[alone.index(start) :]
    assert (
        parts_of(host.read_bytes()).keys()
        < parts_of((tmp_path / "out" / "interview-transcripts.in-host.docx").read_bytes()).keys()
    )
