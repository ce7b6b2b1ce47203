"""The contract as JSON, and the same bytes from the same contract in every format."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from contract_builder.render.json import read_json, render_json
from tests.render import samples

ROOT = Path(__file__).parents[2]
RENDER_ALL = """
import hashlib
from contract_builder.render.html import render_html
from contract_builder.render.json import render_json
from contract_builder.render.markdown import render_markdown
from contract_builder.render.report import render_report
from tests.render import samples as s
contract = s.contract()
report = render_report(s.triage(), s.selection(), s.library(), contract, s.brief())
for page in (render_html(contract), render_markdown(contract), render_json(contract), report):
    print(hashlib.sha256(page).hexdigest())
"""


def test_the_contract_comes_back_equal():
    assert read_json(render_json(samples.contract())) == samples.contract()


def test_it_is_indented_with_keys_in_the_order_of_the_fields():
    data = render_json(samples.contract()).decode()
    assert data.startswith('{\n  "identity": {\n    "title": "Contract for the supply of an AI System",')
    assert data.endswith("}\n")
    assert list(json.loads(data)) == list(type(samples.contract()).__struct_fields__)


def test_what_is_not_a_contract_is_refused():
    with pytest.raises(msgspec.DecodeError):
        read_json(b'{"identity": {}}')


def test_every_format_gives_the_same_bytes_whatever_the_order_of_hashes():
    def digests(seed: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", RENDER_ALL], env=env, cwd=ROOT, capture_output=True, text=True, check=True
        )
        return done.stdout

    first = digests("1")
    assert len(first.split()) == 4
    assert {digests(seed) for seed in ("2", "3")} == {first}
