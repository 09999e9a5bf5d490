"""People as they take part in an edition."""
