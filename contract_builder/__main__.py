"""`python -m contract_builder`."""

from contract_builder.cli.main import main

main()
