"""Putting forward: minutes, an agenda with its papers, and what is published whole."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable.components.words import date as in_words
from answerable.core.permissions.table import Permission
from answerable.core.publication.duties import DUTIES
from answerable.core.publication.states import STATE_NAMES
from answerable.meetings.models import Meeting
from answerable.publishing.models import Publication
from answerable.publishing.operations import put_forward
from answerable.web.address import Asked
from answerable.workspace.here import Here, here
from answerable.workspace.publishing import queries
from answerable.workspace.publishing.making import led_to_put_forward
from answerable.workspace.publishing.papers import papers_of
from answerable.workspace.publishing.typed import embargo, long_text, renewed_with, wants_renewing
from answerable.workspace.publishing.views import WHOLE

DUTY_CHOICES = [(one.code, one.title) for one in DUTIES]
SAID = "Put forward. It is public once it is decided."


def minutes(request: HttpRequest, key: int) -> HttpResponse:
    """The minutes of a meeting."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    title = f"Minutes: {meeting.forum.name}, {in_words(meeting.date)}"
    return _form(request, at, Publication.Subject.MINUTES, title, meeting)


def agenda(request: HttpRequest, key: int) -> HttpResponse:
    """The agenda of a meeting, with the papers that may go out."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    title = f"Agenda: {meeting.forum.name}, {in_words(meeting.date)}"
    return _form(
        request, at, Publication.Subject.AGENDA, title, meeting, papers=papers_of(at, meeting),
        redacts=at.actor.may(Permission.REDACT), begun=meeting.items.exists(),
        sent=meeting.frozen_agendas.order_by("-number").first(),
        publications=queries.states(at, queries.of_meeting(meeting, Publication.Subject.AGENDA)),
        states=STATE_NAMES,
    )  # fmt: skip


def original(request: HttpRequest, key: int) -> HttpResponse:
    """What the minutes of a meeting were read from, as it was published at the time."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    if meeting.document is None:
        raise Http404("There is no original of these minutes.")
    title = f"Original of the minutes: {meeting.forum.name}, {in_words(meeting.date)}"
    return _form(request, at, Publication.Subject.ORIGINAL, title, meeting, document=meeting.document)


def whole(request: HttpRequest, subject: str) -> HttpResponse:
    """What is published as it stands today: the register, about the office, and so on."""
    if subject not in WHOLE:
        raise Http404("There is no such thing to publish.")
    return _form(request, here(request), subject, WHOLE[subject], None)


def _form(
    request: HttpRequest, at: Here, subject: str, title: str, meeting: Meeting | None, **more: Any
) -> HttpResponse:
    values = Asked(request.POST.dict())
    if request.method == "POST" and at.office is not None:
        what: dict[str, Any] = {
            "note": long_text(values, "note"),
            "duty": values.choice("duty", dict(DUTY_CHOICES), "the duty") or "",
            "opens_at": embargo(values, timezone.now()),
        }
        what["renews"] = subject == Publication.Subject.MINUTES and wants_renewing(request)
        about: dict[str, Any] = {"office": at.office, "subject": subject, "meeting": meeting}
        if not values.problems and (made := led_to_put_forward(
            request, SAID, put_forward, about=Publication(**about), title=title,
            as_role=at.actor.role_names, **about, **what,
        )):  # fmt: skip
            return made
    context = {
        "asked": values, "shown": values.values, "subject": subject, "title": title, "meeting": meeting,
        "duties": [("", "None"), *DUTY_CHOICES],
        "wholes": renewed_with(at, subject), "renews": wants_renewing(request),
        "hidden": len(queries.left_out(meeting).now) if meeting else 0,
        **more,
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/publishing/forward.html", context, status=status)
