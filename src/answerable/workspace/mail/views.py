"""The outbox, and which mails one wants oneself."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.accounts.models import User
from answerable.core.permissions.table import Permission
from answerable.mail.kinds import DIGEST, KINDS
from answerable.mail.operations import choose_kinds, try_again
from answerable.web.actor import actor_of
from answerable.web.address import asked
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.mail import queries

KIND_WORDS = {
    "before": "before a meeting", "overdue": "overdue", "given": "newly given",
    "reported": "reports to answer", "passed": "a post passed on", DIGEST: "several things",
}  # fmt: skip


def outbox(request: HttpRequest) -> HttpResponse:
    """To whom, of what kind, when, and what became of it."""
    at, values = here(request), asked(request)
    state = values.choice("state", queries.STATES, "a state")
    context = {
        "page": page_of(request, queries.outbox(at, state)), "state": state, "states": queries.STATES,
        "asked": values, "kinds": KIND_WORDS, "has_server": settings.MAIL,
        "may_manage": at.actor.may(Permission.MANAGE_ACCOUNTS),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/mail/outbox.html", context, status=status)


def again(request: HttpRequest, key: int) -> HttpResponse:
    """Try to send one with the next turn."""
    message = queries.message_at(here(request), key)
    do(request, f"It is tried again: the message to {message.to}.", try_again, message=message)
    return redirect("outbox")


def wishes(request: HttpRequest) -> HttpResponse:
    """The kinds of mail that one gets."""
    user = cast(User, actor_of(request).user)
    if request.method == "POST":
        wanted = [kind for kind in request.POST.getlist("kind") if kind in KINDS]
        do(request, "Saved.", choose_kinds, user=user, wanted=wanted)
        return redirect("mail_wishes")
    context = {"kinds": KINDS, "unwanted": queries.unwanted_by(user), "has_server": settings.MAIL}
    return render(request, "workspace/mail/wishes.html", context)
