"""New meetings on the plan: one, or a year of them out of a forum's rhythm."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.components import words
from answerable.core.calendar.holidays import bank_holiday
from answerable.core.calendar.rhythm import Day, Rhythm, days_of
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import NewDay, plan_days, plan_meeting
from answerable.meetings.operations.planning import MOST_THEME, MOST_VENUE
from answerable.web.address import Asked, asked
from answerable.workspace.here import Here, here
from answerable.workspace.plan import queries
from answerable.workspace.plan.typed import KINDS, hour, kinds_of, line
from answerable.workspace.sent import went_through

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Offered:
    """A day of a year to be planned; ``there`` is the meeting that stands for it already."""

    day: Day
    there: Meeting | None

    @property
    def name(self) -> str:
        return self.day.date.isoformat()


def new(request: HttpRequest) -> HttpResponse:
    """One meeting."""
    at = here(request)
    forums = queries.forums(at)
    values = Asked(request.POST.dict() if request.method == "POST" else request.GET.dict())
    if request.method == "POST" and _sent_one(request, values, forums):
        return redirect("plan")
    chosen = _forum(values, forums)
    context = {"asked": values, "forums": forums, "kinds": kinds_of(chosen), "shown": values.values}
    status = 400 if values.problems else 200
    return render(request, "workspace/plan/new.html", context, status=status)


def _sent_one(request: HttpRequest, values: Asked, forums: list[Forum]) -> bool:
    forum = _forum(values, forums)
    day, start, kind = (
        values.date("date", "the day"),
        hour(values, "start_time"),
        values.choice("kind", KINDS, "the kind"),
    )
    if forum is None:
        values.refuse("forum", "Choose from the list which forum meets")
    if day is None and values.error("date") is None:
        values.refuse("date", "Say on which day the meeting will be")
    theme, venue = (
        line(values, "theme", "the theme", MOST_THEME),
        line(values, "venue", "the place", MOST_VENUE),
    )
    if forum is None or day is None or values.problems:
        return False
    holiday = bank_holiday(day)
    said = f"Planned: {forum}, {words.weekday_date(day)}{f' ({holiday})' if holiday else ''}."
    return went_through(
        request, said, plan_meeting, forum=forum, date=day, kind=kind, theme=theme,
        start_time=start, venue=venue,
    )  # fmt: skip


def year(request: HttpRequest) -> HttpResponse:
    """A year of meetings: first what it would be, then those that stay ticked."""
    at = here(request)
    forums = queries.forums(at)
    values = Asked(request.POST.dict()) if request.method == "POST" else asked(request)
    forum = _forum(values, forums)
    if values.values.get("forum") == "":
        values.refuse("forum", "Choose from the list which forum meets")
    first = values.date("from", "the first day") or _next_month(at.today)
    offered = offers(at, forum, first) if forum else []
    if (
        request.method == "POST"
        and forum
        and not values.problems
        and _sent_year(request, values, forum, offered)
    ):
        return redirect("plan")
    context = {
        "asked": values, "forums": forums, "forum": forum, "first": first, "offered": offered,
        "left": sum(one.there is None for one in offered), "kinds": kinds_of(forum), "sent": request.POST,
    }  # fmt: skip
    return render(request, "workspace/plan/year.html", context, status=400 if values.problems else 200)


def _sent_year(request: HttpRequest, values: Asked, forum: Forum, offered: list[Offered]) -> bool:
    ticked = [one for one in offered if values.text(f"day-{one.name}")]
    new_days = [
        NewDay(one.day.date, values.text(f"kind-{one.name}"), _theme(values, one))
        for one in ticked if one.there is None
    ]  # fmt: skip
    if not ticked:
        values.refuse("days", "Leave at least one day ticked")
    if values.problems:
        return False
    said = f"Planned: {words.plural(len(new_days), 'meeting')} of {forum}."
    return went_through(request, said, plan_days, forum=forum, days=new_days)


def _theme(values: Asked, one: Offered) -> str:
    return line(values, f"theme-{one.name}", f"the theme of {words.date(one.day.date)}", MOST_THEME)


def offers(at: Here, forum: Forum, first: dt.date) -> list[Offered]:
    """The days of a forum's rhythm in twelve months, with what is on the plan for each already."""
    rhythm = rhythm_of(forum)
    if rhythm is None:
        return []
    last = first + relativedelta(months=MONTHS, days=-1)
    rows = Meeting.objects.filter(office_id=at.office_id, forum=forum)
    there = {day: one for one in rows for day in (one.date, one.first_date) if day}
    return [
        Offered(day, there.get(day.date) or (there.get(day.instead_of) if day.instead_of else None))
        for day in days_of(rhythm, first, last)
    ]


def rhythm_of(forum: Forum) -> Rhythm | None:
    """How often a forum meets, where somebody has said it whole."""
    if not forum.rhythm or forum.rhythm_week is None or forum.rhythm_weekday is None:
        return None
    return Rhythm(forum.rhythm, forum.rhythm_week, forum.rhythm_weekday, forum.rhythm_month or 1)


def _forum(values: Asked, forums: list[Forum]) -> Forum | None:
    return next((one for one in forums if str(one.pk) == values.text("forum")), None)


def _next_month(today: dt.date) -> dt.date:
    return today.replace(day=1) + relativedelta(months=1)
