"""What a file allows is read with its line, and nothing that goes into a contract depends on it."""

from pathlib import Path

import msgspec
import pytest

from contract_builder import api
from contract_builder.load.build import build
from contract_builder.model.allowance import Allowance

Samples = dict[str, tuple[str, str]]
ALLOW = """\
allow:
  - rule: vague-standard
    words: "{{ answer_days }} of"
    because: >-
      Article 33(2) uses
      these words.
"""


@pytest.mark.parametrize("kind", ["clause", "definition", "schedule", "playbook"])
def test_an_allowance_keeps_its_words_its_reason_and_its_line(kind: str, samples: Samples) -> None:
    file, text = samples[kind]
    inside = file.partition("/")[2]
    plain, _ = build(kind, text.encode(), file, inside, frozenset({"ai_types"}))  # type: ignore[arg-type]
    wrong = text.replace("version: 1.0.0\n", "version: 1.0.0\n" + ALLOW, 1)
    value, found = build(kind, wrong.encode(), file, inside, frozenset({"ai_types"}))  # type: ignore[arg-type]
    assert found == [] and plain.allow == ()
    line = wrong.split("\n").index("  - rule: vague-standard") + 1
    assert value.allow == (
        Allowance("vague-standard", "{{ answer_days }} of", "Article 33(2) uses these words.", line),
    )


def test_a_contract_is_the_same_to_the_byte_with_an_allowance(root_of_the_shipped: Path) -> None:
    brief = api.read_brief(api.example("homelessness-risk-list"))
    before = api.build(api.load_content(root_of_the_shipped), brief)
    for path in root_of_the_shipped.glob("clauses/*/*.md"):
        text = path.read_text(encoding="utf-8")
        if "\nallow:\n" not in text:
            path.write_text(text.replace("\n---\n", "\n" + ALLOW + "---\n", 1), encoding="utf-8")
    content = api.load_content(root_of_the_shipped)
    assert all(clause.allow for clause in content.library.clauses)
    after = api.build(content, brief)
    assert before.contract is not None and after.contract is not None
    assert msgspec.json.encode(before.contract) == msgspec.json.encode(after.contract)
    for format in set(api.FORMATS) - {"pdf"}:  # which is made from the Word document, and states the hour
        assert api.render_contract(before.contract, format) == api.render_contract(after.contract, format)


@pytest.fixture
def root_of_the_shipped(tmp_path: Path) -> Path:
    """A copy of the shipped contents."""
    import shutil

    for part in ("clauses", "playbooks"):
        shutil.copytree(api.shipped_contents() / part, tmp_path / part)
    return tmp_path
