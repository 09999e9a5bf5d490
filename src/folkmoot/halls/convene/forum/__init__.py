"""Main forums and sub-forums of an edition."""
