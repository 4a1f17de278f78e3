"""Reads of the register of actions: the day up to which it is told, and what its filters leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT

from answerable.core.actions.outcomes import Facts
from answerable.published.models import Line, Tag
from answerable.published.queries import part_of, snapshot_at

EARLIEST = "0"
"""Before every date as text: in one database what is null would count as earlier than any."""

LIVED = ("state", "kept", "first_due", "lapses_from", "silent_from", "overdue_from")
"""What an action's class follows from, in its line's data."""


def register_day(office: str) -> dt.date | None:
    """The day up to which actions are told; None where no register is public.

    Late and lapsed are said as of this day, so that a page follows from what was published alone.
    """
    found = snapshot_at(f"{office}/actions")
    if found is None or found.state != "current":
        return None
    return dt.date.fromisoformat(part_of(found).read()["as_of"])


def has_status(status: str, today: dt.date) -> Q:
    """The condition of one of ``components.standing.STATUSES`` on actions."""
    if status == "overdue":
        return Q(data__state="open") & _reached("overdue_from", today)
    if status == "lapsed":
        return Q(data__state="open") & _reached("lapses_from", today) & _reached("silent_from", today)
    return Q(data__state=status)


def _reached(name: str, today: dt.date) -> Q:
    return Q(**{f"data__{name}__gt": EARLIEST, f"data__{name}__lte": today.isoformat()})


def tagged(name: str, value: str) -> Q:
    """Of lines: those with this tag."""
    return Q(pk__in=Tag.objects.filter(name=name, value=value).values("line"))


def values_of(office: str, kind: str, name: str) -> list[str]:
    """Every value of a tag on the lines of a kind, in order. One query."""
    rows = Tag.objects.filter(name=name, line__office=office, line__kind=kind, line__gone=False)
    return list(rows.order_by("value").values_list("value", flat=True).distinct())


def values_of_any(office: str, name: str) -> list[str]:
    """Every value of a tag on any line that can be read, in order. One query."""
    rows = Tag.objects.filter(name=name, line__office=office, line__gone=False)
    return list(rows.order_by("value").values_list("value", flat=True).distinct())


def years_of(lines: QuerySet[Line]) -> list[int]:
    """The years that lines are of, the last one first. One query."""
    return [day.year for day in lines.exclude(date=None).order_by().dates("date", "year", order="DESC")]


def lived(rows: QuerySet[Line]) -> Iterator[tuple[Facts, dt.date | None]]:
    """What the classes of actions follow from. One query.

    Read as text, since taking six values of each of 12,000 actions as JSON is most of the register's time.
    """
    values = rows.order_by().values_list(*(KT(f"data__{name}") for name in LIVED))
    for state, kept, *days in values.iterator(chunk_size=2000):
        first, lapses, silent, overdue = map(_day, days)
        yield Facts(state, _text(kept), first, lapses, silent), overdue


def _text(value: str | None) -> str:
    """SQLite says a null of JSON as a word."""
    return "" if value is None or value == "null" else value


@lru_cache(maxsize=10_000)
def _day(value: str | None) -> dt.date | None:
    said = _text(value)
    return dt.date.fromisoformat(said) if said else None
