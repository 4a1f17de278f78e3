"""Reads of measures, and of what is public about them."""

from __future__ import annotations

from django.db.models import Q

from answerable.core.publication.shapes_measures import MeasureContent
from answerable.public.pages import read
from answerable.published.models import Line
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import lines_of, snapshot_at

MOST_ABOUT = 12  # questions, and actions, that a measure's page lists: its topic has the rest


def measures(office: str) -> list[Line]:
    """Every measure by its name. One query."""
    return sorted(lines_of(office, "measure"), key=lambda one: one.title.casefold())


def measure_at(path: str, over: Over = NOTHING) -> MeasureContent | None:
    """What the part of a measure says; None where none is public."""
    found = snapshot_at(path, over=over)
    if found is None or found.state != "current":
        return None
    content: MeasureContent = read(found)  # type: ignore[assignment]
    return content


def asked_about(measure: MeasureContent) -> list[Line]:
    """The newest questions about its topic. One query."""
    if not measure["topic"]:
        return []
    rows = Line.objects.filter(kind="exchange", gone=False, tags__name="topic", tags__value=measure["topic"])
    return list(rows.order_by("-date", "owner", "position")[:MOST_ABOUT])


def actions_about(measure: MeasureContent) -> list[Line]:
    """The newest actions that are to move it, or are about its topic. One query."""
    about = Q(path__in=measure["actions"])
    if measure["topic"]:
        about |= Q(tags__name="topic", tags__value=measure["topic"])
    rows = Line.objects.filter(about, kind="action", gone=False).distinct()
    return list(rows.order_by("-date", "path")[:MOST_ABOUT])


def topic_of(measure: MeasureContent) -> Line | None:
    """Its topic, where that is public. One query."""
    return Line.objects.filter(path=measure["topic"], kind="topic", gone=False).first()
