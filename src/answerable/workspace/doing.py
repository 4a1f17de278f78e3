"""What a form asks for is done once, by the one who sent it, and the next page says how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from answerable.accounts.models import User
from answerable.accounts.once import FIELD, SentAlready, once
from answerable.core.refusal import Refusal
from answerable.web.actor import actor_of

SENT_ALREADY = "That was done already: the form was sent twice."


def do(request: HttpRequest, said: str, operation: Callable[..., Any], **what: Any) -> Any:
    """Call one operation as the actor, now, once for the form's key; what it returns.

    ``said`` is what the next page says of it. A refusal is said there instead, and None is returned; so it
    is where the form was acted on before.
    """
    by, at = cast(User, actor_of(request).user), timezone.now()
    try:
        with once(request.POST.get(FIELD, ""), by=by, at=at):
            done = operation(**what, by=by, at=at)
    except SentAlready:
        messages.info(request, SENT_ALREADY)
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, said)
        return done
    return None
