"""Every request: a number of its own, a line in the log, and a count for whoever watches the machine."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from structlog.contextvars import bound_contextvars

from answerable.upkeep.counting import counted

HEADER = "X-Request-ID"
NO_VIEW = "none"  # no address of ours: its path would be somebody's own words
SERVER_ERROR = 500

log = structlog.get_logger("answerable.request")


class RequestMiddleware:
    """Outermost of all. The number is made here, since one that was sent could say anything.

    The line says which view, how it ended, how long it took and the number of the user: never an address,
    a name, or anything that was sent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number, began = new_number(), time.perf_counter()
        with bound_contextvars(request=number):
            response = self.get_response(request)
            response[HEADER] = number
            noted(
                view_name(request.resolver_match), request.method or "", response.status_code, began,
                user=_user_number(request),
            )  # fmt: skip
        return response


def new_number() -> str:
    """The number of a request."""
    return uuid.uuid4().hex


def noted(view: str, method: str, status: int, began: float, **more: object) -> None:
    """Count an answer and write its line; ``began`` by time.perf_counter, ``more`` for the line."""
    seconds = time.perf_counter() - began
    counted(view, method, status, seconds)
    say = log.error if status >= SERVER_ERROR else log.info
    say("request", view=view, method=_method(method), status=status, ms=round(seconds * 1000, 1), **more)


def view_name(found: ResolverMatch | None) -> str:
    """The name in the table of addresses, without what stands in the path."""
    return (found.view_name or NO_VIEW) if found else NO_VIEW


def _method(method: str) -> str:
    known = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
    return method if method in known else "other"


def _user_number(request: HttpRequest) -> int | None:
    """The key of the user, where the request asked who it is; no question is asked for the log."""
    user = getattr(request, "_cached_user", None)
    return getattr(user, "pk", None)
