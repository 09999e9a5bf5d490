"""Pages and news: what the body says of itself in its own words."""
