"""Every address declares its policy, in the table of contents that names it::

    path("meetings/", reads(Permission.READ_RECORD, meetings), name="meetings")

A view is called only where its policy lets the actor through; an address that declares none fails the
system check, and is refused should it ever be reached.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, reverse
from django.utils.translation import override

from answerable.core.clash import Clash
from answerable.core.permissions.table import Permission
from answerable.web.actor import actor_of
from answerable.web.clash import clash_page
from answerable.web.kept import came_from, kept_page, was_sent_from_here
from answerable.web.language import language_of

View = Callable[..., HttpResponseBase]

READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST"})
SIGNED_OUT = (
    "Nothing was saved yet. Sign in, come back to this page and send it again; or copy what you typed."
)
ONLY_READ = "This address can only be read."
WEAK = frozenset({Permission.OPEN_PAGES, Permission.OWN_ACCOUNT, Permission.READ_PUBLISHED})
"""What needs no second factor: whoever has yet to set one up must get there."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What an address asks for, and the methods that it answers."""

    permission: Permission
    methods: frozenset[str]

    @property
    def needs_sign_in(self) -> bool:
        return self.permission not in (Permission.OPEN_PAGES, Permission.READ_PUBLISHED)

    @property
    def needs_second_factor(self) -> bool:
        return self.permission not in WEAK


def reads(permission: Permission, view: View) -> View:
    """A page: GET and HEAD."""
    return guarded(Policy(permission, READING), view)


def writes(permission: Permission, view: View) -> View:
    """What a form is sent to: POST."""
    return guarded(Policy(permission, WRITING), view)


def shows(view: View) -> View:
    """A public page: GET and HEAD, for everybody. It never asks who is there, so nobody's session is read."""
    shown = guarded(Policy(Permission.READ_PUBLISHED, READING), _in_public_language(view))
    shown.csrf_exempt = True  # type: ignore[attr-defined]  # it takes no form, and says so at once
    return shown


def _in_public_language(view: View) -> View:
    """The view and the words that it chooses in the language that the address asks for."""

    @functools.wraps(view)
    def spoken(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        with override(language_of(request)):
            return view(request, *args, **values)

    return spoken


def form(permission: Permission, view: View) -> View:
    """A page whose form is sent to itself: GET, HEAD and POST."""
    return guarded(Policy(permission, READING | WRITING), view)


def guarded(policy: Policy, view: View) -> View:
    """The view behind its policy. Where two people edited the same thing, the second chooses."""

    @functools.wraps(view)
    def guard(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        try:
            return refused(request, policy) or view(request, *args, **values)
        except Clash as clash:
            return clash_page(request, clash)

    guard.policy = policy  # type: ignore[attr-defined]
    return guard


def refused(request: HttpRequest, policy: Policy) -> HttpResponseBase | None:
    """The answer to a request that the policy does not let through; None where it does.

    Raises PermissionDenied with the reason. Nothing of the address's row was looked at yet, so the answer
    is the same whether it is there or not.
    """
    if request.method not in policy.methods:
        return _not_allowed(request, policy)
    if policy.permission is Permission.READ_PUBLISHED:
        return None
    actor = actor_of(request)
    if policy.needs_sign_in and not actor.signed_in:
        return _to_sign_in(request, policy)
    if policy.needs_second_factor and not actor.strong:
        return HttpResponseRedirect(reverse(settings.SECOND_FACTOR_PAGE))
    reason = actor.why_not(policy.permission)
    if reason:
        raise PermissionDenied(reason)
    return None


def _not_allowed(request: HttpRequest, policy: Policy) -> HttpResponseBase:
    """405: somebody went to where a form is sent, say, without the form."""
    if policy.permission is Permission.READ_PUBLISHED:
        return HttpResponse(
            ONLY_READ, "text/plain", 405, headers={"Allow": ", ".join(sorted(policy.methods))}
        )
    context = {"title": "This cannot be done here", "why": "Go back to the page and use its form or links."}
    answer = render(request, "components/error.html", context, status=405)
    answer["Allow"] = ", ".join(sorted(policy.methods))
    return answer


def _to_sign_in(request: HttpRequest, policy: Policy) -> HttpResponseBase:
    """To the sign-in page, and from there back to the page that was asked for.

    Somebody who was signed out while they wrote is shown what they typed instead.
    """
    sign_in = reverse(settings.LOGIN_URL)
    if policy.permission not in WEAK and was_sent_from_here(request):
        there = f"{sign_in}?{urlencode({'next': came_from(request)})}"
        return kept_page(request, "You were signed out: nothing is lost", SIGNED_OUT, sign_in=there)
    there = request.get_full_path() if request.method in READING else "/"
    return HttpResponseRedirect(f"{sign_in}?{urlencode({'next': there})}")


def policy_of(view: View) -> Policy | None:
    """The policy that an address declared."""
    return getattr(view, "policy", None)


def every_address(
    patterns: list[URLPattern | URLResolver], before: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern of a resolver with its whole route."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from every_address(pattern.url_patterns, route)
        else:
            yield route, pattern
