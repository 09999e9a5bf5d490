"""The secretariat's working place."""
