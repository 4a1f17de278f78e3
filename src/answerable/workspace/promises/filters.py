"""What the address of the register of promises asks for, as conditions and in words."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from answerable.actions.models import Commitment
from answerable.components import words
from answerable.web.address import Asked
from answerable.workspace.choices import Choices
from answerable.workspace.here import Here
from answerable.workspace.promises.standing import STATUSES, has_status


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters; what is None or "" filters nothing. ``by`` is a speaker as printed: "ACC"."""

    by: str
    forum: int | None
    status: str | None
    due_from: dt.date | None
    due_to: dt.date | None
    text: str

    @property
    def any(self) -> bool:
        return any((self.by, self.forum, self.status, self.due_from, self.due_to, self.text))


def wanted(asked: Asked) -> Wanted:
    """The filters of an address; what cannot be used leaves a problem and filters nothing."""
    return Wanted(
        by=asked.text("by"),
        forum=asked.number("forum", "a forum"),
        status=asked.choice("status", STATUSES, "a standing"),
        due_from=asked.date("from", "the first day"),
        due_to=asked.date("to", "the last day"),
        text=asked.text("text"),
    )


def filtered(want: Wanted, here: Here) -> QuerySet[Commitment]:
    """The office's promises that the filters leave."""
    rows = here.sees(Commitment.objects.filter(office_id=here.office_id))
    if want.status:
        rows = rows.filter(has_status(want.status, here.today))
    if want.by:
        rows = rows.annotate(printed_by=Cast("by", TextField())).filter(said_by(want.by))
    if want.forum:
        rows = rows.filter(meeting__forum_id=want.forum)
    if want.due_from:
        rows = rows.filter(due__gte=want.due_from)
    if want.due_to:
        rows = rows.filter(due__lte=want.due_to)
    for word in want.text.split():
        rows = rows.filter(text__icontains=word)
    return rows


def in_words(want: Wanted, forums: Choices) -> str:
    """What is asked for, for the page's title and its print: "watched, ACC"."""
    named = [
        STATUSES[want.status].partition(":")[0].lower() if want.status else "",
        want.by,
        dict(forums).get(want.forum, "another forum") if want.forum else "",
        f"due from {words.date(want.due_from)}" if want.due_from else "",
        f"due to {words.date(want.due_to)}" if want.due_to else "",
        f"“{want.text}”" if want.text else "",
    ]
    return ", ".join(part for part in named if part)


def said_by(name: str) -> Q:
    """A list in JSON names it; the one database writes letters beyond ASCII out, the other escapes them."""
    spellings = {json.dumps(name), json.dumps(name, ensure_ascii=False)}
    found = Q()
    for one in spellings:
        found |= Q(printed_by__contains=one)
    return found
