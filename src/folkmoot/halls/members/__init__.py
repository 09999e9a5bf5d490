"""Who takes part, for whom they may act, in which words."""
