"""Organisations, their kind of actor and optional country or area."""
