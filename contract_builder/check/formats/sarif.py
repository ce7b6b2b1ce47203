"""A report as SARIF 2.1.0, the form in which code hosts take findings.

Written after the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; numbers in
comments are its sections.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias
from urllib.parse import quote

from contract_builder.check.formats.marked import Files, mark
from contract_builder.check.registry import CHECKS, Check
from contract_builder.check.report import Report
from contract_builder.model.diagnostic import Diagnostic, Level, Place

Json: TypeAlias = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "advice": "note"}


def sarif(report: Report, files: Files, version: str) -> Json:
    """`report` as one SARIF log with one run; `version` is that of this program.

    Paths are relative to the root of the repository, whose own path is left out: it differs by machine (3.14.14).
    What a file allows is among the results, suppressed, with the reason.
    """
    allowed = {one.diagnostic: one for one in report.allowed}
    found = [*report.diagnostics, *allowed]
    rules = list(dict.fromkeys((*CHECKS, *sorted({d.rule for d in found}))))
    numbers = {rule: n for n, rule in enumerate(rules)}
    results = []
    for diagnostic in found:
        suppressions = []
        if one := allowed.get(diagnostic):
            there = _location(Place(diagnostic.place.file, one.line), files)
            suppressions = [
                {"kind": "inSource", "status": "accepted", "justification": one.because, "location": there}
            ]
        results.append(_result(diagnostic, numbers[diagnostic.rule], suppressions, files))
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, version)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    _ROOT: {"description": {"text": "The root of the repository that was checked."}}
                },
                "results": results,
            }
        ],
    }


def _driver(rules: Iterable[str], version: str) -> Json:
    return {
        "name": "contract-builder",
        "version": version,
        "rules": [_rule(CHECKS[rule]) if rule in CHECKS else _rule_of_the_loader(rule) for rule in rules],
    }


def _rule(check: Check) -> Json:
    whole = " ".join((check.finds, *check.why))
    may = (
        "A file may allow it, with a reason, under its key `allow`."
        if check.may_be_allowed
        else "It cannot be allowed."
    )
    return {
        "id": check.rule,
        "shortDescription": {"text": check.finds},
        "fullDescription": {"text": whole},
        "help": {"text": f"{whole}\n\n{may}"},
        "defaultConfiguration": {"level": _LEVELS[check.level]},
        "properties": {"tags": [check.group]},
    }


def _rule_of_the_loader(rule: str) -> Json:
    words = "A file does not hold what its format asks for; the message says what to write instead."
    return {
        "id": rule,
        "shortDescription": {"text": words},
        "fullDescription": {"text": words},
        "help": {"text": words},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["format"]},
    }


def _result(found: Diagnostic, number: int, suppressions: list[Json], files: Files) -> Json:
    return {
        "ruleId": found.rule,
        "ruleIndex": number,
        "level": _LEVELS[found.level],
        "message": {"text": f"{_sentence(found.message)} {found.hint}".strip()},
        "locations": [_location(found.place, files)] if found.place.file else [],
        "suppressions": suppressions,  # in every result, or in none (3.27.23)
    }


def _sentence(message: str) -> str:
    """What the loader says begins with a small letter and ends without a full stop."""
    message = message[:1].upper() + message[1:]
    return message if message.endswith((".", "?", "!")) else f"{message}."


def _location(place: Place, files: Files) -> Json:
    where: Json = {"artifactLocation": {"uri": quote(files.path(place.file)), "uriBaseId": _ROOT}}
    if place.line:
        where["region"] = _region(place, files)
    return {"physicalLocation": where}


def _region(place: Place, files: Files) -> Json:
    marked = mark(place, files.line)
    region: Json = {"startLine": place.line}
    if marked.end > marked.start:
        region |= {"startColumn": marked.start, "endColumn": marked.end}
    if marked.words:
        region["snippet"] = {"text": marked.words}
    return region
