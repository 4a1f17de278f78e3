"""The rows of the register of promises, one promise with what surrounds it, and rows for a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from answerable.actions.models import Commitment
from answerable.components.words import listed
from answerable.people.models import Post
from answerable.workspace.choices import MOST_CHOICES, NAME_LENGTH, Choices
from answerable.workspace.here import Here
from answerable.workspace.promises.standing import STATUSES, standing

CHUNK = 2000  # rows read at a time for a download

COLUMNS = {
    "text": ["text"],
    "by": ["by"],
    "said": ["meeting__date"],
    "due": ["due"],
    "standing": ["standing", "due"],
}
"""What each column sorts by."""

HEAD = ["Promise", "By", "Said at", "On", "Due", "Standing", "Why", "Action", "Until"]
"""The columns of the download."""


def with_meetings(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    return rows.select_related("meeting__forum", "action")


def spreadsheet(rows: QuerySet[Commitment], today: dt.date) -> Iterator[list[Any]]:
    """The rows of the download, as HEAD names them."""
    for one in rows.iterator(chunk_size=CHUNK):
        at = standing(one, today)
        yield [
            one.text,
            ", ".join(one.by),
            one.meeting.forum.name,
            one.meeting.date,
            one.due,
            f"{at.word}, {at.detail}" if at.detail else at.word,
            one.why,
            one.action.number if one.action else "",
            one.watched_until,
        ]


def speaker_choices(here: Here) -> Choices:
    """Whoever promised something, as printed. One query, of the few different lists that there are."""
    lists = here.sees(Commitment.objects.filter(office_id=here.office_id)).order_by()
    names = {name for by in lists.values_list("by", flat=True).distinct() for name in by}
    return [("", "Anybody"), *((name, name[:NAME_LENGTH]) for name in sorted(names)[:MOST_CHOICES])]


def status_choices() -> Choices:
    return [("", "Any standing"), *STATUSES.items()]


def promise_at(here: Here, key: int) -> Commitment:
    """Raises Http404 for one that is not there for whoever asks."""
    rows = here.sees(Commitment.objects.filter(office_id=here.office_id))
    found = (
        with_meetings(rows).select_related("item", "entry", "decided_by", "silence__nearest").filter(pk=key)
    )
    if not found:
        raise Http404("There is no such promise.")
    return found[0]


def post_choices(here: Here) -> list[Post]:
    """The posts that an action can be given to: those that there are today."""
    there = Q(abolished_on=None) | Q(abolished_on__gt=here.today)
    posts = Post.objects.filter(there, office_id=here.office_id).order_by("side", "title")
    return list(posts[:MOST_CHOICES])


def likely_owners(promise: Commitment, posts: list[Post]) -> set[int]:
    """The posts that the speakers of a promise name."""
    named = {name.casefold() for name in promise.by}
    return {one.pk for one in posts if {one.abbreviation.casefold(), one.title.casefold()} & named - {""}}


def said_by(promise: Commitment) -> str:
    return listed(promise.by) or "nobody is named"
