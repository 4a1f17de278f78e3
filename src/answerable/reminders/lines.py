"""Actions as the lines of a letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.actions.models import Action
from answerable.components.words import age, date, shortened
from answerable.core.reminders.letter import Line
from answerable.reminders.addresses import whole
from answerable.web.actor import Actor

MOST_LINES = 30  # of one section: more is read on the page that the last line leads to
LONGEST = 300  # characters of an action's words: a letter is no minutes
RESTRICTED = "restricted, so its words are on its page only"
"""Mail leaves the site: whoever may read what is restricted reads it there, signed in."""


@dataclass(frozen=True, slots=True)
class More:
    """How many were left out, and the line that leads to them."""

    count: int
    line: Line | None


def may_be_told(actor: Actor, action: Action) -> bool:
    """What the pages would show of it as well; and nothing that stands in minutes still being written."""
    unapproved = action.meeting.minutes_state not in ("", "approved")
    return (actor.sees_restricted or not action.restricted) and not action.draft and not unapproved


def as_lines(
    actor: Actor, actions: Sequence[Action], *, today: dt.date, every: str
) -> tuple[tuple[Line, ...], More]:
    """The actions that the actor may see, in the order given, and what was left out of a long list.

    ``every`` is the address of them all.
    """
    seen = [one for one in actions if may_be_told(actor, one)]
    left = len(seen) - MOST_LINES
    more = More(left, Line(f"And {left:,} more", link=every))
    lines = tuple(line_of(one, today) for one in seen[:MOST_LINES])
    return lines, more if left > 0 else More(0, None)


def line_of(action: Action, today: dt.date) -> Line:
    """ "A-0112: DCC to share the new baseline", with owners and due date below."""
    words = RESTRICTED if action.restricted else shortened(" ".join(action.text.split()), LONGEST)
    text = f"{action.number}: {words}" if action.number else words
    return Line(text, _detail(action, today), whole(f"/actions/{action.pk}/"))


def _detail(action: Action, today: dt.date) -> str:
    parts = [action.owners_printed] if action.owners_printed else []
    if action.due is None:
        parts.append("no date")
    elif action.overdue_from and action.overdue_from <= today and action.state == Action.State.OPEN:
        late = (today - action.overdue_from).days + 1
        parts.append(f"due {date(action.due)}, {age(late)} late")
    else:
        parts.append(f"due {date(action.due)}")
    if action.state == Action.State.REPORTED:
        parts.append("reported, and not answered yet")
    return " · ".join(parts)
