"""The obligations of one contract, as a document of their own."""

import hashlib

from contract_builder.model.contract import Contract
from contract_builder.model.documents import ContractName, Obligations
from contract_builder.render.json import render_json


def obligations_of(contract: Contract) -> Obligations:
    """Who must do what under `contract`, with the name and digest of the contract that says so."""
    told = contract.identity
    name = ContractName(
        title=told.title,
        reference=told.reference,
        subject=told.subject,
        library=told.library,
        library_version=told.library_version,
        tool_version=told.tool_version,
        digest=hashlib.sha256(render_json(contract)).hexdigest(),
    )
    return Obligations(contract=name, obligations=contract.obligations)
