"""To which meeting something comes back: the first of its forum, or of its successor, from its day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple


class Ahead(NamedTuple):
    """A planned meeting."""

    key: int
    forum: int
    date: dt.date


class Returning(NamedTuple):
    """What is to come back, said on ``said``; ``due`` None: to the next meeting.

    ``passed``: the day of a meeting that it did not come to: taken off its agenda, or passed over there.
    """

    forum: int
    said: dt.date
    due: dt.date | None
    passed: dt.date | None = None


def comes_to(one: Returning, planned: Sequence[Ahead], heirs: Mapping[int, Sequence[int]]) -> Ahead | None:
    """The meeting that it comes to; None where none is planned that late. ``planned``: in order of date.

    ``heirs``: the forums that took over from a forum.
    """
    forums = set(_family(one.forum, heirs))
    for meeting in planned:
        after = meeting.date > one.said and (one.passed is None or meeting.date > one.passed)
        if meeting.forum in forums and after and (one.due is None or meeting.date >= one.due):
            return meeting
    return None


def _family(forum: int, heirs: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """A forum and all that took over from it, one from another."""
    waiting, seen = [forum], {forum}
    while waiting:
        here = waiting.pop()
        yield here
        for heir in heirs.get(here, ()):
            if heir not in seen:
                seen.add(heir)
                waiting.append(heir)
