"""Reads of people and posts."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from answerable.people.models import Person, Post, Tenure


def posts_with_tenures(office_id: int) -> QuerySet[Post]:
    """The posts of an office, each with its tenures and who held them, in two queries."""
    return Post.objects.filter(office_id=office_id).prefetch_related("tenures__person")


def people_with_tenures(office_id: int) -> QuerySet[Person]:
    """The people of an office, each with their tenures, in two queries."""
    return Person.objects.filter(office_id=office_id).prefetch_related("tenures__post")


def holders(post: Post, on: date) -> QuerySet[Tenure]:
    """Who is known to have held a post on a day."""
    return post.tenures.filter(Q(end=None) | Q(end__gte=on), start__lte=on).select_related("person")
