"""Meetings as they were minuted: attendance, agenda items, entries, exchanges, figures, warnings."""
