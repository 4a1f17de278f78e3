"""Deciding, and what follows: not publishing, stopping, correcting, withdrawing, putting back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable.accounts.doing import do
from answerable.publishing import operations
from answerable.publishing.models import Publication
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.here import here
from answerable.workspace.publishing import queries
from answerable.workspace.publishing.making import led_to_made, led_to_put_forward
from answerable.workspace.publishing.operations import decide_as_seen, do_as_seen
from answerable.workspace.publishing.typed import embargo, long_text, renewed_with, wants_renewing
from answerable.workspace.publishing.versions import publication_version
from answerable.workspace.sent import version_of_form, went_through


def decide(request: HttpRequest, key: int) -> HttpResponse:
    """Publish it: it is public at once, or when its embargo ends, and what hangs on it is brought along."""
    at = here(request)
    found = queries.publication_at(at, key)
    said = "Decided. It is public when its embargo ends." if found.opens_at else "Decided. It is public now."
    seen = seen_in(request.POST.dict())
    do(request, said, decide_as_seen, publication=found, as_role=at.actor.role_names, seen=seen)
    operations.deliver_due(at=timezone.now())
    return redirect("publication", key)


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """Say of what a check found that it may stand, and why."""
    found = queries.publication_at(here(request), key)
    values = Asked(request.POST.dict())
    finding, why = values.text("finding"), values.text("why")
    do(request, "It may stand.", operations.answer, publication=found, key=finding, why=why)
    return redirect("publication", key)


def clock(request: HttpRequest) -> HttpResponse:
    """Say that the clock is right, so that embargoes end by it."""
    do(request, "The clock is right: embargoes end by it.", operations.confirm_clock)
    operations.deliver_due(at=timezone.now())
    return redirect("publishing")


def drop(request: HttpRequest, key: int) -> HttpResponse:
    """Decide not to publish it."""
    return _why(request, key, "drop", "It is not published.", operations.drop)


def stop(request: HttpRequest, key: int) -> HttpResponse:
    """Stop what waits under embargo."""
    return _why(request, key, "stop", "Stopped: nothing of it was public.", operations.stop)


def _why(request: HttpRequest, key: int, way: str, said: str, operation: Callable[..., Any]) -> HttpResponse:
    found = queries.publication_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        why = long_text(values, "why", "Say why it is not published")
        what = {
            "then": operation,
            "publication": found,
            "why": why,
            "seen": seen_in(request.POST.dict()),
        }
        if not values.problems and went_through(request, said, do_as_seen, **what):
            return redirect("publication", key)
    return _page(request, found, way, values)


def correct(request: HttpRequest, key: int) -> HttpResponse:
    """Put forward what the record says now, with a note for the public."""
    at, found = here(request), queries.publication_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        note = long_text(values, "note", "Say what was wrong: the public reads it beside the correction")
        what: dict[str, Any] = {"opens_at": embargo(values, timezone.now())}
        what["withdraw_before"] = values.text("withdraw_before") == "yes"
        what["renews"] = _renews(request, found)
        if not values.problems and (made := led_to_put_forward(
            request, "Put forward. The correction is public once it is decided.", operations.correct,
            about=found, publication=found, note=note, as_role=at.actor.role_names, **what,
        )):  # fmt: skip
            return made
    return _page(request, found, "correct", values)


def put_back(request: HttpRequest, key: int) -> HttpResponse:
    """Put forward again what was withdrawn."""
    at, found = here(request), queries.publication_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        note = long_text(values, "note", "Say why it can be read again: the public reads it")
        if not values.problems and (made := led_to_put_forward(
            request, "Put forward. It is public again once it is decided.", operations.put_back, about=found,
            publication=found, note=note, as_role=at.actor.role_names, renews=_renews(request, found),
        )):  # fmt: skip
            return made
    return _page(request, found, "put_back", values)


def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Take it out of what the public can read, at once."""
    at, found = here(request), queries.publication_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        note = long_text(values, "note", "Say why it goes: the public reads it at the address")
        if values.text("sure") != "yes":
            values.refuse("sure", "Tick that you know what goes")
        if not values.problems and (made := led_to_made(
            request, "Withdrawn. Its address says why.", operations.withdraw, about=found,
            publication=found, office=found.office, note=note, as_role=at.actor.role_names,
            renews=_renews(request, found),
        )):  # fmt: skip
            operations.deliver_due(at=timezone.now())
            return made
    return _page(request, found, "withdraw", values)


def _renews(request: HttpRequest, publication: Publication) -> bool:
    return publication.subject == Publication.Subject.MINUTES and wants_renewing(request)


def _page(request: HttpRequest, found: Publication, way: str, values: Asked) -> HttpResponse:
    context = {
        "one": found, "way": way, "asked": values, "shown": values.values,
        "version": version_of_form(request, publication_version(found)),
        "wholes": renewed_with(here(request), found.subject), "renews": wants_renewing(request),
        "paths": list(found.parts.values_list("path", flat=True)[: queries.MOST_SHOWN]),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/publishing/act.html", context, status=status)
