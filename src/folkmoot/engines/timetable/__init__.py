"""Questions one can ask of a timetable without a database, a clock or a network.

So far there is one: *which parts of it contradict one another?* A problem says who speaks when and where,
the answer lists every contradiction with both sessions named:

>>> from folkmoot.engines.timetable import Room, Session, Slot, TimetableProblem, find_conflicts
>>> opening = Session("s1", slots=(Slot(0, 3600, room="hall"),), speakers=("ada",))
>>> keynote = Session("s2", slots=(Slot(1800, 5400, room="hall"),), speakers=("bai",))
>>> report = find_conflicts(TimetableProblem(sessions=(opening, keynote), rooms=(Room("hall"),)))
>>> [(conflict.kind.value, conflict.sessions, conflict.start, conflict.end) for conflict in report.conflicts]
[('room-double-booked', ('s1', 's2'), 1800, 3600)]
"""

from folkmoot.engines.timetable.conflicts import Conflict, ConflictKind, ConflictReport, find_conflicts
from folkmoot.engines.timetable.problem import Room, Session, Slot, TimetableError, TimetableProblem

__all__ = [
    "Conflict",
    "ConflictKind",
    "ConflictReport",
    "Room",
    "Session",
    "Slot",
    "TimetableError",
    "TimetableProblem",
    "find_conflicts",
]
