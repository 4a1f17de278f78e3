"""Subjects that return from meeting to meeting, offered as topics: a person keeps or drops them."""

from __future__ import annotations

from answerable.core.subjects.from_record import subject_meeting
from answerable.core.subjects.offers import offer
from answerable.core.subjects.shapes import Link, Offer, SubjectEntry, SubjectItem, SubjectMeeting

__all__ = ["Link", "Offer", "SubjectEntry", "SubjectItem", "SubjectMeeting", "offer", "subject_meeting"]
