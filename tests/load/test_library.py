"""Whole libraries: files that do not fit together, overlays, links out of the folder."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from contract_builder.load.library import load_library
from contract_builder.model.diagnostic import Diagnostic

Put = Callable[[Path, str], None]


def brief_form(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, int]]:
    return [(d.rule, d.place.file, d.place.line) for d in found]


def copy(root: Path, put: Put, source: str, target: str, *changes: tuple[str, str]) -> None:
    text = (root / source).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    put(root / target, text)


def test_a_library_is_all_its_files(root: Path) -> None:
    loaded = load_library(root)
    assert loaded.diagnostics == ()
    library = loaded.value
    assert library is not None
    assert [c.id for c in library.clauses] == ["exit", "redress"]
    assert [d.term for d in library.definitions] == ["Challenge"]
    assert [s.id for s in library.schedules] == ["exit-plan"]
    assert library.print_order["redress"] < library.print_order["exit"]
    assert library.info.proper_names == ("England",)
    assert [(t.id, t.line) for t in library.topics] == [("redress", 2), ("exit", 12)]
    assert library.findings[0].lines == ("847-849", "858")
    assert library.law[0].checked == "2026-11-23"
    assert [t.id for t in library.taxonomy.tiers] == ["tier-1", "tier-2", "tier-3", "tier-4"]
    assert library.taxonomy.service_areas[0].kind == "rights-determining"
    assert [f.id for f in library.particulars] == ["council_name", "start_date"]
    assert library.particulars[1].long
    assert library.execution.signatories[0].lines == ("Signature", "Name")
    assert library.term_index["Challenges"].id == "challenge"


def test_errors_of_all_files_come_in_one_run_in_reading_order(root: Path, put: Put) -> None:
    put(root / "clauses/topics.yaml", "topics: {}\n")
    copy(root, put, "clauses/people/redress.md", "clauses/people/redress.md", ("order: 10", "order: ten"))
    copy(root, put, "clauses/general/exit.md", "clauses/general/exit.md", ("1. The", "> The"))
    loaded = load_library(root)
    assert loaded.value is None
    assert brief_form(loaded.diagnostics) == [
        ("markdown-quotation", "clauses/general/exit.md", 14),
        ("wrong-type", "clauses/people/redress.md", 7),
        ("missing-value", "clauses/topics.yaml", 1),
    ]


def test_the_digest_changes_with_any_byte_and_any_name(root: Path, put: Put) -> None:
    def digest() -> str:
        library = load_library(root).value
        assert library is not None
        return library.digest

    first = digest()
    assert digest() == first
    copy(root, put, "clauses/general/exit.md", "clauses/general/exit.md", ("Exit\n", "Leaving\n"))
    second = digest()
    copy(root, put, "clauses/definitions/challenge.md", "clauses/definitions/claim.md",
         ("id: challenge", "id: claim"), ("term: Challenge", "term: Claim"), ("Challenges", "Claims"))  # fmt: skip
    assert len({first, second, digest()}) == 3


def test_a_missing_file_is_named(root: Path) -> None:
    (root / "clauses/law.yaml").unlink()
    assert brief_form(load_library(root).diagnostics) == [("file-missing", "clauses/law.yaml", 0)]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert brief_form(load_library(tmp_path).diagnostics) == [("folder-missing", "clauses", 0)]


def test_two_clauses_with_one_id_in_two_groups(root: Path, put: Put) -> None:
    copy(root, put, "clauses/general/exit.md", "clauses/people/exit.md", ("group: general", "group: people"))
    found = load_library(root).diagnostics
    assert brief_form(found) == [("id-twice", "clauses/people/exit.md", 2)]
    assert "clauses/general/exit.md" in found[0].message


def test_a_clause_and_a_schedule_may_have_one_id(root: Path, put: Put) -> None:
    copy(
        root,
        put,
        "clauses/schedules/exit-plan.md",
        "clauses/schedules/exit.md",
        ("id: exit-plan", "id: exit"),
    )
    assert load_library(root).diagnostics == ()


def test_a_form_of_a_term_that_another_definition_has(root: Path, put: Put) -> None:
    copy(root, put, "clauses/definitions/challenge.md", "clauses/definitions/claim.md",
         ("id: challenge", "id: claim"), ("term: Challenge", "term: Claim"))  # fmt: skip
    found = load_library(root).diagnostics
    assert brief_form(found) == [("term-twice", "clauses/definitions/claim.md", 4)]
    assert found[0].place.text[found[0].place.column - 1 :].startswith("Challenges")


def test_a_group_that_the_library_does_not_have(root: Path, put: Put) -> None:
    copy(
        root,
        put,
        "clauses/general/exit.md",
        "clauses/genral/leave.md",
        ("id: exit", "id: leave"),
        ("group: general", "group: genral"),
    )
    found = load_library(root).diagnostics
    assert brief_form(found) == [("unknown-group", "clauses/genral/leave.md", 6)]
    assert found[0].hint == "Did you mean `general`?"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("clauses/topic.yaml", "Did you mean `topics.yaml`?"),
        ("clauses/people/redress.markdown", "Clauses are `<group>/<id>.md`"),
        ("clauses/loose.md", "Clauses are `<group>/<id>.md`"),
        ("clauses/people/old/redress.md", "Clauses are `<group>/<id>.md`"),
    ],
)
def test_a_file_that_nobody_would_read_is_told(root: Path, put: Put, name: str, hint: str) -> None:
    put(root / name, "x")
    found = load_library(root).diagnostics
    assert brief_form(found) == [("unexpected-file", name, 0)]
    assert hint in found[0].hint


def test_read_me_files_and_hidden_files_are_passed_over(root: Path, put: Put) -> None:
    for name in (
        "README.md",
        ".DS_Store",
        "people/README.md",
        "people/redress.md~",
        "people/.redress.md.swp",
        "people/~$x.md",
    ):
        put(root / "clauses" / name, "x")
    assert load_library(root).diagnostics == ()


def test_folders_are_not_followed_without_end(root: Path, put: Put) -> None:
    put(root / "clauses/a/b/c/d.md", "x")
    assert brief_form(load_library(root).diagnostics) == [("folder-too-deep", "clauses/a/b/c", 0)]


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this machine does not let its users make links")


def test_a_link_that_leaves_the_folder_is_refused_and_not_read(root: Path, put: Put, tmp_path: Path) -> None:
    put(tmp_path / "secret.md", "secret")
    (tmp_path / "secrets").mkdir()
    put(tmp_path / "secrets/a.md", "secret")
    link(root / "clauses/people/secret.md", tmp_path / "secret.md")
    link(root / "clauses/secrets", tmp_path / "secrets")
    found = load_library(root).diagnostics
    assert brief_form(found) == [
        ("link-leaves-folder", "clauses/people/secret.md", 0),
        ("link-leaves-folder", "clauses/secrets", 0),
    ]
    assert "secret\n" not in str(found)


def test_a_link_inside_the_folder_is_followed(root: Path) -> None:
    (root / "clauses/people/redress.md").rename(root / "clauses/people/.kept.md")
    link(root / "clauses/people/redress.md", root / "clauses/people/.kept.md")
    assert load_library(root).diagnostics == ()


def test_a_link_in_a_circle_does_not_go_on_for_ever(root: Path) -> None:
    link(root / "clauses/people/again", root / "clauses")
    assert {d.rule for d in load_library(root).diagnostics} <= {"folder-too-deep", "unexpected-file"}


def test_a_file_that_is_too_large_is_named_and_the_rest_is_read(root: Path, put: Put) -> None:
    put(root / "clauses/people/redress.md", "x" * 1_000_001)
    assert brief_form(load_library(root).diagnostics) == [("file-too-large", "clauses/people/redress.md", 0)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_what_is_not_a_file_is_never_opened(root: Path) -> None:
    os.mkfifo(root / "clauses/people/pipe.md")
    assert brief_form(load_library(root).diagnostics) == [("file-unreadable", "clauses/people/pipe.md", 0)]


@pytest.fixture
def overlay(tmp_path: Path, root: Path, put: Put) -> Path:
    """A council's folder with one clause of its own, made from one of the library's."""
    folder = tmp_path / "our-council"
    text = (root / "clauses/general/exit.md").read_text(encoding="utf-8")
    own = text.replace("id: exit\n", "id: our-exit\n").replace(
        "order: 10", "order: 10\nderived_from: exit@1.0.0"
    )
    put(folder / "clauses/general/our-exit.md", own)
    return folder


def test_an_overlay_adds_its_clauses(root: Path, overlay: Path) -> None:
    loaded = load_library(root, overlay)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert loaded.value.overlay_clauses == ("our-exit",)
    clause = loaded.value.clause_by_id["our-exit"]
    assert (clause.file, clause.derived_from) == ("our-council/clauses/general/our-exit.md", "exit@1.0.0")


def test_an_overlay_cannot_change_a_clause_of_the_library(root: Path, overlay: Path, put: Put) -> None:
    put(overlay / "clauses/general/exit.md", (root / "clauses/general/exit.md").read_text(encoding="utf-8"))
    found = load_library(root, overlay).diagnostics
    assert brief_form(found) == [("overlay-edits-library", "our-council/clauses/general/exit.md", 2)]
    assert found[0].hint == "Give this one an id of its own, and `derived_from: exit@1.0.0`."


def test_an_overlay_cannot_define_a_term_of_the_library(root: Path, overlay: Path, put: Put) -> None:
    text = (root / "clauses/definitions/challenge.md").read_text(encoding="utf-8")
    put(
        overlay / "clauses/definitions/ours.md",
        text.replace("id: challenge", "id: ours").replace("also: [Challenges]\n", ""),
    )
    assert brief_form(load_library(root, overlay).diagnostics) == [
        ("overlay-edits-library", "our-council/clauses/definitions/ours.md", 3)
    ]


def test_an_overlay_cannot_bring_its_own_taxonomy(root: Path, overlay: Path, put: Put) -> None:
    put(overlay / "clauses/taxonomy.yaml", "harms: {}\n")
    assert brief_form(load_library(root, overlay).diagnostics) == [
        ("overlay-file", "our-council/clauses/taxonomy.yaml", 0)
    ]


def test_an_overlay_that_holds_only_playbooks_adds_no_clause(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    loaded = load_library(root, tmp_path / "empty")
    assert loaded.value is not None
    assert loaded.value.overlay_clauses == ()
