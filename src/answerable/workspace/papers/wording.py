"""Sentences about papers: when something is due, how late it came, what was changed after it was sent."""

from __future__ import annotations

import datetime as dt

from answerable.components import words
from answerable.core.papers.lateness import in_words
from answerable.meetings.models import Deadline, Meeting
from answerable.papers.models import Amendment, NoteVersion


def meeting_name(meeting: Meeting) -> str:
    """Assurance Meeting, 11 June 2019"""
    return f"{words.shortened(meeting.forum.name, 60)}, {words.date(meeting.date)}"


def due_by(due: Deadline | None) -> str:
    """4 June 2019, 9am (moved from 28 May 2019); "" where there is no deadline"""
    if due is None:
        return ""
    time = f", {words.time(due.time)}" if due.time else ""
    moved = f" (moved from {words.date(due.first)})" if due.first != due.date else ""
    return f"{words.date(due.date)}{time}{moved}"


def time_left(due: Deadline | None, today: dt.date) -> str:
    """in 5 days, today, 2 days ago"""
    if due is None:
        return ""
    days = (due.date - today).days
    if days == 0:
        return "today"
    return f"in {words.age(days)}" if days > 0 else f"{words.age(-days)} ago"


def lateness(version: NoteVersion) -> str:
    """in time, 3 hours late; "" where there was no deadline"""
    return in_words(version.late)


def size(version: NoteVersion) -> str:
    """3,204 words on 12 pages"""
    parts = [words.plural(version.words, "word")] if version.words is not None else []
    if version.pages:
        parts.append(f"{'on ' if parts else ''}{words.plural(version.pages, 'page')}")
    return " ".join(parts)


def amendment(one: Amendment) -> str:
    """Point 3 was added: “…”"""
    if one.number is None:
        return "The introduction was changed."
    point = f"Point {one.number}"
    if one.what == Amendment.What.MOVED:
        return f"{point} became point {one.to}: “{_quoted(one.now)}”"
    if one.what == Amendment.What.CHANGED:
        return f"{point} was changed. It said: “{_quoted(one.was)}”"
    if one.what == Amendment.What.REMOVED:
        return f"{point} was taken out: “{_quoted(one.was)}”"
    return f"{point} was added: “{_quoted(one.now)}”"


def _quoted(text: str) -> str:
    return words.shortened(text, 300)
