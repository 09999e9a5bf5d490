"""Folkmoot: software for a body that convenes people from everywhere and decides in the open."""

__version__ = "0.1.0"
