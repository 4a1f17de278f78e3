"""Two versions of minutes, entry by entry."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.approval.comparing import Change, compare, counted
from answerable.core.approval.states import STATE_NAMES
from answerable.minuting.models import MinutesVersion
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of
from answerable.workspace.approval.queries import may_see, meeting_at, versions_seen
from answerable.workspace.here import here

CHANGES = 60  # entries on a page


def comparison(request: HttpRequest, key: int) -> HttpResponse:
    """What changed from one version to another; the last two where none are named."""
    at = here(request)
    meeting = meeting_at(at, key)
    if not may_see(at, meeting):
        raise Http404("These minutes are not sent to the force yet.")
    versions = list(versions_seen(at, meeting))
    numbers = [one.number for one in versions]
    values = asked(request)
    old, new = _pair(values, numbers)
    found: list[Change] = []
    if old and new:
        records = {
            one.number: one.record
            for one in MinutesVersion.objects.filter(meeting=meeting, number__in=(old, new))
        }
        found = compare(records[old], records[new])
    every = values.text("every") == "yes"
    shown = found if every else [one for one in found if one.what != "same"]
    context = {
        "meeting": meeting,
        "versions": versions,
        "old": old,
        "new": new,
        "counted": counted(found),
        "page": page_of(request, shown, CHANGES),
        "every": every,
        "state": STATE_NAMES,
        "asked": values,
    }
    return render(request, "workspace/approval/compare.html", context, status=400 if values.problems else 200)


def _pair(values: Asked, numbers: list[int]) -> tuple[int | None, int | None]:
    """The numbers of the two versions. Raises Http404 for one that is not there."""
    if len(numbers) < 2:
        return None, None
    old, new = values.number("from", "a version"), values.number("to", "a version")
    old, new = old or numbers[-2], new or numbers[-1]
    if old not in numbers or new not in numbers:
        raise Http404("There is no such version.")
    return old, new
