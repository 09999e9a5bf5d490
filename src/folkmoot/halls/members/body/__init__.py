"""The body itself: founded once, changed by acts."""
