"""Whether those who hold a post are named in what is published."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone, version
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.people.models import Post

CHOICES = {"": "As posts of its kind are", "yes": "Named", "no": "Not named"}
_OF = {None: "", True: "yes", False: "no"}


def named_version(post: Post) -> str:
    return version(_OF[post.public])


@transaction.atomic
def set_public(*, post: Post, named: str, seen: str | None = None, by: User, at: datetime) -> None:
    """``named``: a key of ``CHOICES``. Raises Clash, Gone, Refusal."""
    hold_office(post.office_id)
    held = Post.objects.select_for_update().filter(pk=post.pk).first()
    if held is None:
        raise Gone("the post")
    if named not in CHOICES:
        raise Refusal("Choose whether those who hold it are named.")
    now = _OF[held.public]
    if named == now:
        raise Refusal("Nothing was changed: that is what it says already.")
    if seen and named_version(held) != seen:
        options = {one: CHOICES[one] for one in (now, named)}
        choice = Choice("named", "Named in public", now, named, shape="choice", options=options)
        raise Clash(f"whether {held} is named", [choice], version=named_version(held))
    held.public = {choice: value for value, choice in _OF.items()}[named]
    held.save(update_fields=["public"])
    audit.record(
        by=by, at=at, operation="people.set_public", about=held, office_id=held.office_id,
        summary=f"Who holds {held} is, in public: {CHOICES[named].lower()}.",
    )  # fmt: skip
