"""A post changes hands: its tenures, what it owes, and letters to both, in one transaction."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.operations.passing import pass_actions, unpass_actions
from answerable.audit import operations as audit
from answerable.components import words
from answerable.core.clash import Choice, Clash, Gone
from answerable.meetings.operations import settle_people
from answerable.offices.operations import hold_office
from answerable.people.models import Handover, Person, Post
from answerable.people.operations import forget_handover, hand_over
from answerable.people.queries import holders_version
from answerable.reminders.operations import tell_passing

NOBODY, ABOLISHED = "nobody yet", "nobody: the post is abolished"


@transaction.atomic
def change_holder(
    *, post: Post, on: date, leaving: Person | None, arriving: str = "", acting: bool = False,
    abolished: bool = False, seen: str | None = None, by: User, at: datetime,
) -> int:  # fmt: skip
    """Say who leaves a post and who follows from ``on``; how many open actions pass. Raises Clash, Refusal.

    ``arriving`` is a name, "" where nobody follows. The accounts that act for the post are told.
    """
    hold_office(post.office_id)
    held = Post.objects.select_related("office").filter(pk=post.pk).first()
    if held is None:
        raise Gone("the post")
    if seen and holders_version(held) != seen:
        raise _clash(held, arriving, abolished)
    said = hand_over(
        post=held, on=on, leaving=leaving, arriving=arriving, acting=acting, abolished=abolished, by=by, at=at
    )
    actions = pass_actions(
        post=held, leaving=leaving, arriving=said.arriving, on=on, reason=_reason(said), by=by, at=at
    )
    tell_passing(
        post=held, leaving=leaving, arriving=said.arriving, on=on, actions=actions, by=by, at=at
    )  # fmt: skip
    about = [held, *(one for one in (said.leaving, said.arriving) if one), *actions]
    audit.record(
        by=by, at=at, operation="people.change_holder", about=about, office_id=held.office_id,
        summary=f"{held} from {words.date(on)}: {_follows(said)}. {words.plural(len(actions), 'open action')}"
        f" {'passes' if len(actions) == 1 else 'pass'}.",
    )  # fmt: skip
    return len(actions)


@transaction.atomic
def take_back_change(*, handover: Handover, by: User, at: datetime) -> None:
    """Take back what was said of a holder by mistake: the lists say again who holds the post. Raises Gone."""
    hold_office(handover.post.office_id)
    held = Handover.objects.select_related("post__office", "arriving").filter(pk=handover.pk).first()
    if held is None:
        raise Gone("what was said of this post")
    post, summary = (
        held.post,
        f"Took back that {held.post} passes to {_follows(held)}, {words.date(held.on)}.",
    )
    unpass_actions(post=post, on=held.on, said_at=held.said_at)
    forget_handover(handover=held)
    settle_people(office=post.office, by=by, at=at)
    audit.record(
        by=by, at=at, operation="people.take_back_change", about=post, office_id=post.office_id,
        summary=summary,
    )  # fmt: skip


def _reason(said: Handover) -> str:
    if said.abolished:
        return "The post was abolished."
    if said.arriving is None:
        return f"{said.leaving} left the post; nobody follows yet."
    return f"{said.leaving} left the post." if said.leaving else ""


def _follows(said: Handover) -> str:
    return ABOLISHED if said.abolished else str(said.arriving or NOBODY)


def _clash(post: Post, arriving: str, abolished: bool) -> Clash:
    last = post.handovers.select_related("arriving", "said_by").order_by("said_at", "pk").last()
    yours = ABOLISHED if abolished else arriving or NOBODY
    theirs = f"{_follows(last)}, from {words.date(last.on)}" if last else "as the minutes list it"
    choice = Choice("follows", "Who holds the post", theirs, yours)
    who, at = (last.said_by.name, last.said_at) if last else (None, None)
    return Clash(f"who holds {post}", [choice], who=who, at=at, version=holders_version(post))
