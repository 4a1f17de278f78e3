"""Who reports on an action, who sees a report that is not released yet, and what a report has to say.

The side that owns an action reports on it (``core.actions.steps``). A draft is its own side's alone; an
auditor reads everything.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from answerable.core.actions.mentions import State
from answerable.core.actions.steps import OWNED_WORDS, SIDE_NAMES, Owned, Who, sides_that, speaks_for
from answerable.core.permissions.roles import Role

__all__ = ["LONGEST", "speaks_for", "why_not_now", "why_not_report", "why_not_said"]

LONGEST = 20_000  # characters of a report: ten pages of print

_NOT_NOW: dict[State, str] = {
    "reported": "A report on this action waits for an answer: nothing more is reported until it has one.",
    "closed": "This action is closed: nothing more is reported on it unless it is opened again.",
    "withdrawn": "This action is withdrawn: nothing more is reported on it unless it is opened again.",
}
_NOT_APPROVED = "This action stands in minutes that are not approved yet: report on it once they are."


def why_not_report(owned: Owned, roles: Collection[Role]) -> str | None:
    """Why somebody may not report on what is owned so; None where they may."""
    sides = sides_that(Who.OWNERS, owned)
    mine = speaks_for(roles)
    if mine in sides:
        return None
    them = " and ".join(SIDE_NAMES[side] for side in sorted(sides))
    if mine is None:
        return f"{OWNED_WORDS[owned]}: {them} reports on it."
    return f"{OWNED_WORDS[owned]}: {them} reports on it, and you speak for {SIDE_NAMES[mine]}."


def why_not_now(state: State, draft: bool = False) -> str | None:
    """Why nothing is reported on an action that stands so; None where it can be."""
    return _NOT_APPROVED if draft else _NOT_NOW.get(state)


def why_not_said(text: str, done_on: date | None, *, given: date, today: date) -> tuple[str, str] | None:
    """The field of a report that cannot stand, and what to do about it; None where all can."""
    if not text.strip():
        return "text", "Say what was done, or how far it is"
    if len(text) > LONGEST:
        return "text", f"Shorten the report to {LONGEST:,} letters, and send the rest as a file"
    if done_on is not None and done_on > today:
        return "done_on", "It cannot be done on a day that is still ahead: write today or an earlier day"
    if done_on is not None and done_on < given:
        return "done_on", "It was given after that day: write the day of the meeting or a later one"
    return None
