"""The forums, and what a person says of how they follow each other."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.meetings.models import Forum
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.forums import queries
from answerable.workspace.forums.operations import decide_succession
from answerable.workspace.here import here

NONE = "none"


def forums(request: HttpRequest) -> HttpResponse:
    """Every forum, what it continues and what continues it."""
    return render(request, "workspace/forums/forums.html", {"forums": queries.forums(here(request))})


def succeed(request: HttpRequest, key: int) -> HttpResponse:
    """This forum took over from that one, or from none."""
    at = here(request)
    forum = queries.forum_at(at, key)
    values = Asked(request.POST.dict())
    chosen = None if values.text("succeeds") == NONE else values.number("succeeds", "a forum")
    before = Forum.objects.filter(pk=chosen, office_id=at.office_id).first() if chosen else None
    if before is None and values.text("succeeds") != NONE:
        messages.error(request, "Choose from the list which forum it took over from.")
        return redirect("forums")
    after = f"{forum} took over from {before}." if before else f"{forum} took over from no other forum."
    do(
        request,
        f"Noted: {after}",
        decide_succession,
        forum=forum,
        succeeds=before,
        seen=seen_in(request.POST),
    )
    return redirect("forums")
