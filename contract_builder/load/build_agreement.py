"""The Particulars and the ways of signing: from valid data to model values."""

from typing import Any

import msgspec

from contract_builder.load.condition import parse_mapping
from contract_builder.load.document import Document, Path
from contract_builder.model.agreement import Case, Execution, ParticularField
from contract_builder.model.diagnostic import Diagnostic

_SETS = frozenset({"ai_types"})
"""The fact that holds several values; the facts of a library are read after its Particulars."""

Found = list[Diagnostic]


def build_particulars(document: Document) -> tuple[tuple[ParticularField, ...], Found]:
    """`particulars.yaml`."""
    found: Found = []
    fields: list[ParticularField] = []
    for id, entry in document.data["fields"].items():
        path: Path = ("fields", id)
        ways = [key for key in ("fact", "cases", "value") if key in entry]
        for key in ways[1:]:
            message = f"a field with `{ways[0]}` has no `{key}`"
            found.append(
                Diagnostic(
                    "field-two-sources", document.at_key((*path, key)), message, "Delete one of the two."
                )
            )
        cases = tuple(
            Case(case["says"], _condition(document, (*path, "cases", n), found))
            for n, case in enumerate(entry.get("cases", ()))
        )
        plain = {key: value for key, value in entry.items() if key not in ("cases", "when")}
        field = msgspec.convert({"id": id, "line": document.line(path), **plain}, ParticularField)
        fields.append(msgspec.structs.replace(field, when=_condition(document, path, found), cases=cases))
    return tuple(fields), found


def _condition(document: Document, path: Path, found: Found) -> Any:
    """The condition under `when` of what stands at `path`; none if there is none."""
    data: Any = document.data
    for step in path:
        data = data[step]
    if "when" not in data:
        return None
    condition, problems = parse_mapping(document, (*path, "when"), _SETS)
    found += problems
    return condition


def build_execution(document: Document) -> tuple[Execution, Found]:
    """`execution.yaml`."""
    made = msgspec.convert(document.data, Execution)
    found: Found = []
    forms = [form.id for form in made.all_forms]
    for n, form in enumerate(made.forms):
        if form.id in forms[: n + 1]:
            place = document.at_value(("forms", n, "id"))
            found.append(
                Diagnostic("id-twice", place, f"`{form.id}` stands here a second time", "Give it another id.")
            )
    seen: set[tuple[str, str, str]] = set()
    for n, one in enumerate(made.signatories):
        key = (one.party, one.form or made.id, one.kind)
        if key in seen:
            what = "party" if not one.kind else "kind"
            message = f"`{getattr(one, what)}` stands here a second time for this party and form"
            place = document.at_value(("signatories", n, what))
            found.append(
                Diagnostic("id-twice", place, message, "Give it another `kind`, or delete one of the two.")
            )
        seen.add(key)
        if one.form and one.form not in forms:
            place = document.at_value(("signatories", n, "form"))
            hint = f"Write one of: {', '.join(forms)}; or add it under `forms`."
            found.append(
                Diagnostic("unknown-form", place, f"no form of signing is called `{one.form}`", hint)
            )
    for party in ("Council", "Supplier"):
        for id in forms:
            if not made.ways(party, id):
                message = f"the {party} has no way to sign in the form `{id}`"
                found.append(
                    Diagnostic(
                        "form-without-signatory", document.at_key(("signatories",)), message, "Add one."
                    )
                )
    return made, found
