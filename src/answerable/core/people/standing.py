"""Whether a post that somebody was last seen in is still theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from answerable.core.people.tenures import People, Person, Tenure, alike_portfolios

SILENCE = timedelta(days=365)
"""Nobody holds on to a post for longer than this without being listed in it once."""

PASSED_OVER = timedelta(days=182)
"""Nor longer than this while others are listed in it: two meetings of a forum that meets every quarter."""


def ended_tenures(people: People) -> Iterator[tuple[Tenure, date | None]]:
    """Each tenure with its last day; None where, as far as the lists go, it still runs.

    It runs on where the person was listed within a year of the newest list, and nobody else was first seen
    in the post since, nor the person in another; where others are listed in the post, within half a year of
    them. Who acts in a post holds it while they are listed so and its holder is away; once its holder is
    listed without them, they do not.
    """
    newest = max((one.last_seen for one in people.tenures), default=date.min)
    of_post: dict[str, list[Tenure]] = defaultdict(list)
    of_person: dict[Person, list[Tenure]] = defaultdict(list)
    for one in people.tenures:
        of_post[one.post.key].append(one)
        of_person[one.person].append(one)
    for one in people.tenures:
        recent = newest - one.last_seen <= SILENCE
        moved = any(other.first_seen > one.last_seen for other in of_person[one.person])
        followed = moved or any(_takes_over(other, one) for other in of_post[one.post.key])
        yield one, None if recent and not followed else one.last_seen


def _takes_over(other: Tenure, one: Tenure) -> bool:
    """Whether what is known of another tenure of the same post says that this one does not run on."""
    if other.first_seen > one.last_seen or other.last_seen - one.last_seen > PASSED_OVER:
        return True
    if other.acting == one.acting or not alike_portfolios(one.post.portfolio, other.post.portfolio):
        return False
    later = other.last_seen > one.last_seen
    return later if one.acting else later or (one.away and other.last_seen == one.last_seen)
