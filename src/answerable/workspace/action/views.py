"""An action's page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.actions.models import Action, ActionMeasure, Report
from answerable.actions.reports import owned_by
from answerable.actions.telling import announced_by
from answerable.components.lives import in_words, marks
from answerable.core.actions.steps import (
    OWNED_WORDS,
    SIDE_NAMES,
    Facts,
    Who,
    sides_that,
    steps_for,
)
from answerable.workspace.action import life, queries
from answerable.workspace.here import Here, here
from answerable.workspace.measured.telling import moved
from answerable.workspace.standing import standing

ON_OTHER_PAGES = {"report": "owed_report", "refuse": ""}
"""Steps that are no form of the action's own: a report is written at its page, and answered beside it."""


def action(request: HttpRequest, key: int) -> HttpResponse:
    """What is to be done, by whom and when, its life across the meetings, and what can be done now."""
    at = here(request)
    one = queries.action_at(at, key)
    updates = queries.updates_of(at, one)
    steps = queries.steps_at(one)
    reports = queries.reports_at(at, one)
    said = queries.updates_that_count(at, one, updates, steps)
    own = steps.get(one.pk, [])
    told = life.mentions(one, said, own, reports, announced_by(one.office))
    lines = life.life(told, queries.sittings_after(one, own, at.today), at.today)
    dates = life.dates(told, at.today)
    context = {
        "at": at,
        "action": one,
        "standing": standing(one, at.today),
        "dates": dates,
        "steps": lines,
        "marks": marks(lines, at.today),
        "in_words": in_words(lines),
        "waiting": [update for update in updates if update.link == "waiting"],
        "holders": queries.holders(one, at.today),
        "promises": queries.promises_beside(at, one),
        "topics": queries.topics_of(at, one),
        "moves": moved(at, ActionMeasure.objects.filter(action=one), one.given),
        **_follow(at, one, dates, reports),
    }
    return render(request, "workspace/action/action.html", context)


def _follow(at: Here, one: Action, dates: life.Dates, reports: list[Report]) -> dict[str, Any]:
    """The reports on it, and the steps that the one who looks can take."""
    unanswered = [report for report in reports if not report.answer]
    owned = owned_by(one)
    facts = Facts(
        state=one.state,  # type: ignore[arg-type]  # the same four words
        owned=owned,
        reports=len(unanswered),
        elsewhere=one.forum_id != one.meeting.forum_id,
        dates=len(dates.standing.dates),
        waits=bool(dates.standing.waits_for),
        draft=one.draft,
    )
    can = steps_for(facts, at.actor.roles)
    closers = sides_that(Who.OTHERS, owned)
    return {
        "reports": reports,
        "unanswered": unanswered,
        "can": [step for step in can if step.key not in ON_OTHER_PAGES],
        "can_report": any(step.key == "report" for step in can),
        "can_refuse": any(step.key == "refuse" for step in can),
        "closed_by": f"{OWNED_WORDS[owned]}, so {SIDE_NAMES[next(iter(closers))]} closes it.",
    }
