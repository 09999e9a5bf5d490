"""Public pages of a released timetable, one file for each family of pages."""
