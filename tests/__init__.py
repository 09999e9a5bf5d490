"""Tests that belong to no single room: the harness, the architecture, the documentation, the journeys."""
