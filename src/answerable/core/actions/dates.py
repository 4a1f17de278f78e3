"""The dates of an action: first given, standing now, moved and why, met, waited for; and whether it was kept.

The first date never changes. A date moves only by a mention that says so, and one that a cancelled meeting
moved is counted apart from slipping.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.core.actions.mentions import STATE_AFTER, Mention, state, states

Kept = Literal["kept", "kept late"]

CANCELLED = "cancelled"
"""The cause of a move that a cancelled or moved meeting made: nobody slipped."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The dates that an action is due by at some moment, and the event that another date hangs on."""

    dates: tuple[date, ...] = ()
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A date that was put in the place of another; ``now`` is None where it hangs on an event since.

    ``days``: how much later the earliest date is, negative where it was brought forward.
    """

    mention: Mention
    was: date
    now: date | None
    days: int

    @property
    def slipped(self) -> bool:
        """Put off, and not because a meeting was."""
        return self.mention.cause != CANCELLED and (self.days > 0 or self.now is None)


def _standings(mentions: Sequence[Mention]) -> Iterator[tuple[Standing, Mention, Standing]]:
    """Each mention with what stood before it and what after."""
    now = Standing()
    for one in mentions:
        before, now = now, _after(now, one)
        yield before, one, now


def _after(now: Standing, one: Mention) -> Standing:
    if one.kind in ("given", "moved") and (one.dues or one.waits_for):
        return Standing(tuple(sorted(one.dues)), one.waits_for)
    if one.kind == "happened" and now.waits_for:
        return Standing(tuple(sorted({*now.dates, *one.dues})), "")
    if one.kind == "met":
        return Standing(tuple(day for day in now.dates if day not in one.dues), now.waits_for)
    return now


def standing(mentions: Sequence[Mention]) -> Standing:
    """The dates that stand now, and what is waited for."""
    now = Standing()
    for _, _, now in _standings(mentions):  # noqa: B007
        pass
    return now


def dues(mentions: Sequence[Mention]) -> tuple[date, ...]:
    """The dates that stand now, the earliest first; those that were met are not among them."""
    return standing(mentions).dates


def waits_for(mentions: Sequence[Mention]) -> str:
    """The event that its date hangs on, until that is recorded; "" where there is none."""
    return standing(mentions).waits_for


def first_due(mentions: Sequence[Mention]) -> date | None:
    """The earliest of the dates first given: whatever is said later, it stays."""
    return next((min(after.dates) for _, _, after in _standings(mentions) if after.dates), None)


def first_dues(mentions: Sequence[Mention]) -> tuple[date, ...]:
    """The dates first given, whatever moved since; a date that an awaited event gave is one of them."""
    first: tuple[date, ...] = ()
    waiting = False
    for one in mentions:
        if one.kind in ("given", "moved"):
            waiting = bool(one.waits_for) if one.kind == "given" else waiting and not one.dues
            first = first or tuple(sorted(one.dues))
        elif one.kind == "happened" and (waiting or not first):
            first, waiting = tuple(sorted({*first, *one.dues})), False
    return first


def moves(mentions: Sequence[Mention]) -> list[Move]:
    """Every time that a date was put in the place of another."""
    found = []
    for before, one, after in _standings(mentions):
        if one.kind == "moved" and before.dates and before != after:
            was, now = min(before.dates), min(after.dates, default=None)
            found.append(Move(one, was, now, (now - was).days if now else 0))
    return found


def times_moved(mentions: Sequence[Mention]) -> int:
    """How often a date was replaced by another."""
    return len(moves(mentions))


def times_slipped(mentions: Sequence[Mention]) -> int:
    """How often it was put off, not counting the times that a cancelled meeting did."""
    return sum(one.slipped for one in moves(mentions))


def days_slipped(mentions: Sequence[Mention]) -> int:
    """By how many days it was put off in all, not counting what cancelled meetings put it off."""
    return sum(one.days for one in moves(mentions) if one.slipped)


def overdue(mentions: Sequence[Mention], today: date) -> int:
    """Days past the date that stands now (the earliest of several); 0 where it is not open or not late."""
    now = dues(mentions)
    if state(mentions) != "open" or not now:
        return 0
    return max((today - min(now)).days, 0)


def done_on(mentions: Sequence[Mention]) -> date | None:
    """The day the work was done, so far as is known: of the report that was accepted, else the closing."""
    return said_done_on(mentions) if state(mentions) == "closed" else None


def said_done_on(mentions: Sequence[Mention]) -> date | None:
    """The same, of what is only reported as done as well: by its report."""
    done: date | None = None
    now = "open"
    for one, now in zip(mentions, states(mentions), strict=True):
        if now in ("reported", "closed") and one.kind in ("reported", "complete", "closed"):
            done = done or one.done_on or one.on
        elif now == "open" and STATE_AFTER.get(one.kind) == "open":
            done = None
    return done if now in ("reported", "closed") else None


def kept(mentions: Sequence[Mention]) -> Kept | None:
    """Whether a closed action was done by the dates first given; None where it is not closed.

    The first dates count, not those it was moved to: a promise that was moved and then met is kept late.
    An action that was never dated cannot be late.
    """
    return kept_as_said(mentions) if state(mentions) == "closed" else None


def kept_as_said(mentions: Sequence[Mention]) -> Kept | None:
    """The same, of what is only reported as done as well: by its report."""
    done = said_done_on(mentions)
    if done is None:
        return None
    first = first_dues(mentions)
    late = bool(first) and done > max(first)
    return "kept late" if late or any(_met_late(one) for one in mentions) else "kept"


def _met_late(one: Mention) -> bool:
    return one.kind == "met" and bool(one.dues) and (one.done_on or one.on) > max(one.dues)
