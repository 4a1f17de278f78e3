"""The pages of the office administrator: each change is one operation."""

from __future__ import annotations

from collections.abc import Callable
from smtplib import SMTPException
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from answerable.accounts.administration.queries import Member, member, members_of
from answerable.accounts.doing import do
from answerable.accounts.links import mail_link, password_link
from answerable.accounts.models import User
from answerable.accounts.operations import (
    add_person,
    disable,
    enable,
    end_role,
    give_role,
    note_link,
    reset_second_factor,
)
from answerable.core.permissions.roles import DUTIES, GIVEN, NAMES, Role
from answerable.core.permissions.table import Permission
from answerable.offices.models import Office
from answerable.web.actor import actor_of

LINK = "link_to_show"
"""The key in the session of a link that the next page shows, once."""
NOBODY = "There is no such account in this office."


def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody of the office."""
    office = _office(request)
    shown = {"office": office, "members": members_of(office), "names": NAMES, "manages": _manages(request)}
    return render(request, "accounts/administration/list.html", shown)


@never_cache
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One person, what can be done about them, and a link that was just made."""
    found = _member(request, pk)
    link = request.session.pop(LINK, None)
    shown = {
        "office": _office(request), "one": found, "names": NAMES, "duties": DUTIES,
        "manages": _manages(request),
        "not_held": [role for role in GIVEN if role not in found.roles],
        "link": link["link"] if link and link["of"] == pk else None,
    }  # fmt: skip
    return render(request, "accounts/administration/account.html", shown)


def new_account(request: HttpRequest) -> HttpResponse:
    """A form for a person, and the person it makes; what cannot be used is shown again."""
    sent = request.POST
    if request.method == "POST":
        roles = [Role(one) for one in sent.getlist("roles") if one in GIVEN]
        values = {"name": sent.get("name", ""), "email": sent.get("email", ""), "roles": roles}
        user = do(request, "The account is made.", add_person, office=_office(request), **values)
        if user:
            _make_link(request, user)
            return HttpResponseRedirect(reverse("account", args=[user.pk]))
    shown = {"office": _office(request), "roles": GIVEN, "names": NAMES, "duties": DUTIES, "sent": sent}
    return render(request, "accounts/administration/new.html", shown)


def link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link by which the person sets a password: by mail, or shown once where none can be sent."""
    found = _member(request, pk)
    _make_link(request, found.user)
    return _back(pk)


def role(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a role or end one."""
    found, wanted = _member(request, pk), request.POST.get("role", "")
    if wanted not in GIVEN:
        raise Http404(NOBODY)
    ends = request.POST.get("do") == "end"
    said = f"{found.user.name} is {'no longer' if ends else 'now'} {NAMES[Role(wanted)]}."
    do(
        request,
        said,
        end_role if ends else give_role,
        user=found.user,
        office=_office(request),
        role=Role(wanted),
    )
    return _back(pk)


def disabled(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody signs in with the account any more."""
    return _done(request, pk, "Nobody can sign in with this account any more.", disable)


def enabled(request: HttpRequest, pk: int) -> HttpResponse:
    """They can sign in again."""
    return _done(request, pk, "The account is enabled.", enable)


def second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a lost second factor away, with the reason."""
    said = "The second factor is gone: they set up a new one when they sign in next."
    return _done(request, pk, said, reset_second_factor, reason=request.POST.get("reason", ""))


def _done(
    request: HttpRequest, pk: int, said: str, operation: Callable[..., Any], **what: Any
) -> HttpResponse:
    do(request, said, operation, user=_member(request, pk).user, **what)
    return _back(pk)


def _make_link(request: HttpRequest, user: User) -> None:
    """Mail it; where that cannot be done, keep it for the next page, which shows it once."""
    made = password_link(user, request.build_absolute_uri("/"))
    note_link(user=user, by=cast(User, request.user), at=timezone.now())
    try:
        if mail_link(user, made):
            messages.success(request, f"A link to set a password was sent to {user.email}.")
            return
    except (OSError, SMTPException):
        messages.error(request, "The mail could not be sent. Here is the link instead.")
    request.session[LINK] = {"of": user.pk, "link": made}


def _office(request: HttpRequest) -> Office:
    office: Office = actor_of(request).office
    return office


def _member(request: HttpRequest, pk: int) -> Member:
    found = member(_office(request), pk)
    if found is None:
        raise Http404(NOBODY)
    return found


def _manages(request: HttpRequest) -> bool:
    return actor_of(request).may(Permission.MANAGE_ACCOUNTS)


def _back(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("account", args=[pk]))
