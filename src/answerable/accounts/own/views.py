"""One's own account."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from answerable.accounts.doing import do
from answerable.accounts.factors.queries import factors_of
from answerable.accounts.middleware import OFFICE
from answerable.accounts.models import User
from answerable.accounts.operations import end_sessions
from answerable.accounts.own.queries import key_of, sessions_of
from answerable.accounts.queries import held_by, offices_of
from answerable.core.permissions.roles import NAMES


def own_account(request: HttpRequest) -> HttpResponse:
    """Name, roles, password, second factor, sessions."""
    user = cast(User, request.user)
    shown = {
        "user": user,
        "held": held_by(user),
        "names": NAMES,
        "factors": factors_of(user),
        "sessions": sessions_of(user, request.session.session_key),
        "offices": offices_of(user),
    }
    return render(request, "accounts/own/account.html", shown)


def end_session(request: HttpRequest) -> HttpResponse:
    """End one of one's own sessions, or all of them. One of somebody else's is not there."""
    user, wanted = cast(User, request.user), request.POST.get("session", "")
    key = key_of(user, wanted)
    keys = None if wanted == "all" else [key] if key else []
    do(request, "That session is over.", end_sessions, user=user, keys=keys)
    if keys is None or request.session.session_key in keys:
        logout(request)
        messages.success(request, "You are signed out everywhere." if keys is None else "You are signed out.")
        return HttpResponseRedirect(reverse("account_login"))
    return HttpResponseRedirect(reverse("own_account"))


def choose_office(request: HttpRequest) -> HttpResponse:
    """Work in another office of one's own. Raises Http404 for one where they hold no role."""
    wanted = request.POST.get("office", "")
    office = next((one for one in offices_of(cast(User, request.user)) if str(one.pk) == wanted), None)
    if office is None:
        raise Http404
    request.session[OFFICE] = office.pk
    messages.success(request, f"You work in {office} now.")
    return HttpResponseRedirect("/")
