"""Import, conflicts, release, and every public page of the programme."""
