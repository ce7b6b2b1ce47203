"""Playbooks, facts, the triage, briefs and council settings: good ones, and files that do not fit together."""

from collections.abc import Callable
from pathlib import Path

import pytest

from contract_builder.load.brief import load_brief
from contract_builder.load.council import find_council
from contract_builder.load.playbooks import load_playbooks
from contract_builder.load.triage import load_triage
from contract_builder.model.condition import ALWAYS, All, AnyOf, Not, Test
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.playbook import ClauseQuery, Setting

Put = Callable[[Path, str], None]
Samples = dict[str, tuple[str, str]]

OVERLAY = """\
playbook: ours
kind: overlay
applies_to: Our Council
extends: base
title: Ours
version: 1.0.0
rules:
  - {id: ours, because: We want it., include: [our-exit]}
approvers:
  head of legal services: Monitoring Officer
"""


def brief_form(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, int]]:
    return [(d.rule, d.place.file, d.place.line) for d in found]


def test_playbooks_come_in_the_order_of_their_layers(root: Path) -> None:
    loaded = load_playbooks(root)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert [p.id for p in loaded.value.playbooks] == ["base", "tier-1"]
    base, _ = loaded.value.playbooks
    assert base.floor == ("redress",)
    assert base.rules[0].include == ClauseQuery(that_apply=True)
    assert base.rules[0].when == ALWAYS
    assert base.lines["floor"] == 9


def test_a_rule_knows_what_it_does_and_where_it_stands(root: Path) -> None:
    playbooks = load_playbooks(root).value
    assert playbooks is not None
    (rule,) = playbooks.playbooks[1].rules
    assert (rule.playbook, rule.file, rule.line) == ("tier-1", "playbooks/tiers/tier-1.yaml", 8)
    assert rule.position == {"every-clause": "short"}
    assert rule.settings == (Setting("redress", "answer_days", 5),)
    assert rule.require == ("redress",)
    assert rule.override


def test_a_condition_of_several_keys_needs_all_and_a_set_is_searched(root: Path) -> None:
    playbooks = load_playbooks(root).value
    assert playbooks is not None
    base, tier = playbooks.playbooks
    assert tier.rules[0].when == All(
        (
            Test("personal_data", "is", "no"),
            AnyOf((Test("ai_types", "has", "forecasting"), Test("ai_types", "has", "biometric"))),
            AnyOf((Test("tier", "at-most", 1), Not(Test("personal_data", "one-of", ("yes",))))),
        )
    )
    assert tier.constraints[0].must == All(
        (Test("topics", "has", "redress"), Test("position:redress", "is-not", "fallback"))
    )
    assert base.departures[0].when == All((Test("tier", "is", 4), Test("ai_types", "has", "forecasting")))


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("{tier: {at_least: 2, at_most: 3}}", All((Test("tier", "at-least", 2), Test("tier", "at-most", 3)))),
        ("{tier: {more_than: 2}}", Test("tier", "more-than", 2)),
        ("{route: [a, b]}", Test("route", "one-of", ("a", "b"))),
        ("{route: {is_not: a}}", Test("route", "is-not", "a")),
        ("{ai_types: {lacks: a}}", Test("ai_types", "lacks", "a")),
        ("{ai_types: {is_not: a}}", Test("ai_types", "lacks", "a")),
        ("{ai_types: {has: [a, b]}}", All((Test("ai_types", "has", "a"), Test("ai_types", "has", "b")))),
        ("{all: [{tier: 1}, {route: a}]}", All((Test("tier", "is", 1), Test("route", "is", "a")))),
        ("{not: {tier: 1, route: a}}", Not(All((Test("tier", "is", 1), Test("route", "is", "a"))))),
    ],
)
def test_conditions_mean_what_they_say(root: Path, put: Put, written: str, condition: object) -> None:
    text = (root / "playbooks/base.yaml").read_text(encoding="utf-8")
    put(
        root / "playbooks/base.yaml",
        text.replace("when: {tier: 4, ai_types: forecasting}", f"when: {written}"),
    )
    loaded = load_playbooks(root)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert loaded.value.playbooks[0].departures[0].when == condition


def test_facts_and_base_must_be_there(root: Path) -> None:
    (root / "playbooks/facts.yaml").unlink()
    (root / "playbooks/base.yaml").unlink()
    (root / "playbooks/tiers/tier-1.yaml").unlink()
    assert brief_form(load_playbooks(root).diagnostics) == [
        ("file-missing", "playbooks/base.yaml", 0),
        ("file-missing", "playbooks/facts.yaml", 0),
    ]


def test_a_playbook_that_extends_nothing_known(root: Path, put: Put) -> None:
    text = (root / "playbooks/tiers/tier-1.yaml").read_text(encoding="utf-8")
    put(root / "playbooks/tiers/tier-1.yaml", text.replace("extends: base", "extends: bse"))
    found = load_playbooks(root).diagnostics
    assert brief_form(found) == [("unknown-playbook", "playbooks/tiers/tier-1.yaml", 4)]
    assert found[0].hint == "Did you mean `base`?"


def test_two_playbooks_for_one_tier(root: Path, put: Put) -> None:
    text = (root / "playbooks/tiers/tier-1.yaml").read_text(encoding="utf-8")
    put(root / "playbooks/tiers/tier-one.yaml", text.replace("playbook: tier-1", "playbook: tier-one"))
    assert brief_form(load_playbooks(root).diagnostics) == [
        ("playbook-twice", "playbooks/tiers/tier-one.yaml", 3)
    ]


def test_a_file_that_is_no_playbook(root: Path, put: Put) -> None:
    put(root / "playbooks/bas.yaml", "a: b")
    found = load_playbooks(root).diagnostics
    assert brief_form(found) == [("unexpected-file", "playbooks/bas.yaml", 0)]
    assert found[0].hint == "Did you mean `base.yaml`?"


def test_an_overlay_comes_last(root: Path, put: Put, tmp_path: Path) -> None:
    put(tmp_path / "ours/playbooks/ours.yaml", OVERLAY)
    loaded = load_playbooks(root, tmp_path / "ours")
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    last = loaded.value.playbooks[-1]
    assert (last.id, last.file, last.applies_to) == ("ours", "ours/playbooks/ours.yaml", "Our Council")
    assert last.approvers == {"head of legal services": "Monitoring Officer"}


@pytest.mark.parametrize("kind", ["base", "tier", "ai-type", "service-area"])
def test_an_overlay_holds_overlays_only(root: Path, put: Put, tmp_path: Path, kind: str) -> None:
    put(tmp_path / "ours/playbooks/ours.yaml", OVERLAY.replace("kind: overlay", f"kind: {kind}"))
    found = load_playbooks(root, tmp_path / "ours").diagnostics
    assert ("playbook-kind", "ours/playbooks/ours.yaml", 2) in brief_form(found)


def test_the_triage_table_is_read(root: Path) -> None:
    loaded = load_triage(root / "playbooks/triage.yaml")
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert loaded.value.floors == {"forecasting": {"housing": 2}}
    assert loaded.value.questions[0].worst().id == "some"
    assert [(b.tier, b.from_score) for b in loaded.value.bands] == [(1, 0), (2, 25), (3, 50), (4, 75)]


def test_a_triage_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert brief_form(load_triage(tmp_path / "playbooks/triage.yaml").diagnostics) == [
        ("file-unreadable", "playbooks/triage.yaml", 0)
    ]


def test_a_brief_is_read_as_it_was_written(samples: Samples, tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(samples["brief"][1], encoding="utf-8")
    loaded = load_brief(path)
    assert loaded.diagnostics == ()
    brief = loaded.value
    assert brief is not None
    assert brief.file == path.as_posix()
    assert brief.stops == {"emotion": "no"}
    assert brief.facts == {"route": "competitive-flexible", "estimated_value": 90000}
    assert brief.particulars == {
        "supplier_name": "*Acme* [x](http://e) # Ltd {{ 7*7 }} <b>",
        "supplier_number": "1234567",
    }
    assert brief.optional_clauses == ("exit",)
    (departure,) = brief.departures
    assert (departure.clause, departure.position, departure.approved_by.role, departure.line) == (
        "redress",
        "fallback",
        "Director",
        19,
    )
    assert brief.referrals[0].on == "2026-11-24"
    assert brief.lines["departures.0.position"] == 23


def test_a_brief_can_come_as_bytes_under_a_name(samples: Samples) -> None:
    loaded = load_brief(samples["brief"][1].encode(), name="from the form")
    assert loaded.value is not None
    assert loaded.value.file == "from the form"


def test_a_particular_left_blank_stays_a_blank(samples: Samples) -> None:
    text = samples["brief"][1].replace("supplier_number: 1234567", "supplier_number:")
    loaded = load_brief(text.encode())
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert "supplier_number" not in loaded.value.particulars


def test_a_brief_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = load_brief(tmp_path / "none.yaml").diagnostics
    assert brief_form(found) == [("file-unreadable", (tmp_path / "none.yaml").as_posix(), 0)]


def test_the_nearest_council_going_up_is_found(samples: Samples, put: Put, tmp_path: Path) -> None:
    put(tmp_path / "council.toml", '[council]\nname = "Far"\n')
    put(tmp_path / "a/council.toml", samples["council"][1])
    (tmp_path / "a/overlay").mkdir()
    put(tmp_path / "a/b/c/brief.yaml", samples["brief"][1])
    council = find_council(tmp_path / "a/b/c/brief.yaml").value
    assert council is not None
    assert (council.name, council.overlay) == ("Borough of Example", tmp_path / "a/overlay")
    assert council.particulars == {"council_name": "Borough of Example"}
    assert council.contact == {"email": "legal@example.gov.uk"}
    far = find_council(tmp_path).value
    assert far is not None
    assert (far.name, far.overlay) == ("Far", None)


def test_without_a_council_there_is_none_and_nothing_is_wrong(tmp_path: Path) -> None:
    loaded = find_council(tmp_path)
    assert (loaded.value, loaded.diagnostics) == (None, ())


def test_an_overlay_behind_a_link_that_leads_out_is_refused(put: Put, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    put(tmp_path / "a/council.toml", '[council]\nname = "A"\noverlay = "overlay"\n')
    try:
        (tmp_path / "a/overlay").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("this machine does not let its users make links")
    assert brief_form(find_council(tmp_path / "a").diagnostics) == [("overlay-outside", "council.toml", 3)]


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "{a = " * 20_000, "\x00", "a" * 100_000])
def test_hostile_settings_are_refused(put: Put, tmp_path: Path, text: str) -> None:
    put(tmp_path / "council.toml", text)
    loaded = find_council(tmp_path)
    assert loaded.value is None
    assert loaded.diagnostics[0].hint
