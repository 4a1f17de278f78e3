"""What the first page of an office says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Count, Max, Min

from answerable.public.doing import doing_in_words
from answerable.published.models import Line, Publication, Snapshot
from answerable.published.queries import publications


class News(NamedTuple):
    """A decision in words: "Minutes of 27 March 2018", "published"; ``href`` is what to read."""

    publication: Publication
    said: str
    href: str


def news(office: str, most: int) -> list[News]:
    """The latest decisions, the newest first."""
    rows = list(publications(office)[:most])
    paths = _first_pages(rows)
    return [News(one, doing_in_words(one.doing), paths.get(one.pk) or decision_href(one)) for one in rows]


def decision_href(one: Publication) -> str:
    return f"/{one.office}/publications/{one.number}"


def _first_pages(rows: Sequence[Publication]) -> dict[int, str]:
    """The page of each that brought just one."""
    brought = Snapshot.objects.filter(publication__in=rows, kind__in=["meeting", "agenda", "office"])
    told = brought.values("publication").annotate(count=Count("pk"), path=Min("path"))
    return {one["publication"]: f"/{one['path']}" for one in told if one["count"] == 1}


def coming(office: str, today: dt.date, most: int) -> list[Line]:
    """The next meetings whose agenda is public."""
    rows = Line.objects.filter(office=office, kind="agenda", gone=False, date__gte=today)
    return list(rows.order_by("date", "path")[:most])


def latest(office: str, most: int) -> list[Line]:
    """The latest meetings whose minutes are public."""
    rows = Line.objects.filter(office=office, kind="meeting", gone=False)
    return list(rows.order_by("-date", "path")[:most])


class Counts(NamedTuple):
    """How much there is of each kind, and from which day to which its meetings are."""

    of: dict[str, int]
    first: dt.date | None
    last: dt.date | None


def counts(office: str) -> Counts:
    rows = Line.objects.filter(office=office, gone=False)
    held = rows.order_by().values("kind").annotate(count=Count("pk"), first=Min("date"), last=Max("date"))
    told = {one["kind"]: one for one in held}
    meetings: Any = told.get("meeting", {})
    return Counts(
        {kind: one["count"] for kind, one in told.items()}, meetings.get("first"), meetings.get("last")
    )
