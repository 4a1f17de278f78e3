"""Who reports on an action, who sees a report that is not released yet, and what a report has to say.

The side that owns an action reports on it; where nobody of office and force owns it, the office writes down
what it has heard. A draft is its own side's alone; an auditor reads everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal

from answerable.core.permissions.roles import Role

Side = Literal["office", "force"]

SIDES: dict[Side, frozenset[Role]] = {
    "office": frozenset({Role.POLICY_OFFICER, Role.COMMISSIONER}),
    "force": frozenset({Role.CONTRIBUTOR, Role.CHIEF_OFFICER}),
}
"""The roles that speak for a side. Administrator, panel reader and auditor speak for none."""

SIDE_NAMES: dict[str, str] = {"office": "the office", "force": "the force", "body": "another body"}

ENDED = {"closed": "closed", "withdrawn": "withdrawn"}
LONGEST = 20_000  # characters of a report: ten pages of print


def side_of(roles: Collection[Role]) -> Side | None:
    """The side that somebody speaks for; who has roles on both speaks for the office."""
    return next((side for side, some in SIDES.items() if some & set(roles)), None)


def reporting_sides(owners: Iterable[str]) -> frozenset[Side]:
    """The sides that report on an action, by the sides of its owners ("" where an owner is no post)."""
    found: frozenset[Side] = frozenset(side for side in SIDES if side in set(owners))
    return found or frozenset({"office"})


def why_not_report(owners: Iterable[str], roles: Collection[Role], state: str) -> str | None:
    """Why somebody may not report on an action; None where they may."""
    sides = reporting_sides(owners)
    mine = side_of(roles)
    if mine is None:
        return "You speak neither for the office nor for the force: reports are theirs."
    if mine not in sides:
        theirs = " and ".join(SIDE_NAMES[one] for one in SIDES if one in sides)
        return f"This action is owned by {theirs}: {theirs} reports on it."
    if state in ENDED:
        return f"This action is {ENDED[state]}: nothing more is reported on it unless it is reopened."
    return None


def sees_drafts_of(side: str, roles: Collection[Role]) -> bool:
    """Whether somebody sees the reports of a side before they are released."""
    return side_of(roles) == side or Role.AUDITOR in roles


def why_not_said(text: str, done_on: date | None, *, given: date, today: date) -> tuple[str, str] | None:
    """The field of a report that cannot stand, and the sentence that says why; None where all can."""
    if not text.strip():
        return "text", "Say what was done, or how far it is."
    if len(text) > LONGEST:
        return "text", f"Shorten the report to {LONGEST:,} letters, and send the rest as a file."
    if done_on is not None and done_on > today:
        return "done_on", "It cannot be done on a day that is still ahead: choose today or earlier."
    if done_on is not None and done_on < given:
        return "done_on", "It was given after that day: choose the day of the meeting or later."
    return None
