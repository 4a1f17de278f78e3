"""allauth's views that change something, each in one transaction with its event."""

from __future__ import annotations

import functools
from typing import Any, cast

from allauth.account.utils import url_str_to_user_pk
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from answerable.accounts.factors.adapter import KEEP_ONE
from answerable.accounts.factors.operations import note_factors, note_password
from answerable.accounts.factors.queries import CODES, is_last_needed, snapshot
from answerable.accounts.models import User
from answerable.accounts.strength import note_shown
from answerable.accounts.throttling.browsers import remember
from answerable.web.policy import View


def changes_factors(view: View) -> View:
    """The view, its changes recorded; whoever adds a factor has shown it, so the session is strong then."""

    @functools.wraps(view)
    def recorded(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **values)
        user = cast(User, request.user)
        with transaction.atomic():
            before = snapshot(user.pk)
            response = _rendered(view(request, *args, **values))
            after = snapshot(user.pk)
            note_factors(before=before, after=after, by=user, at=timezone.now())
        new = [key for key in after if key not in before and after[key][0] != CODES]
        if new:
            note_shown(request, user, after[new[0]][0], at=timezone.now())
        return response

    return recorded


def keeps_one(view: View) -> View:
    """Removing a passkey, refused where it is the last factor of somebody who needs one."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, pk: int) -> HttpResponseBase:
        passkey = Authenticator.objects.filter(user_id=request.user.pk, pk=pk).first()
        if passkey and is_last_needed(passkey):
            messages.error(request, KEEP_ONE)
            return HttpResponseRedirect(reverse("mfa_index"))
        return view(request, pk=pk)

    return guarded


def changes_password(view: View) -> View:
    """The view, a change of somebody's password recorded: their own, or of whom a link was made for."""

    @functools.wraps(view)
    def recorded(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **values)
        own = request.user if request.user.is_authenticated else None
        pk = _user_of(values["uidb36"]) if "uidb36" in values else own.pk if own else None
        with transaction.atomic():
            before = _user(pk)
            response = _rendered(view(request, *args, **values))
            after = _user(pk)
            if before and after and before.password != after.password:
                by = own if own and own.pk == after.pk and "uidb36" not in values else None
                note_password(of=after, by=by, at=timezone.now())
                remember(request, response, after.pk)  # whoever has the link may try without a wait
        return response

    return recorded


def _user(pk: int | None) -> User | None:
    return User.objects.filter(pk=pk).first() if pk else None


def _user_of(uid: str) -> int | None:
    try:
        return int(url_str_to_user_pk(uid))
    except (ValueError, TypeError):
        return None


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    """The answer with its page made, so that what the page asks is asked in the same transaction."""
    render = getattr(response, "render", None)
    return cast(HttpResponseBase, render()) if render else response
