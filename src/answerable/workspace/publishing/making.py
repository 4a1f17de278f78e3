"""A form that makes a publication, and the way to the one that it made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.accounts.models import User
from answerable.publishing.book import same_subject
from answerable.publishing.building.ahead import cleaned_ahead
from answerable.publishing.models import Publication
from answerable.web.actor import actor_of
from answerable.workspace.sent import went_through


def led_to_made(
    request: HttpRequest,
    said: str,
    operation: Callable[..., Publication],
    *,
    about: Publication,
    **what: Any,
) -> HttpResponse | None:
    """Call one operation, and lead to the page of what it made; None where it refused.

    Somebody else may have put the same forward a moment later, so it is not looked for but where the form was
    sent twice: then it is the last about the same as ``about`` that this person put forward.
    """
    made: list[Publication] = []

    def keeping(**values: Any) -> Publication:
        made.append(operation(**values))
        return made[0]

    if not went_through(request, said, keeping, **what):
        return None
    if not made:
        mine = same_subject(about).filter(put_forward_by=cast(User, actor_of(request).user))
        made += mine.order_by("-pk")[:1]
    return redirect("publication", made[0].pk) if made else redirect("publishing")


def led_to_put_forward(
    request: HttpRequest,
    said: str,
    operation: Callable[..., Publication],
    *,
    about: Publication,
    **what: Any,
) -> HttpResponse | None:
    """As ``led_to_made``, of what is built anew: its papers are cleaned before anybody has to wait for it."""
    return led_to_made(request, said, operation, about=about, cleaner=cleaned_ahead(about), **what)
