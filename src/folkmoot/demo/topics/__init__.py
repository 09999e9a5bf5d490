"""What the invented edition talks about: fourteen topics for each of its seven forums."""

from folkmoot.demo.topics import data, development, governance, intelligence, networks, trust, youth
from folkmoot.demo.topics.topic import Topic, Words

BY_FORUM: dict[str, tuple[Topic, ...]] = {
    "development": development.TOPICS,
    "governance": governance.TOPICS,
    "networks": networks.TOPICS,
    "data": data.TOPICS,
    "trust": trust.TOPICS,
    "intelligence": intelligence.TOPICS,
    "youth": youth.TOPICS,
}

__all__ = ["BY_FORUM", "Topic", "Words"]
