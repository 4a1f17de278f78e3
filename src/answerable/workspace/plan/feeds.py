"""The plan as a calendar: as a file for who is signed in, and at a secret address for calendar programs."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from answerable.accounts.queries import user_with_roles, working
from answerable.core.permissions.asking import may
from answerable.core.permissions.table import Permission
from answerable.meetings.models import PlanFeed
from answerable.meetings.operations import renew_feed, stop_feed
from answerable.meetings.operations.feeds import digest
from answerable.offices.models import Office
from answerable.workspace.here import here
from answerable.workspace.plan.calendar import calendar_of
from answerable.workspace.sent import went_through

TYPE = "text/calendar; charset=utf-8"
BEHIND = dt.timedelta(days=366)  # a year of what was is kept in people's calendars
SHOW = "plan_feed_to_show"
"""The key in the session of a secret that the next page shows, once."""
NOTHING_THERE = "There is no calendar at this address."


def plan_ics(request: HttpRequest) -> HttpResponse:
    """The office's plan as a file."""
    office: Office | None = here(request).office
    if office is None:
        raise Http404(NOTHING_THERE)
    answer = _calendar(request, office)
    answer["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return answer


@never_cache
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The same for a calendar program, which knows a secret and nothing else.

    As long as whoever made the address may read the record of the office.
    """
    held = PlanFeed.objects.select_related("office").filter(token_sha256=digest(secret)).first()
    user = user_with_roles(held.user_id) if held else None
    if held is None or user is None:
        raise Http404(NOTHING_THERE)
    at = working(user, held.office_id)
    if at.office is None or at.office.pk != held.office_id or not may(at.roles, Permission.READ_RECORD):
        raise Http404(NOTHING_THERE)
    return _calendar(request, held.office)


@never_cache
def feed_page(request: HttpRequest) -> HttpResponse:
    """How to subscribe: the address is made here, shown once, renewed and stopped."""
    at = here(request)
    if request.method == "POST" and at.office is not None:
        _sent(request, at.office)
        return redirect("plan_feed_page")
    secret = request.session.pop(SHOW, None)
    address = request.build_absolute_uri(reverse("plan_feed", args=[secret])) if secret else ""
    feeds = PlanFeed.objects.filter(office_id=at.office_id)
    held = feeds.filter(user_id=at.actor.user.pk).first() if at.actor.user else None
    return render(request, "workspace/plan/feed.html", {"at": at, "address": address, "held": held})


def _sent(request: HttpRequest, office: Office) -> None:
    if request.POST.get("do") == "stop":
        went_through(request, "Stopped: the address opens nothing any more.", stop_feed, office=office)
        return
    made: list[str] = []

    def renew(**values: object) -> None:
        made.append(renew_feed(**values))  # type: ignore[arg-type]

    went_through(request, "The address is made. It is shown once.", renew, office=office)
    if made:
        request.session[SHOW] = made[0]


def _calendar(request: HttpRequest, office: Office) -> HttpResponse:
    now = timezone.now()
    text = calendar_of(office, since=timezone.localdate() - BEHIND, now=now, host=request.get_host())
    return HttpResponse(text, content_type=TYPE)
