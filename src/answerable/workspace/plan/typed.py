"""Values that several forms about the plan take."""

from __future__ import annotations

from answerable.core.calendar.hours import as_hour
from answerable.meetings.models import Forum, Meeting
from answerable.web.address import Asked
from answerable.workspace.choices import Choices

MOST_REASON = 2000  # letters
KINDS = dict(Meeting.Kind.choices)


def hour(values: Asked, name: str) -> str:
    """A time of day, as "10:30"; "" where none was typed."""
    typed = values.text(name)
    found = as_hour(typed) if typed else ""
    if found is None:
        values.refuse(name, "Write the time as 10:30am, or 14:00")
    return found or ""


def line(values: Asked, name: str, what: str, most: int) -> str:
    """What was typed on one line, blanks folded; one that is too long leaves a problem."""
    return _short(values, name, " ".join(values.values.get(name, "").split()), what, most)


def reason(values: Asked, missing: str) -> str:
    """Why something is done; where nothing was typed, ``missing`` is the problem."""
    text = values.values.get("why", "").strip()
    if not text:
        values.refuse("why", missing)
    return _short(values, "why", text, "the reason", MOST_REASON)


def _short(values: Asked, name: str, text: str, what: str, most: int) -> str:
    text = "".join(one for one in text if one.isprintable() or one == "\n")
    if len(text) > most:
        values.refuse(name, f"Shorten {what} to {most} letters: it has {len(text)}")
    return text


def kinds_of(forum: Forum | None = None) -> Choices:
    """The kinds that a forum's meetings may have; all of them where it has not said."""
    known = (forum.kinds if forum else None) or list(KINDS)
    return [("", "No kind"), *((kind, KINDS[kind]) for kind in KINDS if kind in known)]
