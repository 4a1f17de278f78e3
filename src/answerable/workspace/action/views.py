"""An action's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.workspace.action import life, queries
from answerable.workspace.here import here
from answerable.workspace.standing import standing


def action(request: HttpRequest, key: int) -> HttpResponse:
    """What is to be done, by whom and when, and its life across the meetings."""
    at = here(request)
    one = queries.action_at(at, key)
    updates = queries.updates_of(at, one)
    told = life.mentions(one, queries.counted(updates))
    steps = life.life(told, queries.sittings_after(one, at.today), at.today)
    context = {
        "at": at,
        "action": one,
        "standing": standing(one, at.today),
        "dates": life.dates(told, at.today),
        "steps": steps,
        "marks": life.marks(steps, at.today),
        "in_words": life.in_words(steps),
        "waiting": [update for update in updates if update.link == "waiting"],
        "holders": queries.holders(one, at.today),
        "promises": queries.promises_beside(at, one),
        "topics": queries.topics_of(at, one),
    }
    return render(request, "workspace/action/action.html", context)
