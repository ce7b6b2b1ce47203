"""The command line: `contract-builder`."""
