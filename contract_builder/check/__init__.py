"""Check: what is wrong with the contents that no single file can show."""
