"""What the sample waits for, and the day's letters: the mail server is missing, so that they wait too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from answerable.accounts.models import User
from answerable.actions.models import AwaitedEvent
from answerable.actions.operations.awaiting import await_event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum
from answerable.offices.models import Office
from answerable.reminders.daily import remind
from answerable.workspace.awaited.operations import record_event

SINCE = dt.date(2026, 10, 14)
AT = dt.datetime(2026, 10, 14, 15, 20, tzinfo=dt.UTC)
TODAY = dt.datetime(2026, 11, 20, 7, 5, tzinfo=dt.UTC)  # the last working day: papers are due on the 24th

INSPECTION = (
    "The inspectorate’s letter on its return visit of March 2026: whether the cause of concern about "
    "investigations is closed"
)
PURSUIT = (
    "The independent investigation’s report on the pursuit at Brackenholt bypass, which decides whether two "
    "officers answer for misconduct"
)
GRANT = "The decision on the bid for a second rural car from the Safer Valleys fund"
BROADCAST = "The regional broadcast about 101 in the valley, recorded in September"
SHOWN = (
    "It was shown on 3 November and said that callers at night wait longest. The night figures are asked for "
    "at the meeting of March."
)


def plant(office: Office, people: Mapping[Role, User]) -> None:
    """Three things that are waited for, one of them restricted; one that has happened; today's letters."""
    officer, commissioner = people[Role.POLICY_OFFICER], people[Role.COMMISSIONER]
    forum = Forum.objects.filter(office=office, meetings__state="planned").distinct().first()
    if forum is None:
        return
    _wait(forum, INSPECTION, dt.date(2026, 11, 13), officer)
    _wait(forum, PURSUIT, dt.date(2027, 1, 29), commissioner, restricted=True)
    _wait(forum, GRANT, None, officer)
    shown = _wait(forum, BROADCAST, dt.date(2026, 11, 3), officer)
    record_event(
        event=shown, happened_on=dt.date(2026, 11, 3), outcome=SHOWN, today=TODAY.date(), by=officer, at=TODAY
    )
    remind(office, TODAY.date(), at=TODAY)


def _wait(
    forum: Forum, text: str, expected: dt.date | None, by: User, *, restricted: bool = False
) -> AwaitedEvent:
    return await_event(
        forum=forum, text=text, expected=expected, restricted=restricted, since=SINCE, by=by, at=AT
    )
