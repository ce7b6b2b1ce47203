"""The same proofs for AI schedules: for each host, of the library as that host would put it."""

from collections.abc import Iterator

from msgspec.structs import replace

from contract_builder.assemble.retold import retold
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.proof import Proof
from contract_builder.model.triage import TriageTable
from contract_builder.prove.properties import conflicts, constraints, references, requirements, tiers, words
from contract_builder.prove.prove import Properties, prove
from contract_builder.select.hosted import hosted

PROPERTIES: Properties = tuple(
    module.claims for module in (references, words, conflicts, requirements, constraints, tiers)
)
"""Not `reach`: what a host deals with is out of reach, and is meant to be."""


def prove_in_hosts(
    library: Library, playbooks: Playbooks, triage: TriageTable, overlay: str = "", cross_check: bool = False
) -> Iterator[Proof]:
    """For each host of `library`: whether every AI schedule to it has the properties, as `prove` says it.

    A schedule is selected and assembled from the library without what the host deals with, in the host's words:
    so what is proved of that library is proved of the schedule.
    """
    if library.opening is None:
        return
    for host in library.hosts:
        less = hosted(library, playbooks, host)
        told = retold(less.library, host, library.opening)
        proof = prove(told, less.playbooks, triage, overlay, cross_check=cross_check, properties=PROPERTIES)
        yield replace(proof, host=host.id)
