"""When an embargo opens: not because a clock was set wrong.

The database keeps the highest moment that was ever seen. A clock that goes ahead of it by more than a day is
not believed until a person says that it is right; one that goes back closes nothing that is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FURTHEST = timedelta(days=1)
"""How far the clock may be ahead of the highest moment seen before a person is asked."""


@dataclass(frozen=True, slots=True)
class Seen:
    """``highest``: the latest moment that is believed, None before the first look. ``jumped_to``: where the
    clock says it is while it waits for a person's word."""

    highest: datetime | None = None
    jumped_to: datetime | None = None


def looked(seen: Seen, now: datetime, *, anything_waits: bool) -> Seen:
    """What is known after a look at the clock.

    Where nothing is under embargo a jump can open nothing, so nobody is asked: a machine that was off for
    a week would ask each time.
    """
    if seen.highest is None:
        return Seen(now)
    if now <= seen.highest:
        return Seen(seen.highest)
    if anything_waits and now - seen.highest > FURTHEST:
        return Seen(seen.highest, now)
    return Seen(now)


def confirmed(seen: Seen, now: datetime) -> Seen:
    """What is known after a person said that the clock is right."""
    return Seen(max(now, seen.highest) if seen.highest else now)


def is_open(opens: datetime | None, seen: Seen, now: datetime) -> bool:
    """Do the clock and the highest moment seen agree that the time has come?"""
    if opens is None:
        return True
    return seen.highest is not None and opens <= min(now, seen.highest)
