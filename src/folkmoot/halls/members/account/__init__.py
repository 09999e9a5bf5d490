"""Accounts, offices, and signing in."""
