"""How a forum meets and what its papers look like; a new forum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum
from answerable.meetings.queries import FORUM_FIELDS, settings_version
from answerable.offices.models import Office
from answerable.offices.operations import hold_office

NO_FORUM = 0  # no row has this key
SET, MAKE = "meetings.set_forum", "meetings.make_forum"


@transaction.atomic
def make_forum(*, office: Office, name: str, by: User, at: dt.datetime) -> Forum:
    """A forum that has no minutes yet. Raises Refusal."""
    hold_office(office.pk)
    name = _usable(office.pk, name)
    forum = Forum.objects.create(office=office, name=name, slug=slugify(name)[:80] or "meetings")
    audit.record(
        by=by, at=at, operation=MAKE, office_id=office.pk, about=forum, summary=f"Made the forum {name}."
    )
    return forum


@transaction.atomic
def set_forum(
    *, forum: Forum, changes: Mapping[str, Any], seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Say how a forum meets; ``changes`` are usable values of FORUM_FIELDS, those not given stay.

    Meetings that are planned already keep their deadlines. Its slug stays, so minutes that name it as
    before find it. Raises Clash, Gone, Refusal.
    """
    hold_office(forum.office_id)
    held = Forum.objects.filter(pk=forum.pk).first()
    if held is None:
        raise Gone(f"the forum {forum}")
    differing = {
        name: changes[name]
        for name in FORUM_FIELDS
        if name in changes and changes[name] != getattr(held, name)
    }
    if seen and settings_version(held) != seen and differing:
        choice = Choice("settings", "How it meets", theirs="As they saved it", yours="As you typed it")
        who, when = who_changed(held, SET)
        raise Clash(f"the forum {held}", [choice], who=who, at=when, version=settings_version(held))
    if not differing:
        raise Refusal("Nothing was changed: that is what it says already.")
    if "name" in differing:
        differing["name"] = _usable(held.office_id, differing["name"], but=held.pk)
    for name, value in differing.items():
        setattr(held, name, value)
    held.save(update_fields=list(differing))
    audit.record(
        by=by, at=at, operation=SET, office_id=held.office_id, about=held,
        summary=f"Changed how {held} meets.", details=differing,
    )  # fmt: skip


def _usable(office_id: int, name: str, but: int = NO_FORUM) -> str:
    """A name that no other forum has. Raises Refusal."""
    name = " ".join(name.split())
    longest = Forum._meta.get_field("name").max_length or 0
    if not name or len(name) > longest:
        raise Refusal(f"Give the forum a name of up to {longest} letters.")
    others = Forum.objects.filter(office_id=office_id).exclude(pk=but)
    slug = slugify(name)[:80] or "meetings"
    if others.filter(name__iexact=name).exists() or others.filter(slug=slug).exists():
        raise Refusal(f"There is a forum of the name {name} already: give this one another name.")
    return name
