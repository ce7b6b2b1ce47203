"""The script that a user of docxtpl would run: `docxtpl_script.py TEMPLATE TEXTS BRIEF OUT`.

The words of the contract are in a JSON file, chosen and put together beforehand; the brief's own values in YAML.
"""

import json
import sys
from pathlib import Path

import yaml
from docxtpl import DocxTemplate

template, texts, brief, out = sys.argv[1:]
values = json.loads(Path(texts).read_text(encoding="utf-8"))
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
values["subject"] = yaml.load(Path(brief).read_text(encoding="utf-8"), Loader=loader)["title"]
document = DocxTemplate(template)
document.render(values, autoescape=True)
document.save(out)
