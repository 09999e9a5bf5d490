"""The halls: each one part of a body's life and one Django app; imports go only downward."""
