"""What files call the roles of people, and what we call them."""

from __future__ import annotations

from folkmoot.halls.convene.session.enums import Role

_ROLES = {
    Role.SPEAKER: ("", "speaker", "presenter", "lecturer", "talk", "person"),
    Role.KEYNOTE: ("keynote", "keynote speaker", "keynoter"),
    Role.MODERATOR: ("moderator", "moderation", "chair", "co-chair", "host", "facilitator", "session chair"),
    Role.PANELLIST: ("panellist", "panelist", "panel", "discussant"),
    Role.VIDEO: ("video", "video message", "video-message"),
    Role.RAPPORTEUR: ("rapporteur", "reporter", "note-taker"),
}
_BY_WORD = {word: role for role, words in _ROLES.items() for word in words}


def role_of(words: str) -> Role | None:
    """Return the role for a file's words, None where we know no such role; an empty one is a speaker's."""
    return _BY_WORD.get(words.strip().casefold())
