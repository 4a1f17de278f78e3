"""What the address of the register asks for, as conditions on actions and in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from answerable.actions.models import Action, ActionOwner
from answerable.components import words
from answerable.core.actions.outcomes import NAMES, Outcome
from answerable.meetings.models import TopicLink
from answerable.web.address import LARGEST_ID, Asked
from answerable.workspace.choices import Choices
from answerable.workspace.here import Here
from answerable.workspace.standing import STATUSES, has_outcome, has_status

NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters; what is None or "" filters nothing. ``owner``: see ``owned_by``."""

    owner: str
    forum: int | None
    status: str | None
    due_from: dt.date | None
    due_to: dt.date | None
    topic: int | None
    text: str
    outcome: Outcome | None = None
    given_from: dt.date | None = None
    given_to: dt.date | None = None

    @property
    def any(self) -> bool:
        return self != NOTHING


NOTHING = Wanted("", None, None, None, None, None, "")


def wanted(asked: Asked) -> Wanted:
    """The filters of an address; what cannot be used leaves a problem and filters nothing."""
    return Wanted(
        owner=asked.text("owner"),
        forum=asked.number("forum", "a forum"),
        status=asked.choice("status", STATUSES, "a status"),
        due_from=asked.date("from", "the first day"),
        due_to=asked.date("to", "the last day"),
        topic=asked.number("topic", "a topic"),
        text=asked.text("text"),
        outcome=_outcome(asked),
        given_from=asked.date("given-from", "the first day on which it was given"),
        given_to=asked.date("given-to", "the last day on which it was given"),
    )


def _outcome(asked: Asked) -> Outcome | None:
    chosen = asked.choice("outcome", {str(key): name for key, name in NAMES.items()}, "an outcome")
    return Outcome(chosen) if chosen else None


def filtered(want: Wanted, here: Here) -> QuerySet[Action]:
    """The office's actions that the filters leave."""
    rows = here.sees(Action.objects.filter(office_id=here.office_id))
    if want.outcome:
        rows = rows.filter(has_outcome(want.outcome, here.today))
    if want.status:
        rows = rows.filter(has_status(want.status, here.today))
    if want.owner:
        rows = rows.filter(owned_by(want.owner))
    if want.forum:
        rows = rows.filter(forum_id=want.forum)
    if want.due_from:
        rows = rows.filter(due__gte=want.due_from)
    if want.due_to:
        rows = rows.filter(due__lte=want.due_to)
    if want.topic:
        rows = rows.filter(about_topic(want.topic))
    if want.given_from:
        rows = rows.filter(given__gte=want.given_from)
    if want.given_to:
        rows = rows.filter(given__lte=want.given_to)
    for word in want.text.split():
        rows = rows.filter(Q(text__icontains=word) | Q(number__iexact=word) | Q(heading__icontains=word))
    return rows


def in_words(want: Wanted, owners: Choices, forums: Choices, topics: Choices) -> str:
    """What is asked for, for the page's title and its print: "overdue, Chief Constable (CC)"."""
    named = [
        STATUSES[want.status].lower() if want.status else "",
        dict(owners).get(want.owner, want.owner) if want.owner else "",
        dict(forums).get(want.forum, "another forum") if want.forum else "",
        dict(topics).get(want.topic, "another topic") if want.topic else "",
        NAMES[want.outcome].lower() if want.outcome else "",
        f"given from {words.date(want.given_from)}" if want.given_from else "",
        f"given to {words.date(want.given_to)}" if want.given_to else "",
        f"due from {words.date(want.due_from)}" if want.due_from else "",
        f"due to {words.date(want.due_to)}" if want.due_to else "",
        f"“{want.text}”" if want.text else "",
    ]
    return ", ".join(part for part in named if part)


def owned_by(owner: str) -> Q:
    """post-3, body-2, printed-XX for an owner that is neither, none for nobody, or a printed owner."""
    kind, _, key = owner.partition("-")
    if owner == NOBODY:
        return Q(owners_printed="")
    if kind == "printed":
        return _of(printed=key, post=None, body=None)
    if kind in ("post", "body") and key.isascii() and key.isdigit() and int(key[:20]) <= LARGEST_ID:
        return _of(**{f"{kind}_id": int(key)})
    return _of(printed__iexact=owner)


def _of(**owner: object) -> Q:
    """Actions with such an owner: as a list, which both databases read once, not once for each action."""
    return Q(pk__in=ActionOwner.objects.filter(**owner).values("action"))


def about_topic(topic: int) -> Q:
    """Actions of the items that the topic links to."""
    return Q(item__in=TopicLink.objects.filter(topic_id=topic).exclude(item=None).values("item"))
