"""The same addresses answer a form with the next page, and the script with JSON: with the same refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from answerable.accounts.doing import act, do
from answerable.accounts.once import SentAlready
from answerable.components import words
from answerable.core.clash import Clash
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item
from answerable.workspace.here import here
from answerable.workspace.live import queries

JSON = "application/json"
CLASH, REFUSED = 409, 422


def wants_json(request: HttpRequest) -> bool:
    return JSON in request.headers.get("Accept", "")


def done(
    request: HttpRequest,
    said: str,
    there: str,
    operation: Callable[..., Any],
    *,
    under: Item | None = None,
    **what: Any,
) -> HttpResponse:
    """Do it, and go ``there``; or answer what now stands ``under`` an item. Raises Clash for a page."""
    if not wants_json(request):
        do(request, said, operation, **what)
        return redirect(there)
    try:
        act(request, operation, **what)
    except SentAlready:
        pass
    except Clash as clash:
        return JsonResponse(_clash(clash), status=CLASH)
    except Refusal as reason:
        return refused(str(reason))
    return JsonResponse(_state(request, under))


def refused(reason: str) -> HttpResponse:
    return JsonResponse({"said": reason}, status=REFUSED)


def _state(request: HttpRequest, item: Item | None) -> dict[str, Any]:
    """What the grammar made of the lines of the item that was written to."""
    lines = queries.lines_of(here(request), item) if item else None
    return {
        "item": item.pk if item else None,
        "lines": [one.as_json() for one in lines.rows] if lines else [],
        "open": lines.open_points if lines else 0,
        "at": f"{timezone.localtime():%H:%M:%S}",
    }


def _clash(clash: Clash) -> dict[str, Any]:
    text = next((one for one in clash.choices if one.name == "text"), None)
    at = f" at {words.time(timezone.localtime(clash.at).time())}" if clash.at else ""
    return {
        "said": f"{clash.who} changed this line{at}." if clash.who else str(clash),
        "theirs": text.theirs if text else "",
        "version": clash.version,
        "gone": clash.final,
    }
