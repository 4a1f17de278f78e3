"""Actions as the lines of a letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q

from answerable.actions.models import Action
from answerable.components.words import age, date, shortened
from answerable.core.reminders.letter import Line
from answerable.reminders.addresses import whole
from answerable.web.actor import Actor

MOST_LINES = 15  # of one section: more is read on the page that the last line leads to
LONGEST = 300  # characters of an action's words: a letter is no minutes
RESTRICTED = "restricted, so its words are on its page only"
"""Mail leaves the site: whoever may read what is restricted reads it there, signed in."""

APPROVED = ("", "approved")
"""States of minutes whose actions letters may name: those that came as a file, and those approved here."""

TELLABLE = Q(action__draft=False, action__meeting__minutes_state__in=APPROVED)
"""Of the owners of actions: no letter tells of what stands in minutes that are still being written."""


def may_be_told(actor: Actor, action: Action) -> bool:
    """What the pages would show of it as well; and nothing that stands in minutes still being written."""
    told = not action.draft and action.meeting.minutes_state in APPROVED
    return told and (actor.sees_restricted or not action.restricted)


def more_of(total: int, every: str) -> Line | None:
    """The line that leads to all of a list that a letter tells only the beginning of."""
    left = total - MOST_LINES
    return Line(f"And {left:,} more", link=every) if left > 0 else None


def lines_of(actions: Sequence[Action], today: dt.date) -> tuple[Line, ...]:
    """The first of these actions, in the order given."""
    return tuple(line_of(one, today) for one in actions[:MOST_LINES])


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
