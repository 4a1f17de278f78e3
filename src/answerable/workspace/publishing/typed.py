"""What the forms of publication take: note, duty, and the moment at which an embargo ends."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone

from answerable.publishing.models import Publication
from answerable.publishing.renewal import public_wholes
from answerable.web.address import Asked
from answerable.workspace.here import Here
from answerable.workspace.plan.typed import hour

MOST_NOTE = 4000  # letters


def long_text(values: Asked, name: str, missing: str = "") -> str:
    """A text of several lines; where nothing was typed, ``missing`` is the problem."""
    text = "".join(one for one in values.values.get(name, "").strip() if one.isprintable() or one == "\n")
    if not text and missing:
        values.refuse(name, missing)
    if len(text) > MOST_NOTE:
        values.refuse(name, f"Shorten it to {MOST_NOTE} letters: it has {len(text)}")
    return text


def embargo(values: Asked, now: dt.datetime) -> dt.datetime | None:
    """When it opens; None where it opens at once."""
    day, time = values.date("embargo_day", "the day"), hour(values, "embargo_time")
    if day is None:
        if time:
            values.refuse("embargo_day", "Give the day on which it opens, or leave the time empty")
        return None
    clock = dt.time.fromisoformat(time) if time else dt.time(0, 0)
    found = timezone.make_aware(dt.datetime.combine(day, clock))
    if found <= now:
        values.refuse("embargo_day", "Give a moment that is still to come, or leave day and time empty")
    return found


def renewed_with(at: Here, subject: str) -> list[str]:
    """What is told from minutes and public, by its titles: it can be brought up to date with them."""
    if at.office is None or subject != Publication.Subject.MINUTES:
        return []
    return [title for _, title in public_wholes(at.office)]


def wants_renewing(request: HttpRequest) -> bool:
    """The tick, which stands there until somebody takes it away."""
    return request.method != "POST" or request.POST.get("renews") == "yes"
