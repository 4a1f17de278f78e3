"""Reads of promises: what their standing is called, which have lapsed, and the version that a form shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db.models import Q

from answerable.actions.models import Commitment
from answerable.core.actions.promises import LIVE
from answerable.core.clash import version

CALLED: Mapping[str, str] = dict(Commitment.Standing.choices)
"""The words for each standing."""


def is_live() -> Q:
    """Nobody has said yet what came of it."""
    return Q(standing__in=sorted(LIVE))


def is_lapsed_promise(today: dt.date) -> Q:
    """Promised and never heard of again, by DESIGN's definition; see docs/reference/lapsed.md."""
    return is_live() & Q(lapses_from__lte=today, silent_from__lte=today)


def promise_version(promise: Commitment) -> str:
    """Of a promise as it is shown to be decided about."""
    return version(promise.text, promise.standing, promise.why, promise.watched_until, promise.action_id)
