"""Venues and rooms, on site and online."""
