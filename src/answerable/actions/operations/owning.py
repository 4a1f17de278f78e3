"""Ties the printed owners of actions to posts, to who held them then, and to bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from answerable.actions.models import ActionOwner
from answerable.core.batches import batches
from answerable.core.people.owners import Owner, Owners
from answerable.meetings.writing import write_columns
from answerable.offices.models import Body, Office
from answerable.people.models import Post
from answerable.people.operations import Directory, ensure_body, ensure_post_named

BATCH = 2000
COLUMNS = ["post_id", "person_id", "body_id"]


def name_owners(office: Office, directory: Directory, *, everywhere: bool) -> int:
    """Tie the owners of the office's actions; returns how many changed.

    ``everywhere``: not only those of meetings that are to settle, because a list that comes in late can say
    who held a post years ago.
    """
    owners = ActionOwner.objects.filter(action__office=office)
    if not everywhere:
        owners = owners.filter(action__meeting__settled=False)
    changed = 0
    for batch in batches(_changes(owners, office, directory), BATCH):
        write_columns(ActionOwner, COLUMNS, batch)
        changed += len(batch)
    if everywhere:
        _drop_unused(office)
    return changed


def _drop_unused(office: Office) -> None:
    """Posts and bodies that an owner was taken to name before a list said better."""
    Post.objects.filter(office=office, tenures=None, owned=None, attendance=None).delete()
    Body.objects.filter(office=office, owned=None, posts=None).delete()


def _changes(owners: QuerySet[ActionOwner], office: Office, directory: Directory) -> Iterator[dict[str, Any]]:
    people = Owners(directory.people)
    rows = owners.order_by("pk").values_list(
        "pk", "printed", "post_id", "person_id", "body_id", "action__given", "action__text"
    )
    for key, printed, post, person, body, given, text in rows.iterator(chunk_size=BATCH):
        owner = people.resolve(printed, given, text)
        new = _row_ids(office, directory, owner, printed)
        if new != (post, person, body):
            yield {"pk": key, **dict(zip(COLUMNS, new, strict=True))}


def _row_ids(
    office: Office, directory: Directory, owner: Owner, printed: str
) -> tuple[int | None, int | None, int | None]:
    person = directory.person(owner.person)
    post = ensure_post_named(office, directory, owner.post, printed) if owner.post else None
    body = ensure_body(office, directory, owner.body) if owner.body else None
    return (post.pk if post else None, person.pk if person else None, body.pk if body else None)
