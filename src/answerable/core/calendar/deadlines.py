"""What is due before and after a meeting, by when, and where each stands.

Terms of reference, papers and agenda are due some working days before a meeting, its minutes after it. The
days are a forum's own; a deadline of an hour (papers "by 9am") is late from that hour on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from answerable.core.calendar.working_days import (
    distance,
    shifted,
    working_days_after,
    working_days_before,
)

BEFORE = ("terms", "papers", "agenda")
AFTER = ("minutes",)
KINDS = (*BEFORE, *AFTER)
"""The kinds of deadline, in the order in which they fall due where a forum says nothing odd."""

MOST_DAYS = 120  # working days: about half a year, beyond which a deadline is a slip of the finger


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which something is in time; ``time`` ("09:00") where the hour counts, or ""."""

    date: dt.date
    time: str = ""


def due_for(meeting: dt.date, days: Mapping[str, int], papers_time: str = "") -> dict[str, Due]:
    """Each kind's deadline for a meeting on that day; ``days`` are working days, by kind."""
    found = {kind: Due(working_days_before(meeting, days[kind])) for kind in BEFORE if kind in days}
    if "papers" in found:
        found["papers"] = Due(found["papers"].date, papers_time)
    found.update({kind: Due(working_days_after(meeting, days[kind])) for kind in AFTER if kind in days})
    return found


def moved_along(deadline: dt.date, was: dt.date, to: dt.date) -> dt.date:
    """A deadline that somebody set by hand keeps its distance in working days when the meeting moves."""
    return shifted(to, distance(was, deadline))


def is_past(due: Due, now: dt.datetime) -> bool:
    """Is it too late? ``now`` by the clock of the office."""
    if now.date() != due.date:
        return now.date() > due.date
    return bool(due.time) and f"{now:%H:%M}" > due.time


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a deadline stands: ``word`` is "met", "due" or "late"; ``days`` until it, after it, or 0.

    ``late``: it was met, or is not met yet, after its day.
    """

    word: str
    days: int
    late: bool


def standing(due: Due, met: dt.datetime | None, now: dt.datetime) -> Standing:
    """Where a deadline stands now; both times by the clock of the office."""
    if met is not None:
        return Standing("met", max((met.date() - due.date).days, 0), is_past(due, met))
    if is_past(due, now):
        return Standing("late", (now.date() - due.date).days, True)
    return Standing("due", (due.date - now.date()).days, False)


def in_words(standing: Standing) -> str:
    """done, done late, done 2 days late, due today, due tomorrow, in 6 days, late today, 3 days late"""
    late = f"{standing.days} {'day' if standing.days == 1 else 'days'} late"
    if standing.word == "met":
        return f"done {late}" if standing.days else "done late" if standing.late else "done"
    if standing.word == "late":
        return late if standing.days else "late today"
    return {0: "due today", 1: "due tomorrow"}.get(standing.days, f"in {standing.days} days")


def asked_about(due: Due, met: bool, after: Due | None, now: dt.datetime) -> str:
    """What somebody should know before a meeting moves: "done", "late", "would be late"; "" where nothing.

    ``after`` is when it would be due then: nothing more is due of what was done.
    """
    if met:
        return "done"
    if is_past(due, now):
        return "late"
    return "would be late" if after is not None and is_past(after, now) else ""
