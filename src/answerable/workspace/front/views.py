"""The front page."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable.workspace.front import owed, queries
from answerable.workspace.front.changed import changed
from answerable.workspace.front.due import due_soon
from answerable.workspace.front.mine import mine_of
from answerable.workspace.front.minutes import minutes_waiting
from answerable.workspace.here import here
from answerable.workspace.standing import standing


def front(request: HttpRequest) -> HttpResponse:
    """What matters today, in sentences; then what is owed, by post."""
    at = here(request)
    last, ahead = queries.meetings_near(at)
    until = ahead.date if ahead else at.today + dt.timedelta(days=queries.PROMISE_WINDOW)
    owners = owed.owed_by_post(at, until)
    latest, lapsed = queries.named_actions(at)
    counts = queries.totals(at, ahead)
    waiting = queries.waiting(at)
    context = {
        "at": at,
        "last": last,
        "ahead": ahead,
        "totals": counts["all"],
        "back": counts["back"],
        "mine": mine_of(at, owners),
        "latest": latest,
        "standing": lambda action: standing(action, at.today),
        "lapsed": lapsed,
        "lapsed_promises": waiting["lapsed"],
        "promises": queries.promises_due(at, until),
        "until": until,
        "sides": owed.by_side(owners),
        "most": max((max(one.bands) for one in owners), default=0),
        "bands": owed.BANDS,
        "warnings": queries.newest_warnings(at),
        "due": due_soon(at, timezone.localtime()),
        "minutes": minutes_waiting(at),
        "publications": waiting["publications"],
        "left": waiting["left"],
        "changed": changed(at),
    }
    return render(request, "workspace/front/front.html", context)
