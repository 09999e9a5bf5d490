"""Schedule files of other tools: read into plain values, without touching the database."""
