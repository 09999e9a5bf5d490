"""The demonstration: an invented body with one edition, and archives compiled from public sources.

Nothing here is true but the archives, and those name their sources. The content is the same on every build; it
is brought into the house through the drafts and acts that everybody else uses.
"""
