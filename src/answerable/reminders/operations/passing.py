"""Both are told when a post is passed on, and with it what it owes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from answerable.accounts.models import User
from answerable.accounts.queries import working
from answerable.actions.models import Action
from answerable.components.words import date, plural
from answerable.core.permissions.table import Permission
from answerable.core.reminders.letter import Letter, Line, Section
from answerable.mail.kinds import PASSED
from answerable.mail.operations import lay
from answerable.mail.queries import unwanted
from answerable.people.models import ActsFor, Person, Post
from answerable.reminders.addresses import FOOT, WISHES, both, whole
from answerable.reminders.lines import lines_of, may_be_told, more_of
from answerable.web.actor import Actor

NOBODY = "nobody yet"


def tell_passing(
    *, post: Post, leaving: Person | None, arriving: Person | None, on: dt.date, actions: Sequence[Action],
    by: User, at: dt.datetime,
) -> int:  # fmt: skip
    """Tell each account that acts for the post that it passes on ``on``; how many were told.

    ``actions`` are those that pass; of each letter, the ones that its reader may see. Part of a larger write.
    """
    del by  # the larger write's event says who
    prefetch_related_objects(list(actions), "meeting")
    users = [one.user for one in ActsFor.objects.filter(post=post).select_related("user")]
    wishes = unwanted([user.pk for user in users])
    told = 0
    for user in users:
        held = working(user, post.office_id)
        actor = Actor(user, held.office, held.roles, strong=True)
        here = held.office is not None and held.office.pk == post.office_id
        if PASSED in wishes.get(user.pk, ()) or not here or not actor.may(Permission.READ_RECORD):
            continue
        letter = _letter(actor, post, leaving, arriving, on, actions)
        key = f"passed:{post.pk}:{on}:{arriving.pk if arriving else 0}:{user.pk}"
        laid = lay(office=post.office, user=user, kind=PASSED, key=key, **both(letter), at=at)
        told += laid is not None
    return told


def _letter(
    actor: Actor, post: Post, leaving: Person | None, arriving: Person | None, on: dt.date,
    actions: Sequence[Action],
) -> Letter:  # fmt: skip
    who = str(arriving) if arriving else NOBODY
    before = f" {leaving} held it until then." if leaving else ""
    seen = [one for one in actions if may_be_told(actor, one)]
    page = whole(f"/people/posts/{post.pk}/")
    intro = f"On {date(on)} the post of {post} passes to {who}.{before}"
    sections = [Section(f"{post} passes to {who}", intro, (Line("The post’s page", link=page),))]
    if seen:
        owed = f"With it {plural(len(seen), 'open action')}:"
        more = more_of(len(seen), page)
        sections.append(Section("What passes with it", owed, lines_of(seen, on), more))
    subject = f"{post}: passes to {who} on {date(on)}"
    return Letter(subject, str(actor.user), tuple(sections), FOOT.format(post.office), whole(WISHES))
