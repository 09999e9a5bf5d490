"""All archives that the demonstration describes."""

from folkmoot.demo.archives.facts import ArchivePlan
from folkmoot.demo.archives.internet_governance_forum import INTERNET_GOVERNANCE_FORUM
from folkmoot.demo.archives.world_internet_conference import WORLD_INTERNET_CONFERENCE

ARCHIVES: tuple[ArchivePlan, ...] = (WORLD_INTERNET_CONFERENCE, INTERNET_GOVERNANCE_FORUM)
