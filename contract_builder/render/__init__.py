"""From the Contract to bytes: a module to a format, and the selection report."""
