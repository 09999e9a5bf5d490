"""The append-only log: entries, documents, commitments, and the one way to write them."""
