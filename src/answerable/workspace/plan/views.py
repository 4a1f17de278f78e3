"""The forward plan: a list, a year at a glance, and one meeting of it."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from dateutil.relativedelta import relativedelta
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable.core.calendar.holidays import FIRST_YEAR, LAST_YEAR, bank_holidays
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Deadline, Meeting
from answerable.web.address import Asked, asked, with_values
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import Here, here
from answerable.workspace.plan import queries
from answerable.workspace.plan.glance import glance
from answerable.workspace.revisits.queries import by_meeting

MONTHS = 12  # of the plan on one page


def plan(request: HttpRequest) -> HttpResponse:
    """Twelve months of meetings with their deadlines, as a list or at a glance."""
    at, values, now = here(request), asked(request), timezone.localtime()
    forum = values.number("forum", "a forum")
    first = _first_month(values, at.today)
    last = first + relativedelta(months=MONTHS, days=-1)
    rows = queries.plan_rows(at, first, last, forum, now)
    forums = queries.forums(at)
    as_year = values.text("view") == "year"
    context = {
        "at": at,
        "asked": values,
        "first": first,
        "last": last,
        "forum": forum,
        "forums": forum_choices(at),
        "has_forums": bool(forums),
        "by_month": [(key, list(some)) for key, some in groupby(rows, _month)],
        "glance": glance(rows, first, MONTHS, _holidays(first, last)) if as_year else None,
        "as_year": as_year,
        "kinds": Deadline.Kind.choices,
        "soon": queries.falls_due(at, now),
        "not_kept": queries.not_kept(at, forums),
        "returns": by_meeting(at),
        "later": queries.after(at, last, forum),
        "plans": at.actor.may(Permission.PLAN_MEETINGS),
        "links": _links(request, first),
    }  # fmt: skip
    return render(request, "workspace/plan/plan.html", context, status=400 if values.problems else 200)


def planned(request: HttpRequest, key: int) -> HttpResponse:
    """One meeting of the plan: when, about what, what is due, and what became of its day."""
    return planned_page(request, here(request), key)


def planned_page(request: HttpRequest, at: Here, key: int) -> HttpResponse:
    one = queries.planned_at(at, key, timezone.localtime())
    is_ahead = one.meeting.state == Meeting.State.PLANNED and not one.meeting.minutes_state
    context = {
        "at": at,
        "one": one,
        "returns": by_meeting(at).get(key, []) if is_ahead else [],
        "meeting": one.meeting,
        "kinds": Deadline.Kind.choices,
        "is_ahead": is_ahead,
        "plans": is_ahead and at.actor.may(Permission.PLAN_MEETINGS),
        "has_minutes": one.meeting.state == Meeting.State.HELD or bool(one.meeting.minutes_state),
    }
    return render(request, "workspace/plan/planned.html", context)


def _month(row: queries.Planned) -> dt.date:
    return row.meeting.date.replace(day=1)


def _first_month(values: Asked, today: dt.date) -> dt.date:
    """The month that the address asks for ("2026-05"), else this one."""
    text = values.text("from")
    try:
        day = dt.date.fromisoformat(f"{text}-01") if text else today
    except ValueError:
        values.refuse("from", "Choose from which month, such as 2026-05")
        day = today
    known = min(max(day.year, FIRST_YEAR + 1), LAST_YEAR - 2)
    return day.replace(year=known, day=1)


def _holidays(first: dt.date, last: dt.date) -> dict[dt.date, str]:
    both = {**bank_holidays(first.year), **bank_holidays(last.year)}
    return {day: name for day, name in both.items() if first <= day <= last}


def _links(request: HttpRequest, first: dt.date) -> dict[str, str]:
    """The same page a year earlier or later, and in the other view."""
    year = relativedelta(years=1)
    return {
        "earlier": with_values(request, **{"from": f"{first - year:%Y-%m}"}),
        "later": with_values(request, **{"from": f"{first + year:%Y-%m}"}),
        "list": with_values(request, view=None),
        "year": with_values(request, view="year"),
    }
