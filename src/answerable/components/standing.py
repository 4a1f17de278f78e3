"""Where an action stands on a day, in words: "41 days late", "due in 12 days", "closed 15 Jan 2019".

The same words for the record as it is worked with and for what was published of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from answerable.components import words

STATUSES = {
    "open": "Open",
    "overdue": "Overdue",
    "lapsed": "Lapsed",
    "reported": "Reported",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
}
"""What a register can be asked for; overdue and lapsed ones are open too."""


class Lived(Protocol):
    """What an action's standing follows from; see ``actions.models.Action``."""

    @property
    def state(self) -> str: ...
    @property
    def ended(self) -> dt.date | None: ...
    @property
    def due(self) -> dt.date | None: ...
    @property
    def waits_for(self) -> str: ...
    @property
    def overdue_from(self) -> dt.date | None: ...
    @property
    def lapses_from(self) -> dt.date | None: ...
    @property
    def silent_from(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """``word`` is one of STATUSES, said with ``words.said``; ``detail`` says by how much or since when."""

    word: str
    detail: str


def standing(action: Lived, today: dt.date) -> Standing:
    """Where the action stands; the same conditions as in the database."""
    if action.state != "open":
        ended = words.short_date(action.ended) if action.ended else ""
        return Standing(STATUSES[action.state], ended)
    late = _late(action, today)
    if reached(action.lapses_from, today) and reached(action.silent_from, today):
        return Standing("Lapsed", late or _("six months old, no date"))
    if late:
        return Standing("Overdue", late)
    if action.due is None and action.waits_for:
        return Standing("Open", _("waits for an event"))
    return Standing("Open", ahead(action.due, today))


def reached(day: dt.date | None, today: dt.date) -> bool:
    """Has the day come? One that there is none of never does."""
    return day is not None and day <= today


def _late(action: Lived, today: dt.date) -> str:
    if action.due is None or not reached(action.overdue_from, today):
        return ""
    return _("%(age)s late") % {"age": words.age((today - action.due).days)}


def ahead(due: dt.date | None, today: dt.date) -> str:
    """How far off a due is that has not passed: "due in 12 days"."""
    if due is None:
        return _("no date")
    return _("due today") if due == today else _("due in %(age)s") % {"age": words.age((due - today).days)}
