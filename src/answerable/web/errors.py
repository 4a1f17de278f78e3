"""The pages for what cannot be shown: in the same look, each saying what to do next."""

from __future__ import annotations

import sys

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.web.actor import NOBODY
from answerable.web.kept import kept_page, was_sent_from_here
from answerable.web.policy import WEAK, policy_of
from answerable.web.trouble import trouble_of, trouble_page

SEND_AGAIN = "You have signed in since this form was shown. Nothing was saved yet, and nothing is lost."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent cannot be used. A BadRequest that we raised says why.

    Django takes a session that could not be kept for a bad request, also where the database was the trouble.
    """
    trouble = trouble_of(exception)
    if trouble:
        return trouble_page(trouble)
    why = str(exception) if isinstance(exception, BadRequest) else ""
    return _page(request, 400, "This cannot be done as it was sent", why)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: somebody may not. A PermissionDenied that we raised says why."""
    return _page(request, 403, "You may not do this", str(exception or ""))


def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the key that ties a form to its session was wrong, as after signing in on another page.

    What was typed is shown with a new key, but only where a page of ours sent it.
    """
    del reason
    policy = policy_of(request.resolver_match.func) if request.resolver_match else None
    if policy and policy.permission not in WEAK and was_sent_from_here(request):
        return kept_page(request, "Send this once more", SEND_AGAIN)
    return _page(request, 403, "This form is out of date", "Go back, load the page again and try once more.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing stands at this address. An Http404 that we raised says what was looked for."""
    given = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    return _page(request, 404, "Page not found", given if given.endswith(".") else "")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. 507 or 503 where the machine is in trouble: the exception at hand tells."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble:
        return trouble_page(trouble)
    why = "It is our fault and has been logged. Try again."
    return _page(request, 500, "Something went wrong here", why, actor=NOBODY)  # who asks may be what failed


def _page(request: HttpRequest, status: int, title: str, why: str, **more: object) -> HttpResponse:
    return render(request, "components/error.html", {"title": title, "why": why, **more}, status=status)
