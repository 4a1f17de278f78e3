"""What a topic's page says in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.actions.outcomes import NAMES, Outcome
from answerable.core.publication.topic_thread import Told
from answerable.core.subjects.thread import Asker

KINDS = {
    "question": "Questions", "promise": "Promises", "action": "Actions", "figure": "Figures",
    "judged": "Judgements", "said": "Spoken of",
}  # fmt: skip
WITH = {"action": ("action", "update", "closed")}
"""Kinds that a filter shows together: an action with what was said of it later."""
JUDGEMENTS = {"assured": "assured", "partly": "partly assured", "not": "not assured"}
PROMISES = {"promoted": "made an action", "kept": "kept", "broken": "not kept"}


@dataclass(frozen=True, slots=True)
class Day:
    """What one meeting, or one day outside a meeting, added to the thread."""

    on: dt.date
    forum: str
    meeting: str
    lines: Sequence[Told]


def days(lines: Iterable[Told]) -> list[Day]:
    """Lines in order, those of one meeting together."""
    grouped = groupby(lines, key=lambda one: (one.event.on, one.event.forum, one.meeting))
    return [Day(*where, list(some)) for where, some in grouped]


def asked_by(some: Sequence[Asker], commissioner: str) -> str:
    """ "2 commissioners and the DPCC": the commissioner's post by its name, others as the minutes have it."""
    own = "".join(word[0] for word in commissioner.split() if word[:1].isupper())
    return words.listed(_asker(one, own) for one in some)


def _asker(one: Asker, commissioner: str) -> str:
    if one.post == commissioner:
        return _("the commissioner") if one.people == 1 else words.plural(one.people, "commissioner")
    if one.people == 1:
        return _("the %(post)s") % {"post": one.post}
    return _("%(people)s people as %(post)s") % {"people": one.people, "post": one.post}


def outcomes(counts: Sequence[tuple[Outcome, int]]) -> str:
    """ "2 kept on time, 1 lapsed" """
    return ", ".join(
        f"{words.number(count)} {words.said(NAMES[outcome]).lower()}" for outcome, count in counts
    )
