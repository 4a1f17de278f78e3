"""What a person says of a forum, and what follows from it for the actions, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.audit.queries import events_about
from answerable.core.clash import Choice, Clash, Gone
from answerable.intake.operations.finishing import settle_meetings
from answerable.meetings.models import Forum
from answerable.meetings.operations import succeed_forum
from answerable.offices.operations import hold_office
from answerable.workspace.forums.queries import forum_version

SUCCEED = "meetings.succeed_forum"


@transaction.atomic
def decide_succession(
    *, forum: Forum, succeeds: Forum | None, seen: str | None = None, by: User, at: datetime
) -> None:
    """Say which forum this one took over from, and work out links and lives again.

    ``seen`` is the version of the forum that the person was shown. Raises Clash, Refusal.
    """
    hold_office(forum.office_id)
    held = Forum.objects.select_related("succeeds", "office").filter(pk=forum.pk).first()
    if held is None:
        raise Gone(f"the forum {forum}")
    forum = held
    if seen and forum_version(forum) != seen:
        raise _clash(forum, succeeds)
    succeed_forum(forum=forum, succeeds=succeeds, by=by, at=at)
    settled = settle_meetings(office=forum.office, by=by, at=at)
    meetings = settled.meetings if settled else ()
    audit.record(
        by=by, at=at, operation=SUCCEED, office_id=forum.office_id,
        about=[forum, *(("meetings.meeting", key) for key in meetings)],
        summary=f"{forum} succeeds {succeeds}." if succeeds else f"{forum} succeeds no other forum.",
    )  # fmt: skip


def _clash(forum: Forum, succeeds: Forum | None) -> Clash:
    choice = Choice(
        "succeeds", "What it took over from", theirs=_named(forum.succeeds), yours=_named(succeeds)
    )
    last = events_about(forum).filter(operation=SUCCEED).first()
    who = last.by.name if last and last.by else None
    at = forum.succession_decided_at
    return Clash(f"the forum {forum}", [choice], who=who, at=at, version=forum_version(forum))


def _named(forum: Forum | None) -> str:
    return str(forum) if forum else "No other forum"
