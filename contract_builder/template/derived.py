"""A copy of a clause as the start of a council's own."""

import re

from contract_builder.errors import UsageError
from contract_builder.load.hints import did_you_mean
from contract_builder.model.clause import Clause
from contract_builder.model.library import Library
from contract_builder.template.clause import refuse_group, refuse_id

_KEY = re.compile(r"(id|title|version|status|group|derived_from):")


def source_of(library: Library, name: str) -> Clause:
    """The clause to copy. Raises UsageError if there is none of that name."""
    clause = library.clause_by_id.get(name)
    if clause is None:
        hint = did_you_mean(name, library.clause_by_id)
        raise UsageError(f"There is no clause {name}.", hint if hint.startswith("Did") else "See `list`.")
    return clause


def derived_clause(
    library: Library, source: Clause, text: str, id: str, group: str = "", title: str = ""
) -> str:
    """`text`, the file of `source`, under an id of its own: version 1.0.0, a draft, with where it came from.

    Raises UsageError for a group that the library does not have, and for an id that it has.
    """
    group = group or source.group
    refuse_id(library, id)
    refuse_group(library, group)
    title = " ".join(title.split())
    lines = text.replace("\r\n", "\n").split("\n")
    end = next(n for n, line in enumerate(lines) if n and line.rstrip() == "---")
    says = {"id": id, "version": "1.0.0", "status": "draft", "group": group}
    front = [line for line in lines[1:end] if not line.startswith("derived_from:")]
    for n, line in enumerate(front):
        if (match := _KEY.match(line)) and (value := says.get(match.group(1))):
            front[n] = f"{match.group(1)}: {value}"
        elif title and line.startswith("title:"):
            front[n] = f"title: '{title.replace(chr(39), chr(39) * 2)}'"
    came_from = f"derived_from: {source.id}@{source.version}"
    return "\n".join(["---", *front, came_from, *lines[end:]])
