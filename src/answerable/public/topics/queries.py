"""Reads of topics and of all that is public about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Min

from answerable.core.publication.topic_thread import Holders, PublicLine, Thread, thread_of
from answerable.public.pages import read
from answerable.published.models import Line, Tag
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import lines_of, snapshot_at

COUNTED = {"exchange": "question", "promise": "promise", "action": "action", "figure": "figure"}
"""The kinds of lines that a list of topics counts, by the word that it counts them as."""


@dataclass(slots=True)
class Listed:
    """A topic in the list: how much there is about it, and from which years."""

    path: str
    name: str
    counts: dict[str, int] = field(default_factory=dict)
    first: dt.date | None = None
    last: dt.date | None = None


def topics(office: str) -> list[Listed]:
    """Those of which something can be read, by their names. Two queries."""
    found = {one.path: Listed(one.path, one.title) for one in lines_of(office, "topic").defer("text", "data")}
    rows = Tag.objects.filter(name="topic", line__office=office, line__gone=False).order_by()
    counted = rows.values_list("value", "line__kind").annotate(
        Count("pk"), Min("line__date"), Max("line__date")
    )
    for path, kind, count, first, last in counted:
        if path in found:
            _count(found[path], kind, count, first, last)
    return sorted((one for one in found.values() if one.first), key=lambda one: one.name.casefold())


def _count(topic: Listed, kind: str, count: int, first: dt.date | None, last: dt.date | None) -> None:
    if kind in COUNTED:
        topic.counts[COUNTED[kind]] = count
    topic.first = min((one for one in (topic.first, first) if one), default=None)
    topic.last = max((one for one in (topic.last, last) if one), default=None)


def topic_at(path: str, over: Over = NOTHING) -> dict[str, Any] | None:
    """What the part of a topic says; None where none is public."""
    found = snapshot_at(path, over=over)
    return read(found) if found is not None and found.state == "current" else None


def thread(
    topic: Mapping[str, Any],
    forums: Mapping[str, str],
    over: Over = NOTHING,
    today: dt.date | None = None,
) -> Thread:
    """Everything public about it, in the order of time. One query.

    ``today``: the register's day, on which its actions stand as they do; None for the day they were told.
    """
    rows = Line.objects.filter(gone=False, tags__name="topic", tags__value=topic["path"])
    if topic["path"] in over.snapshots:  # its lines have no tag of it yet
        rows = Line.objects.filter(gone=False, path__in=topic["places"])
    lines = [
        PublicLine(
            one.kind, one.path, one.title, one.text, one.date, forums.get(one.forum, ""), _as_of(one, today)
        )
        for one in rows.order_by("date", "owner", "position")
        if one.date
    ]
    return thread_of(lines, set(topic["spoken"]))


def _as_of(line: Line, today: dt.date | None) -> Mapping[str, Any]:
    """What a line tells; an action that says the same as in a register before keeps the day of that one."""
    if line.kind != "action" or today is None:
        return line.data
    return {**line.data, "as_of": today.isoformat()}


def holders(office: str) -> Holders:
    """Who held which post, by what is public of people. One query."""
    found: dict[str, list[tuple[str, str | None, str]]] = {}
    for data in lines_of(office, "person").order_by("path").values_list("data", flat=True):
        for one in data.get("tenures", []):
            held = (one["start"], one["end"], data["name"])
            for printed in {one["title"], one["abbreviation"]} - {""}:
                found.setdefault(printed, []).append(held)
    return found


def measures(paths: Sequence[str]) -> list[Line]:
    """The measures that are tied to it. One query."""
    return list(Line.objects.filter(path__in=paths, kind="measure", gone=False).order_by("title"))
