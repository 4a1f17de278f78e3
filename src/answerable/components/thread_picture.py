"""A topic's thread as a picture: years across, a row to each forum."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from markupsafe import Markup

from answerable.components import words
from answerable.components.charts_thread import LEGEND, Mark, legend, thread
from answerable.core.subjects.thread import Event, joins

MOST_FORUMS = 8  # rows of a picture: the rest are in the list
MOST_MARKS = 400  # the newest: more run into one line

Group = tuple[str, dt.date, str]
"""Forum, day and kind: what one mark stands for."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture, its key, and whether all of the thread is on it."""

    svg: Markup
    key: list[tuple[Markup, str]]
    whole: bool


def picture_of(name: str, events: Sequence[Event]) -> Picture | None:
    """Of events in order; None where they all fall on one day."""
    groups: Counter[Group] = Counter(_group(one) for one in events)
    shown = sorted(groups, key=lambda one: one[1])[-MOST_MARKS:]
    often = Counter(forum for forum, _, _ in shown).most_common(MOST_FORUMS)
    busiest = {forum for forum, _ in often}
    forums = list(dict.fromkeys(forum for forum, _, _ in shown if forum in busiest))
    shown = [one for one in shown if one[0] in forums]
    if not shown or shown[0][1] == shown[-1][1]:
        return None
    first, last = dt.date(shown[0][1].year, 1, 1), dt.date(shown[-1][1].year, 12, 31)
    length = (last - first).days
    order = sorted(shown, key=lambda one: (one[1], list(LEGEND).index(one[2])))
    marks = [
        Mark(forums.index(forum), (day - first).days / length, kind, groups[forum, day, kind],
             f"{words.date(day)}, {forum}: {_counted(kind, groups[forum, day, kind])}")
        for forum, day, kind in order
    ]  # fmt: skip
    years = [((dt.date(year, 1, 1) - first).days / length, year) for year in range(first.year, last.year + 1)]
    said = _("%(name)s over the years, in %(forums)s; the same as a list below") % {
        "name": name, "forums": words.plural(len(forums), "forum"),
    }  # fmt: skip
    svg = thread(forums, marks, _joined(events, order), years, said)
    return Picture(svg, legend([one.kind for one in marks]), len(shown) == len(groups))


def _group(one: Event) -> Group:
    return one.forum, one.on, one.kind


def _counted(kind: str, count: int) -> str:
    return f"{words.said(LEGEND[kind])} ({count})" if count > 1 else words.said(LEGEND[kind])


def _joined(events: Sequence[Event], order: Sequence[Group]) -> list[tuple[int, int]]:
    """The joins between what is shown, each once."""
    at = {one: place for place, one in enumerate(order)}
    pairs = ((_group(events[one]), _group(events[other])) for one, other in joins(events))
    return list(dict.fromkeys((at[a], at[b]) for a, b in pairs if a != b and a in at and b in at))
