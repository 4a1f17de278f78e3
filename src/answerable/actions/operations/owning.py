"""Ties the printed owners of actions to posts, to who held them then, and to bodies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from answerable.actions.models import Action, ActionOwner
from answerable.actions.operations.passing import post_after, posts_given
from answerable.core.batches import batches
from answerable.core.people.changes import Change
from answerable.core.people.owners import Owner, Owners
from answerable.meetings.models import Meeting
from answerable.meetings.writing import write_columns
from answerable.offices.models import Body, Office
from answerable.people.holding import directory_on
from answerable.people.models import Post
from answerable.people.operations import Directory, ensure_body, ensure_post_named

BATCH = 2000
MANY = 5000  # beyond it one look at all is cheaper than so many by their keys
KEYS_AT_A_TIME = 500  # few enough for one IN list on any database
COLUMNS = ["post_id", "person_id", "body_id"]


def name_owners(office: Office, directory: Directory, *, everywhere: bool = False) -> int:
    """Tie the owners of the office's actions; returns how many changed.

    Those of meetings that are to settle, and those that what is new of people may concern: a list that comes
    in late can say who held a post years ago.
    """
    owners = ActionOwner.objects.filter(action__office=office)
    changed = 0
    keys = None if everywhere else _concerned(office, directory.change)
    if keys is None:
        some = iter([owners])
    else:
        some = (owners.filter(pk__in=part) for part in batches(sorted(keys), KEYS_AT_A_TIME))
    for rows in some:
        for batch in batches(_changes(rows, office, directory), BATCH):
            write_columns(ActionOwner, COLUMNS, batch)
            changed += len(batch)
    if everywhere or directory.changed:
        _drop_unused(office)
    return changed


def name_owners_of(office: Office, actions: QuerySet[Action], on: date) -> int:
    """Tie the owners of a few actions that were given on a day; returns how many changed.

    By who holds which post on that day, without the lists of all the other days.
    """
    owners = ActionOwner.objects.filter(action__in=actions)
    changed = list(_changes(owners, office, directory_on(office, on)))
    write_columns(ActionOwner, COLUMNS, changed)
    return len(changed)


def _concerned(office: Office, change: Change) -> set[int] | None:
    """The owners to look at, by id; None for all of them, where they are many or cannot be told."""
    if change.everything:
        return None
    actions = Action.objects.filter(office=office).order_by().values_list("pk", flat=True)
    fresh = Meeting.objects.filter(office=office, settled=False).values("pk")
    given = set(actions.filter(meeting__in=fresh))
    if change.since is not None:
        given.update(actions.filter(given__gte=change.since))
    if len(given) > MANY:
        return None
    owners = ActionOwner.objects.order_by().values_list("pk", flat=True)
    keys = {key for some in batches(given, KEYS_AT_A_TIME) for key in owners.filter(action__in=some)}
    if change.names or change.posts:
        printed = ActionOwner.objects.order_by().values_list("printed", flat=True).distinct()
        for named in batches(filter(change.may_rename, list(printed)), KEYS_AT_A_TIME):
            keys.update(owners.filter(printed__in=named, action__office=office))
    return keys if len(keys) <= MANY else None


def _drop_unused(office: Office) -> None:
    """Posts and bodies that an owner was taken to name before a list said better."""
    unused = Post.objects.filter(office=office, tenures=None, owned=None, attendance=None)
    unused.filter(handovers=None, acted_for_by=None).delete()  # what a person said of a post keeps it
    Body.objects.filter(office=office, owned=None, posts=None).delete()


def _changes(owners: QuerySet[ActionOwner], office: Office, directory: Directory) -> Iterator[dict[str, Any]]:
    people = Owners(directory.people)
    given = posts_given(office.pk)
    rows = owners.order_by("pk").values_list(
        "pk", "printed", "post_id", "person_id", "body_id", "action__given", "action__text", "action_id"
    )
    for key, printed, post, person, body, day, text, action in rows.iterator(chunk_size=BATCH):
        owner = people.resolve(printed, day, text)
        new = _row_ids(office, directory, owner, printed)
        if action in given and (to := post_after(new[0], given[action])) != new[0]:
            new = (to, None, None)
        if new != (post, person, body):
            yield {"pk": key, **dict(zip(COLUMNS, new, strict=True))}


def _row_ids(
    office: Office, directory: Directory, owner: Owner, printed: str
) -> tuple[int | None, int | None, int | None]:
    person = directory.person(owner.person)
    post = ensure_post_named(office, directory, owner.post, printed) if owner.post else None
    body = ensure_body(office, directory, owner.body) if owner.body else None
    return (post.pk if post else None, person.pk if person else None, body.pk if body else None)
