"""Reads of decisions: those that have a record of their own, and those that stand in minutes."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from answerable.published.models import Line, Tag
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import line_at


def decisions(office: str, year: int | None, word: str) -> QuerySet[Line]:
    """The newest first; a line of minutes that has a record is told by that alone. One query."""
    in_minutes = Tag.objects.filter(name="entry", value="decision", line__office=office).values("line")
    recorded = Tag.objects.filter(name="record", line__office=office).values("line")
    rows = Line.objects.filter(office=office, gone=False).filter(
        Q(kind="decision") | (Q(kind="entry", pk__in=in_minutes) & ~Q(pk__in=recorded))
    )
    if year:
        rows = rows.filter(date__year=year)
    if word:
        rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word))
    return rows.order_by("-date", "owner", "position")


def years(office: str) -> list[int]:
    """The years in which something was decided, the newest first. One query."""
    days = decisions(office, None, "").order_by().values_list("date", flat=True).distinct()
    return sorted({day.year for day in days if isinstance(day, dt.date)}, reverse=True)


def decision_at(path: str, over: Over = NOTHING) -> Line | None:
    """A record; None where none is public. One query."""
    found = line_at(path, over)
    return found if found is not None and found.kind == "decision" and not found.gone else None
