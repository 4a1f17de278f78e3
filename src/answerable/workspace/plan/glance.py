"""A year at a glance: a row to each month, a column to each forum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from answerable.meetings.models import Forum
from answerable.workspace.plan.queries import Planned

MOST_COLUMNS = 6  # forums that have a column: what is more stands in the list


@dataclass(frozen=True, slots=True)
class Month:
    """A month's meetings by forum, and its bank holidays."""

    first: dt.date
    cells: list[list[Planned]]
    holidays: list[tuple[dt.date, str]]


@dataclass(frozen=True, slots=True)
class Glance:
    """The months, and the forums that have a column; ``left`` forums have none."""

    forums: list[Forum]
    months: list[Month]
    left: int


def glance(rows: Sequence[Planned], first: dt.date, months: int, holidays: Mapping[dt.date, str]) -> Glance:
    """The rows of a plan by month and forum: the forums that meet most often have the columns."""
    counts: dict[int, int] = {}
    forums = {one.meeting.forum_id: one.meeting.forum for one in rows}
    for one in rows:
        counts[one.meeting.forum_id] = counts.get(one.meeting.forum_id, 0) + 1
    order = sorted(forums.values(), key=lambda forum: (-counts[forum.pk], forum.name))
    shown = order[:MOST_COLUMNS]
    return Glance(
        shown,
        [_month(rows, shown, first + relativedelta(months=step), holidays) for step in range(months)],
        len(order) - len(shown),
    )


def _month(
    rows: Sequence[Planned], forums: Sequence[Forum], first: dt.date, holidays: Mapping[dt.date, str]
) -> Month:
    of_month = [one for one in rows if one.meeting.date.replace(day=1) == first]
    cells = [[one for one in of_month if one.meeting.forum_id == forum.pk] for forum in forums]
    return Month(first, cells, [(day, name) for day, name in holidays.items() if day.replace(day=1) == first])
