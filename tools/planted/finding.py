"""What the sample archive holds, found by its words; None where it does not."""

from __future__ import annotations

import datetime as dt

from answerable.actions.models import Action
from answerable.offices.models import Office
from answerable.people.models import Post
from answerable.topics.models import Topic

NINE = dt.time(9, 0)


def when(day: str) -> dt.datetime:
    """Nine in the morning of a day."""
    return dt.datetime.combine(dt.date.fromisoformat(day), NINE, dt.UTC)


def post_like(office: Office, *names: str) -> Post | None:
    """The first post that is abbreviated or called so."""
    posts = list(Post.objects.filter(office=office))
    for name in names:
        found = next((one for one in posts if name in (one.abbreviation, one.title)), None)
        if found:
            return found
    return None


def topic_like(office: Office, words: str) -> Topic | None:
    """The topic of the best standing whose name has the words."""
    rows = Topic.objects.filter(office=office, name__icontains=words).exclude(state__in=["dropped", "merged"])
    return rows.order_by("-state", "-score", "pk").first()


def action_like(office: Office, words: str) -> Action | None:
    """The newest action whose words have these."""
    rows = Action.objects.filter(office=office, text__icontains=words).exclude(number=None)
    return rows.order_by("-given", "-pk").first()
