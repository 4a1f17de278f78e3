"""Reads of people and posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from answerable.accounts.models import RoleHeld, User
from answerable.core.actions.steps import SIDES
from answerable.core.clash import version
from answerable.people.models import Post, Tenure


def holders(post: Post, on: date) -> QuerySet[Tenure]:
    """Who is known to have held a post on a day."""
    return post.tenures.filter(Q(end=None) | Q(end__gte=on), start__lte=on).select_related("person")


def holders_version(post: Post) -> str:
    """Of who holds a post, as the form that changes it shows it. One query."""
    rows = post.tenures.order_by("start", "pk").values_list("person_id", "start", "end", "acting")
    return version(post.abolished_on, *rows)


def accounts_of(post: Post) -> list[User]:
    """The accounts that act for a post, by name. One query."""
    return list(User.objects.filter(acts_for__post=post).order_by("name", "pk"))


def accounts_to_choose(post: Post) -> list[User]:
    """The accounts that can act for a post: of people who speak for its side, both where it is a body's."""
    roles = SIDES.get(post.side) or frozenset().union(*SIDES.values())
    held = RoleHeld.objects.filter(office_id=post.office_id, role__in=roles, ended_at=None)
    users = User.objects.filter(pk__in=held.values("user"), is_active=True)
    return list(users.order_by("name", "pk"))


def acting_version(users: Sequence[User]) -> str:
    return version(sorted(one.pk for one in users))
