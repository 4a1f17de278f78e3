"""What was measured in an area: of each measure its last figure there, and what was said of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from answerable.core.measures.verdict import Point
from answerable.core.publication.lines.measure import RECENT
from answerable.public.measures.brief import Last, last, spark
from answerable.public.pages import read
from answerable.public.spoken import naming
from answerable.published.models import Snapshot
from answerable.published.queries import lines_of


class Measured(NamedTuple):
    """``said``: the sentence that was published with the area's figures."""

    path: str
    name: str
    last: Last | None
    said: str
    spark: Sequence[Point]


def measured(office: str, area: Collection[str]) -> list[Measured]:
    """By the names of the measures; ``area`` by its slug and its name. One query."""
    paths = lines_of(office, "measure").filter(naming("area", area)).values("path")
    held = Snapshot.objects.filter(path__in=paths, kind="measure", state="current")
    found = [one for each in held for one in _of_the_area(read(each), area)]
    return sorted(found, key=lambda one: one.name.casefold())


def _of_the_area(measure: dict[str, Any], area: Collection[str]) -> list[Measured]:
    """The first of its series there: of two sources the office's own stands first."""
    series = next((one for one in measure["series"] if one["area"] in area), None)
    if series is None:
        return []
    recent = series["observed"][-RECENT:]
    said = series["verdict"]["headline"]
    return [Measured(measure["path"], measure["name"], last(recent, measure), said, spark(recent))]
