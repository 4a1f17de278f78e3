"""Where an action stands, from what is public of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from answerable.components.words import age, date


class Where(NamedTuple):
    """``word`` is "open", "late", "lapsed", "reported", "closed", "withdrawn"; ``detail`` goes on."""

    word: str
    detail: str


def where_it_stands(told: Mapping[str, Any], today: dt.date) -> Where:
    """In words; what follows from dates alone is worked out for a day."""
    state, due = told["state"], day(told["due"])
    if state == "closed":
        return Where("closed", date(day(told["done_on"] or told["ended"]), ""))
    if state != "open":
        return Where(state, date(day(told["ended"]), ""))
    if _reached(told.get("lapses_from"), today) and _reached(told.get("silent_from"), today):
        return Where("lapsed", _("past its date and not mentioned since"))
    late_from = told.get("overdue_from")
    if _reached(late_from, today):
        return Where(
            "late", _("by %(age)s") % {"age": age((today - dt.date.fromisoformat(str(late_from))).days + 1)}
        )
    return Where("open", _("due %(day)s") % {"day": date(due)} if due else _("no date"))


def _reached(since: str | None, today: dt.date) -> bool:
    return bool(since) and dt.date.fromisoformat(str(since)) <= today


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
