"""The rows of the register, the choices of its filters, and the same rows for a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Length

from answerable.actions.models import Action
from answerable.core.actions.outcomes import NAMES
from answerable.meetings.seen import in_the_open
from answerable.people.models import Post
from answerable.topics.models import Topic
from answerable.workspace.choices import MOST_CHOICES, NAME_LENGTH, Choices
from answerable.workspace.here import Here
from answerable.workspace.standing import STATUSES, standing

CHUNK = 2000  # rows read at a time for a download

COLUMNS = {
    "number": ["number_length", "number"],  # A-9999 before A-10000
    "text": ["text"],
    "owner": ["owners_printed"],
    "given": ["given"],
    "first": ["first_due"],
    "due": ["due"],
    "state": ["state", "overdue_from"],
}
"""What each column sorts by."""

HEAD = ["Number", "Action", "Owner", "Given", "First due", "Now due", "State"]
"""The columns of the register, on the page and in the download."""


def sortable(rows: QuerySet[Action]) -> QuerySet[Action]:
    return rows.annotate(number_length=Length("number"))


def spreadsheet(rows: QuerySet[Action], today: dt.date) -> Iterator[list[Any]]:
    """The rows of the download, as HEAD names them."""
    for action in rows.iterator(chunk_size=CHUNK):
        at = standing(action, today)
        yield [
            action.number,
            action.text,
            action.owners_printed,
            action.given,
            action.first_due,
            action.due,
            f"{at.word}, {at.detail}" if at.detail else at.word,
        ]


def owner_choices(here: Here) -> Choices:
    posts = Post.objects.filter(office_id=here.office_id).order_by("title")
    named = [
        (f"post-{key}", f"{title[:NAME_LENGTH]} ({short})" if short else title[:NAME_LENGTH])
        for key, title, short in posts.values_list("pk", "title", "abbreviation")[:MOST_CHOICES]
    ]
    return [("", "Anybody"), *named, ("none", "Nobody is named")]


def topic_choices(here: Here) -> Choices:
    topics = (
        in_the_open(Topic.objects.filter(office_id=here.office_id)).exclude(state="dropped").order_by("name")
    )
    return [
        ("", "Any topic"),
        *((key, name[:NAME_LENGTH]) for key, name in topics.values_list("pk", "name")[:MOST_CHOICES]),
    ]


def outcome_choices() -> list[tuple[str, str]]:
    return [("", "Anything"), *((str(key), name) for key, name in NAMES.items())]


def status_choices() -> list[tuple[str, str]]:
    return [("", "Any status"), *STATUSES.items()]
