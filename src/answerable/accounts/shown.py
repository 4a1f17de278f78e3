"""Whoever is shown restricted text leaves an event: pages say what they show, and it is written here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from answerable.audit.operations import record_view
from answerable.web.actor import actor_of


class ShownMiddleware:
    """Keeps ``request.shown_restricted``, to which pages add the restricted rows that they show.

    The event is written before the answer goes out: where it cannot be, nothing is shown.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        shown: list[Any] = []
        request.shown_restricted = shown  # type: ignore[attr-defined]
        response = self.get_response(request)
        if shown:
            actor = actor_of(request)
            record_view(
                by=actor.user, at=timezone.now(), about=[_about(row) for row in shown],
                office_id=actor.office.pk if actor.office else None,
                what=f"restricted parts of the record at {request.path}",
            )  # fmt: skip
        return response


def _about(row: Any) -> Any:
    """A row itself; what is no row of a table (a hit of a search) says which row it is ``about``."""
    return row if isinstance(row, models.Model) else getattr(row, "about", row)


def shows(request: HttpRequest, *rows: Any) -> None:
    """Say that an answer shows these rows, where no page with a tag does: a file, a picture."""
    shown: list[Any] = request.shown_restricted  # type: ignore[attr-defined]
    shown += [row for row in rows if row.restricted]
