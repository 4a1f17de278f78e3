"""Minutes that were typed, ready to be checked, agreed, seen and approved."""

from __future__ import annotations

from typing import Any

from answerable.accounts.models import User
from answerable.core.approval.states import Facts, step_of
from answerable.meetings.models import Item, Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Line
from answerable.workspace.approval import operations
from tests import cycle
from tests import factories as make

HELD = "2019-04-09"
WAY = ("check", "agree", "send", "approve")

ASKED = "The PCC asked how long callers waited in March."
SAID = "The CC said that they waited two minutes."
TASK = "ACTION: DCC to share the wait by hour by the end of May"
NOTED = "The paper was noted."


def typed(*texts: str, date: str = HELD, more: tuple[str, ...] = (NOTED,)) -> Meeting:
    """A meeting with two items: these lines under the first, ``more`` under the second."""
    make.tenure("Eve Thorn", "Deputy Chief Constable", "2018-01-01", abbreviation="DCC")
    meeting = cycle.planned(date)
    first, second = cycle.agenda(meeting, "Answering the telephone", "Victim satisfaction")
    cycle.present(meeting, "Pat Lorne", "Police and Crime Commissioner", "PCC")
    cycle.present(meeting, "Asha Dunmore", "Chief Constable", "CC")
    cycle.present(meeting, "Eve Thorn", "Deputy Chief Constable", "DCC")
    held = minuting.start_minutes(meeting=meeting, by=make.user(), at=make.NOW)
    add(first, *(texts or (ASKED, SAID, TASK)))
    if more:
        add(second, *more)
    return Meeting.objects.select_related("forum", "office").get(pk=held.pk)


def add(item: Item, *texts: str) -> list[Line]:
    return minuting.add_lines(item=item, texts=texts, by=make.user(), at=make.NOW)


def line(meeting: Meeting, text: str) -> Line:
    return Line.objects.get(meeting=meeting, text=text, removed_at=None)


def take(meeting: Meeting, *keys: str, by: User | None = None, **more: Any) -> Meeting:
    """Take these steps, one after another."""
    for key in keys:
        step = step_of(key)
        assert step
        values = {"approved_by": next_meeting(meeting)} if step.names_meeting else {}
        operations.take(
            meeting=meeting, step=step, today=make.NOW.date(), by=by or make.user(), at=make.NOW,
            **{**values, **more},
        )  # fmt: skip
        meeting.refresh_from_db()
    return meeting


def next_meeting(of: Meeting, date: str = "2019-04-30") -> Meeting:
    """The meeting of the same forum after it."""
    later = of.forum.meetings.filter(date=date).first()
    return later or make.meeting(date, of.forum)


def until(state: str, *texts: str, **more: Any) -> Meeting:
    """Minutes that have come so far."""
    meeting = typed(*texts, **more)
    reached = {"draft": 0, "checked": 1, "agreed": 2, "seen": 3, "approved": 4}[state]
    return take(meeting, *WAY[:reached])


def facts(meeting: Meeting, **more: Any) -> Facts:
    return Facts(held=meeting.date, today=make.NOW.date(), lines=1, **more)
