"""What other programs read: the documents, and the JSON Schema and reference page of each."""
