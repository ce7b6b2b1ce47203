"""Selection for a brief, whatever its shape: an agreement of its own, or a schedule to a host."""

from msgspec.structs import replace

from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.diagnostic import Diagnostic, Place, in_reading_order
from contract_builder.model.host import Host
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Selection
from contract_builder.select.hosted import fitting, hosted, told
from contract_builder.select.select import select as select_agreement


def select(library: Library, playbooks: Playbooks, facts: Facts, brief: Brief) -> Selection:
    """Every clause of `library` in or out under `facts`, with its position, values and reasons.

    Pure: reads no file and no clause text. What is wrong is in `diagnostics` of the result;
    a selection with errors must not be assembled. A host that the library has no map of counts as none.
    """
    host = library.host_by_id.get(brief.host.map) if brief.host else None
    if host is None:
        return select_agreement(library, playbooks, facts, brief)
    wanted = frozenset(d.clause for d in brief.departures if d.add)
    less = hosted(library, playbooks, host, wanted)
    brief, found = fitting(brief, library, less.left_out)
    selection = select_agreement(less.library, less.playbooks, facts, brief)
    found += [*selection.diagnostics, *_precedence(host)]
    selection = told(selection, library, host, less.left_out)
    return replace(selection, diagnostics=in_reading_order(found))


def _precedence(host: Host) -> list[Diagnostic]:
    """A warning where the host does not let the schedule prevail."""
    if host.precedence.prevails:
        return []
    line = host.lines.get("precedence", 0)
    words = f"The schedule cannot prevail over the host's own terms. {host.precedence.because}"
    return [
        Diagnostic("precedence-fixed", Place(host.file, line, 1), words, host.precedence.advice, "warning")
    ]
