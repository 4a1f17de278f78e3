"""Reads of people and posts."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from answerable.people.models import Post, Tenure


def holders(post: Post, on: date) -> QuerySet[Tenure]:
    """Who is known to have held a post on a day."""
    return post.tenures.filter(Q(end=None) | Q(end__gte=on), start__lte=on).select_related("person")
