"""What differs between two outcomes of the triage."""

from contract_builder.model.difference import Numbers, TriageDifference
from contract_builder.model.triage import TriageResult


def triage_difference(before: TriageResult, after: TriageResult) -> TriageDifference:
    """What is otherwise in `after` than in `before`; false if nothing is."""
    return TriageDifference(
        inherent=Numbers(before.inherent, after.inherent),
        residual=Numbers(before.residual, after.residual),
        score=Numbers(before.score, after.score),
        floor=Numbers(before.floor, after.floor),
        mitigation_percent=Numbers(before.mitigation_percent, after.mitigation_percent),
        stops_new=tuple(s for s in after.stops if s not in before.stops),
        stops_gone=tuple(s for s in before.stops if s not in after.stops),
        reasons_new=tuple(r for r in after.reasons if r not in before.reasons),
        reasons_gone=tuple(r for r in before.reasons if r not in after.reasons),
    )
