"""Given and family names in four scripts, put together so that nobody real is meant."""
