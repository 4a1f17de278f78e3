"""Which accounts act for a post: its holder's, and their staff officer's."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.people.models import ActsFor, Post
from answerable.people.queries import accounts_of, accounts_to_choose, acting_version


@transaction.atomic
def set_acting(
    *, post: Post, users: Collection[User], seen: str | None = None, by: User, at: datetime
) -> None:
    """Say which accounts act for a post, all of them. Raises Clash, Gone, Refusal."""
    hold_office(post.office_id)
    if not Post.objects.filter(pk=post.pk).exists():
        raise Gone("the post")
    now = accounts_of(post)
    wanted = {one.pk: one for one in users}
    if wanted.keys() == {one.pk for one in now}:
        raise Refusal("Nothing was changed: that is what it says already.")
    strangers = wanted.keys() - {one.pk for one in [*now, *accounts_to_choose(post)]}
    if strangers:
        raise Refusal("Choose from the list which accounts act for the post.")
    if seen and acting_version(now) != seen:
        names = Choice("accounts", "Who acts for it", _named(now), _named(wanted.values()))
        raise Clash(f"who acts for {post}", [names], version=acting_version(now))
    ActsFor.objects.filter(post=post).exclude(user__in=wanted).delete()
    held = {one.pk for one in now}
    ActsFor.objects.bulk_create(ActsFor(user_id=key, post=post) for key in wanted if key not in held)
    audit.record(
        by=by, at=at, operation="people.set_acting", about=[post, *wanted.values()], office_id=post.office_id,
        summary=f"{_named(wanted.values())} {'acts' if len(wanted) == 1 else 'act'} for {post}."
        if wanted else f"No account acts for {post}.",
    )  # fmt: skip


def _named(users: Collection[User]) -> str:
    return ", ".join(sorted(one.name for one in users)) or "nobody"
