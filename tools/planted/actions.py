"""What the sample's people did with actions since the last meeting: closed, moved, referred, split, recorded.

By our own operations, on the days on which it would have been done on the pages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep
from answerable.actions.operations import (
    Part,
    close_action,
    move_due,
    record_happened,
    refer_action,
    set_default_due,
    split_action,
)
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum
from answerable.meetings.operations.forums import make_forum
from answerable.offices.models import Office

MOVED = dt.datetime(2026, 10, 26, 10, 0, tzinfo=dt.UTC)
REFERRED = dt.datetime(2026, 11, 3, 15, 30, tzinfo=dt.UTC)
CLOSED = dt.datetime(2026, 11, 12, 11, 0, tzinfo=dt.UTC)
GROUP = "Youth Custody Group"
OFFICE_SIDE = frozenset({Role.POLICY_OFFICER})
ANNOUNCED = 180  # days that the sample's office gives an action without a date, from 2027 on


def plant(office: Office, people: Mapping[Role, User]) -> None:
    """Nothing where an action is not as the sample archive gives it, or where it was done already."""
    officer = people[Role.POLICY_OFFICER]
    if ActionStep.objects.filter(office=office, kind=ActionStep.Kind.MOVED).exists():
        return
    set_default_due(office=office, days=ANNOUNCED, since=dt.date(2027, 1, 1), by=officer, at=MOVED)
    move(office, officer)
    refer(office, officer)
    close(office, officer)


def move(office: Office, officer: User) -> None:
    """A date that slipped twice, once because of a meeting; an event that happened; a part split off."""
    review = open_action(office, "joint review of mental health refusals")
    if review:
        move_due(
            action=review, dues=[dt.date(2026, 11, 30)], cause="waiting", by=officer, at=MOVED,
            roles=OFFICE_SIDE,
            reason="The health trust signs the review off on 24 November and does not share it before.",
        )  # fmt: skip
    posts = open_action(office, "frontline support of the 24 posts")
    if posts:
        move_due(
            action=posts, dues=[dt.date(2026, 12, 1)], cause="cancelled", by=officer, at=MOVED,
            roles=OFFICE_SIDE,
            reason="The workshop with the staff associations was cancelled; it is on 19 November.",
        )  # fmt: skip
    comparison = open_action(office, "comparison with the neighbouring forces")
    if comparison and comparison.waits_for:
        record_happened(
            action=comparison, on=dt.date(2026, 10, 30), due=dt.date(2026, 12, 1), by=officer, at=REFERRED,
            roles=OFFICE_SIDE, reason="The last of the four neighbouring forces sent its figures.",
        )  # fmt: skip
    summer = open_action(office, "plan for the summer of 2027")
    if summer:
        split_action(
            action=summer, by=officer, at=MOVED, roles=OFFICE_SIDE,
            parts=[Part("CC to share the list of summer events by 31 January 2027", dt.date(2027, 1, 31))],
            reason="The festival organisers need the list of events before there is a plan.",
        )  # fmt: skip


def refer(office: Office, officer: User) -> None:
    """One that another forum follows from now on."""
    protocol = open_action(office, "protocol for young people held after charge")
    if protocol is None:
        return
    forum = Forum.objects.filter(office=office, name=GROUP).first() or make_forum(
        office=office, name=GROUP, by=officer, at=REFERRED
    )
    refer_action(
        action=protocol, forum=forum, by=officer, at=REFERRED, roles=OFFICE_SIDE,
        reason="The group meets monthly and can agree it with the Director; the Board asks again in March.",
    )  # fmt: skip


def close(office: Office, officer: User) -> None:
    """One that the force reported, closed with what was seen."""
    readiness = Action.objects.filter(
        office=office, text__icontains="readiness for the national standard", state="reported"
    ).first()
    if readiness:
        close_action(
            action=readiness, basis="tested", by=officer, at=CLOSED, roles=OFFICE_SIDE,
            reason="Ten vetting files were taken at random: all ten hold the new forms, and nine are signed.",
        )  # fmt: skip


def open_action(office: Office, words: str) -> Action | None:
    return Action.objects.filter(office=office, text__icontains=words, state="open").first()
