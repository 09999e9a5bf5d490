"""Sessions, who appears in them, and their slots."""
