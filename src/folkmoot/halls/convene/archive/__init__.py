"""Facts about other institutions, compiled from public sources."""
