"""What the pages about who holds a post show."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from answerable.actions.models import Action
from answerable.people.models import Person, Post, Tenure
from answerable.workspace.here import Here

MOST = 500  # actions that are given on at once, people who are proposed, posts to choose from
LONG_GONE = dt.timedelta(days=400)
"""Who left longer ago is not asked about any more: the lists of a year say that they did."""


def may_leave(post: Post, here: Here) -> list[Tenure]:
    """Those who hold the post, or did lately: of each the last tenure, the newest first. One query."""
    recent = Q(end=None) | Q(end__gte=here.today - LONG_GONE)
    rows = Tenure.objects.filter(recent, post=post).select_related("person").order_by("start", "pk")
    last = {one.person_id: one for one in rows}
    return sorted(last.values(), key=lambda one: one.start, reverse=True)


def names(here: Here) -> list[str]:
    """The names of people who are known here, to choose from while one is typed. One query."""
    rows = Person.objects.filter(office_id=here.office_id).order_by("name")
    return list(rows.values_list("name", flat=True).distinct()[:MOST])


def owes(here: Here, post: Post) -> int:
    """How many open actions of the post the actor can see. One query."""
    rows = Action.objects.filter(owners__post=post, state__in=["open", "reported"])
    return here.sees(rows).distinct().count()


def other_posts(here: Here, post: Post) -> list[Post]:
    """The posts that what a post owes can be given to: those of its side first. One query."""
    rows = Post.objects.filter(office_id=here.office_id, abolished_on=None).exclude(pk=post.pk)
    return sorted(rows.order_by("title")[:MOST], key=lambda one: one.side != post.side)
