"""What figures propose for the next agendas; one proposal with its chart, taken to a meeting or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.components.figures_chart import chart
from answerable.core.measures.chance import said_of_many
from answerable.core.measures.drawing import picture
from answerable.core.permissions.table import Permission
from answerable.measures.models import Measure, Series
from answerable.meetings.models import Meeting
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of
from answerable.workspace.here import Here, here
from answerable.workspace.proposed import queries
from answerable.workspace.proposed.operations import refuse_proposal, take_as_point, take_as_question
from answerable.workspace.sent import went_through

BAD = 400
A_PAGE = 20  # proposals on a page: each is a sentence or two, to be decided about
WAYS = {"question": "A question on the agenda", "point": "A point of the terms of reference"}
OVER = "These figures propose nothing any more, or somebody answered it meanwhile."


def proposals(request: HttpRequest) -> HttpResponse:
    """All that is proposed, the strongest first."""
    at, values = here(request), asked(request)
    found = queries.board(at)
    ahead = queries.meetings_ahead(at)
    context = {
        "at": at, "board": found, "page": page_of(request, found.proposals, A_PAGE),
        "chance": said_of_many(found.signals, found.charts, alike=found.alike),
        "meeting": _chosen(ahead, values),
        "refused": queries.refused(at), "problems": values.problems,
    }  # fmt: skip
    status = BAD if values.problems else 200
    return render(request, "workspace/proposed/proposals.html", context, status=status)


def proposal(request: HttpRequest, key: int) -> HttpResponse:
    """One of them, with its chart and what can be done with it."""
    return _page(request, here(request), key, asked(request), Asked({}))


def take(request: HttpRequest, key: int) -> HttpResponse:
    """It goes onto the agenda of a meeting, or into its terms of reference."""
    at = here(request)
    held, _, what = queries.proposal_at(at, key)
    sent = Asked(request.POST.dict())
    ahead = {str(one.pk): one for one in queries.meetings_ahead(at)}
    meeting, text = ahead.get(sent.text("meeting")), request.POST.get("text", "").strip()
    way = sent.choice("way", WAYS, "how it is asked") or ""
    if meeting is None:
        sent.refuse("meeting", "Choose the meeting that it is for")
    if not text:
        sent.refuse("text", "Write the question")
    if not way and not sent.error("way"):
        sent.refuse("way", "Choose how it is to be asked")
    keys = _keys(request, what.keys if what else [])
    if sent.problems or meeting is None:
        return _page(request, at, key, asked(request), sent)
    operation: Callable[..., Any] = take_as_point if way == "point" else take_as_question
    done = "It is in the terms of reference." if way == "point" else "It is on the agenda."
    if keys and went_through(
        request, done, operation, series=_series(at, held), keys=keys, text=text, meeting=meeting
    ):
        return redirect("papers_meeting" if way == "point" else "agenda", meeting.pk)
    return _over(request, at, key, sent, bool(keys))


def refuse(request: HttpRequest, key: int) -> HttpResponse:
    """It is not to be raised, for a reason."""
    at = here(request)
    held, _, what = queries.proposal_at(at, key)
    sent = Asked(request.POST.dict())
    reason = request.POST.get("reason", "")
    if not reason.strip():
        sent.refuse("reason", "Write why it is not to be raised")
        return _page(request, at, key, asked(request), sent)
    keys = _keys(request, what.keys if what else [])
    if keys and went_through(
        request, "Noted. It is not proposed again.", refuse_proposal, series=_series(at, held), keys=keys,
        reason=reason,
    ):  # fmt: skip
        return redirect("measures_proposed")
    return _over(request, at, key, sent, bool(keys))


def _keys(request: HttpRequest, now: list[str]) -> list[str]:
    """The signals that the person was shown and that are still there."""
    shown = request.POST.getlist("key")
    return [one for one in now if one in shown]


def _over(request: HttpRequest, at: Here, key: int, sent: Asked, tried: bool) -> HttpResponse:
    """What was proposed is no more, or the operation refused."""
    if tried:
        return _page(request, at, key, asked(request), sent)
    messages.error(request, OVER)
    return redirect("measures_proposed")


def _series(at: Here, held: Any) -> Series:
    """The series with all columns of its measure, as an operation wants it."""
    measure = Measure.objects.get(pk=held.measure.pk, office_id=at.office_id)
    return Series(pk=held.series.pk, measure=measure, who=held.series.who, name=held.series.name)


def _chosen(ahead: list[Meeting], values: Asked) -> Meeting | None:
    """The meeting that the address names, else the next one."""
    wanted = values.number("meeting", "a meeting")
    return next((one for one in ahead if one.pk == wanted), ahead[0] if ahead and not wanted else None)


def _page(request: HttpRequest, at: Here, key: int, values: Asked, sent: Asked) -> HttpResponse:
    held, verdict, what = queries.proposal_at(at, key)
    ahead = queries.meetings_ahead(at)
    chosen = _chosen(ahead, values)
    problems = [*sent.problems, *values.problems]
    given = {
        "text": what.question if what else "", "meeting": chosen.pk if chosen else "", "way": "question",
        **sent.values,
    }  # fmt: skip
    context = {
        "at": at, "held": held, "verdict": verdict, "what": what, "place": queries.place_of(held.series),
        "drawn": chart(picture(held.facts, verdict)), "asked": sent, "given": given, "ways": WAYS,
        "meetings": [("", "Choose a meeting"), *((one.pk, _named(one)) for one in ahead)],
        "takes": at.actor.may(Permission.WRITE_AGENDAS), "decides": at.actor.may(Permission.DECIDE_PHASES),
        "problems": problems,
    }  # fmt: skip
    return render(request, "workspace/proposed/proposal.html", context, status=BAD if problems else 200)


def _named(one: Meeting) -> str:
    return f"{one.forum.name[:60]}, {one.date.day} {one.date:%B %Y}"
