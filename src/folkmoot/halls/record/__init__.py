"""Every official act is written, proved, witnessed, exported."""
