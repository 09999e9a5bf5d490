"""How sessions thought in English are called and described, by kind."""

TAILS: dict[str, tuple[str, ...]] = {
    "keynote": (
        "an address",
        "what I got wrong",
        "a view from the repair bench",
        "thirty minutes against haste",
        "where we stand",
        "a case for patience",
    ),
    "panel": (
        "who decides, and who pays",
        "three views from practice",
        "where the disagreement lies",
        "what has changed in five years",
        "common ground and open questions",
        "promises under examination",
        "the view from small organisations",
        "what regulators ask, what operators answer",
        "the costs nobody counts",
    ),
    "workshop": (
        "a working session",
        "drafting a checklist",
        "methods and mistakes",
        "a template to take home",
        "learning from six cases",
        "hands on",
        "from principle to procedure",
        "rehearsing the difficult hour",
    ),
    "open-forum": (
        "practitioners report",
        "a year's work, presented and questioned",
        "results and next steps",
        "what members told us",
        "comparing arrangements",
        "the working group reports",
        "notes from the field",
    ),
    "town-hall": (
        "questions from the floor",
        "an open hour",
        "you ask, the table answers",
        "what should happen next",
        "listening first",
    ),
    "release": (
        "release of a handbook",
        "the report of the year",
        "first results of a survey",
        "a common glossary, released",
        "a guide in six languages",
    ),
    "lightning-talk": (
        "in ten minutes",
        "one idea, one objection",
        "a short report",
        "one figure and its story",
        "a small experiment",
        "five slides",
        "a plea",
    ),
}

METHODS: dict[str, tuple[str, ...]] = {
    "keynote": (
        "The address is followed by two prepared replies and no applause line.",
        "The speaker takes questions from the room and from the screen in one queue.",
        "A written version with its sources is available at the door and online.",
    ),
    "panel": (
        "Each panellist has four minutes; the rest belongs to the audience.",
        "The panel brings together people who disagreed in writing before they met here.",
        "Opening statements were published in advance, so the hour is spent on answers.",
        "The moderator asks every panellist what would change their mind.",
        "Half of the seats on the panel are held by people who speak here for the first time.",
        "At the end the panel names one thing it could not agree on.",
    ),
    "workshop": (
        "Small groups work at tables and report back in the language they choose.",
        "Bring a case of your own; names and places can be left out.",
        "Materials are on the tables, and copies stay with the participants.",
        "The groups' drafts are merged on the screen in the last fifteen minutes.",
        "No previous knowledge is needed; a glossary lies at the entrance.",
        "The result is a draft, open for comment for three weeks after the session.",
    ),
    "open-forum": (
        "A short report opens the floor; written questions are answered by name of topic, not of person.",
        "The organisers present the year's accounts and the plans that failed.",
        "Members who could not travel take part from two hubs.",
        "The forum ends with a show of hands on priorities, without a decision.",
        "Comments received before the meeting are grouped on the screen and taken in turn.",
    ),
    "town-hall": (
        "There are no opening statements: the first word is a question.",
        "Speaking time is two minutes, for ministers and for pupils alike.",
        "Questions may be handed in anonymously until the session begins.",
        "Every question is noted, and those left open are answered in writing.",
    ),
    "release": (
        "The authors explain how the figures were made and where they are weak.",
        "Copies are released at the beginning of the session, not before.",
        "Two readers who saw the text in draft say what they still miss in it.",
    ),
    "lightning-talk": (
        "Ten minutes of talk, five of questions, and a table outside for the rest.",
        "The speaker shows one thing that works and one that does not yet.",
        "No slides beyond the fifth are shown.",
        "The talk is short on purpose: its longer version is linked from this page.",
    ),
}

ENDINGS: tuple[str, ...] = (
    "Captions are provided throughout.",
    "A summary is published for comment within two weeks.",
    "The session continues a discussion begun at last year's edition.",
    "Participants online and in the room are called from the same list.",
    "Newcomers are welcome to arrive ten minutes early for an introduction.",
    "The organisers look for two volunteers to keep the notes.",
)
