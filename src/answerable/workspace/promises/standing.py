"""Where a promise stands today, in words: "Date passed, 41 days ago", "Watched, until 3 May 2026"."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from answerable.actions.models import Commitment
from answerable.actions.promises import CALLED, is_lapsed_promise, is_live
from answerable.components import words
from answerable.core.actions.promises import LIVE
from answerable.workspace.standing import Standing, ahead, reached

STATUSES = {
    "live": "Open: nobody has said what came of it",
    "late": "Open, and its date has passed",
    "lapsed": "Lapsed: never heard of again",
    **CALLED,
}
"""What the register can be asked for; lapsed and late ones are live too."""


def has_status(status: str, today: dt.date) -> Q:
    """The condition of one of STATUSES."""
    if status == "live":
        return is_live()
    if status == "late":
        return is_live() & Q(due__lt=today)
    if status == "lapsed":
        return is_lapsed_promise(today)
    return Q(standing=status)


def standing(promise: Commitment, today: dt.date) -> Standing:
    """Where the promise stands; the same conditions as in the database."""
    if promise.standing not in LIVE:
        return Standing(CALLED[promise.standing], _ended(promise))
    if reached(promise.lapses_from, today) and reached(promise.silent_from, today):
        return Standing("Lapsed", _late(promise.due, today) or "six months old, no date")
    if promise.standing == Commitment.Standing.WATCHED:
        return Standing("Watched", f"until {words.short_date(promise.watched_until)}")
    if late := _late(promise.due, today):
        return Standing("Date passed", late)
    return Standing("Open", ahead(promise.due, today))


def _ended(promise: Commitment) -> str:
    if promise.action is not None:
        return promise.action.number or ""
    return words.short_date(promise.decided_at, "")


def _late(due: dt.date | None, today: dt.date) -> str:
    return f"{words.age((today - due).days)} ago" if due and due < today else ""
