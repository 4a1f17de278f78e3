"""Subjects that come back from meeting to meeting."""
