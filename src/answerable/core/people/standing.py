"""Whether a post that somebody was last seen in is still theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.core.people.tenures import People, Tenure

SILENCE = timedelta(days=365)
"""Nobody holds on to a post for longer than this without being listed in it once."""


def ended_tenures(people: People) -> Iterator[tuple[Tenure, date | None]]:
    """Each tenure with its last day; None where, as far as the lists go, it still runs.

    It runs on where the person was listed within a year of the newest list, nobody else was first seen in
    the post since, and neither was the person in another.
    """
    newest = max((one.last_seen for one in people.tenures), default=date.min)
    for one in people.tenures:
        recent = newest - one.last_seen <= SILENCE
        followed = any(
            other.first_seen > one.last_seen
            and (other.post.key == one.post.key or other.person == one.person)
            for other in people.tenures
        )
        yield one, None if recent and not followed else one.last_seen
