"""A new clause: its front matter in full, each key explained, and what to write in each part of its text."""

import re
from typing import Any

from contract_builder.errors import UsageError
from contract_builder.load.hints import did_you_mean
from contract_builder.load.schema.clause import SCHEMA
from contract_builder.load.schema.explain import flow
from contract_builder.load.schema.fields import SLUG
from contract_builder.model.clause import UNWRITTEN
from contract_builder.model.library import Library, Topic

STEP = 10
"""The distance between the places of two clauses in their group, so that one fits between."""
_APPROVER = "head of legal services"


def clause_template(
    library: Library, id: str, group: str = "", title: str = "", provides: tuple[str, ...] = ()
) -> str:
    """The text of `<group>/<id>.md`: it loads, and `check` finds nothing in it but that it is not written yet.

    `provides` are topics: tier, harms, AI types, service areas and findings are theirs, and the group is the first
    one's where none is given. Raises UsageError for a name that the library does not have, and for an id that it has.
    """
    topics = tuple(_topic(name, library) for name in dict.fromkeys(provides))
    group = group or (topics[0].group if topics else "")
    refuse_id(library, id)
    refuse_group(library, group)
    title = " ".join(title.split()) or (topics[0].title if topics else id.replace("-", " ").capitalize())
    return f"---\n{_front_matter(library, id, group, title, topics)}---\n\n{_BODY}"


def refuse_id(library: Library, id: str) -> None:
    """Raises UsageError for an id that is none, or that a clause of `library` has."""
    if not re.fullmatch(SLUG, id):
        raise UsageError(
            f"{id!r} is no id.", "Write lower-case letters, digits and hyphens, such as supply-chain."
        )
    if clause := library.clause_by_id.get(id):
        raise UsageError(
            f"There is a clause {id} already: {clause.file}.",
            "Give another id. To start from that clause in an overlay, give --from with its id.",
        )


def refuse_group(library: Library, group: str) -> None:
    """Raises UsageError for a group that `library` does not have."""
    groups = [g.id for g in library.info.groups]
    if not group:
        raise UsageError("The clause needs a group.", f"Give --group: {', '.join(groups)}.")
    if group not in groups:
        raise UsageError(f"There is no group {group}.", did_you_mean(group, groups))


def _topic(name: str, library: Library) -> Topic:
    found = next((topic for topic in library.topics if topic.id == name), None)
    if found is None:
        hint = did_you_mean(name, [topic.id for topic in library.topics])
        raise UsageError(
            f"There is no topic {name}.", hint if hint.startswith("Did") else "See `list --what topics`."
        )
    return found


def _front_matter(library: Library, id: str, group: str, title: str, topics: tuple[Topic, ...]) -> str:
    findings = list(dict.fromkeys(f for topic in topics for f in topic.findings))
    values: dict[str, Any] = {
        "id": id,
        "title": title,
        "version": "1.0.0",
        "status": "draft",
        "group": group,
        "order": max((c.order for c in library.clauses if c.group == group), default=0) + STEP,
        "provides": [topic.id for topic in topics],
        "risk": {
            "from_tier": min((topic.from_tier for topic in topics), default=1),
            "harms": list(dict.fromkeys(h for t in topics for h in t.harms))
            or [library.taxonomy.harms[0].id],
            "ai_types": _all_of([topic.ai_types for topic in topics]),
            "service_areas": _all_of([topic.service_areas for topic in topics]),
        },
        "answers": findings,
        "law": [],
        "requires": [],
        "parameters": {
            "notice_days": {
                "type": "integer",
                "unit": "Working Days",
                "default": 10,
                "default_in": {"fallback": 20},
                "min": 1,
                "max": 30,
                "stronger": "lower",
                "ask": _gap("the question that a procurer is asked, with its unit"),
            }
        },
        "obligations": [
            {
                "at": "duty",
                "party": "Supplier",
                "action": _gap("what must be done"),
                "trigger": _gap("what sets it off"),
                "due": "{{ notice_days | unit }}",
                "evidence": _gap("what shows that it was done"),
            }
        ],
        "positions": {
            "fallback": {"approver": _APPROVER, "leaves": _gap("the risk that it leaves with the Council")}
        },
    }
    lines = _lines(values, SCHEMA, "")
    if findings:
        held = {f: {"right": "right", "number": "duty", "remedy": "remedy"} for f in findings}
        below = next(n for n, line in enumerate(lines) if line.startswith("answers:")) + 1
        lines[below:below] = [
            f"# {SCHEMA['schema']['answered_by']['meta']['help']}",
            "# When the items are written, take the # off this line:",
            f"# answered_by: {flow(held)}",
        ]
    return "\n".join(lines) + "\n"


def _all_of(lists: "list[tuple[str, ...] | str]") -> list[str] | str:
    """What any of `lists` names; all, where one says all or there is none."""
    named = [entry for entry in lists if isinstance(entry, tuple)]
    return (
        list(dict.fromkeys(n for entry in named for n in entry))
        if named and len(named) == len(lists)
        else "all"
    )


def _gap(what: str) -> str:
    return f"{UNWRITTEN}{what}]"


def _lines(values: dict[str, Any], rule: dict[str, Any], pad: str) -> list[str]:
    """`values` as YAML, each key with a line on what it is, in the words of the schema."""
    lines: list[str] = []
    for key, value in values.items():
        inner = rule["schema"][key] if "schema" in rule else rule["valuesrules"]
        if "schema" in rule:
            lines.append(f"{pad}# {inner['meta']['help']}")
        if isinstance(value, dict) and key != "default_in":
            lines += [f"{pad}{key}:", *_lines(value, inner, f"{pad}  ")]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{pad}{key}:")
            for entry in value:
                comment, first, *others = _lines(entry, inner["schema"], f"{pad}    ")
                lines += [f"{pad}  {comment.strip()}", f"{pad}  - {first.strip()}", *others]
        else:
            lines.append(f"{pad}{key}: {flow(value)}")
    return lines


_BODY = f"""\
## Position: preferred

1. The Supplier must {_gap("what it must do, and for whom")}
   within {{{{ notice_days | unit }}}} of {_gap("what sets the time running")}. ^duty
1. The Council may {_gap("what the Council may do, and how it says so")}. ^right
1. If the Supplier does not, {_gap("what follows, and by when it must be put right")}. ^remedy

## Position: fallback

1. The Supplier must {_gap("the least that the Council can accept: a real second best")}
   within {{{{ notice_days | unit }}}} of {_gap("what sets the time running")}. ^duty
1. The Council may {_gap("what the Council may still do")}. ^right
1. If the Supplier does not, {_gap("what follows")}. ^remedy

## Position: short

1. The Supplier must {_gap("the same protection in fewer words, for a small purchase")}
   within {{{{ notice_days | unit }}}} of {_gap("what sets the time running")}. ^duty
1. The Council may {_gap("what the Council may do")}. ^right
1. If the Supplier does not, {_gap("what follows")}. ^remedy

## Walk away

{_gap("what to refuse, one sentence to a term: Refuse a term that …")}

## Note

**Why it is here.**
{_gap("what goes wrong without it, for whom, and how this clause prevents it")}

**Check before you use it.**
{_gap("what somebody must find out or decide before the clause goes out")}

**What the supplier will say.**
{_gap("each objection in quotation marks, and the answer to it")}

**What it costs the supplier.**
{_gap("honestly: little, some days, or a price")}

**Law.**
{_gap("the provisions that it rests on, and whether each was checked against the primary text")}
"""
