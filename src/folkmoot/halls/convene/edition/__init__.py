"""An edition: one convening of the body."""
