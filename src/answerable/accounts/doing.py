"""What a form asks for is done once, by the one who sent it, and the next page says how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from answerable.accounts.models import User
from answerable.accounts.once import FIELD, SentAlready, once, sent_key
from answerable.core.clash import Clash
from answerable.core.refusal import Refusal
from answerable.web.actor import actor_of

SENT_ALREADY = "(The form was sent more than once; this was done once.)"
OF_THE_PAGE = {FIELD, "csrfmiddlewaretoken"}  # fields that say nothing of what is to be done


def do(request: HttpRequest, said: str, operation: Callable[..., Any], **what: Any) -> Any:
    """Call one operation as the actor, now, once for the form's key; what it returns.

    ``said`` is what the next page says of it, to whoever sends the same form again as well. A refusal is
    said there instead, and None is returned; so it is where the form was acted on before. Raises Clash,
    which becomes a page to choose on (``web.policy``).
    """
    try:
        done = act(request, operation, **what)
    except SentAlready:
        messages.success(request, f"{said} {SENT_ALREADY}")
    except Clash:
        raise
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, said)
        return done
    return None


def act(request: HttpRequest, operation: Callable[..., Any], **what: Any) -> Any:
    """Call one operation as the actor, now, once for the form's key; what it returns.

    For answers that are no page. Raises SentAlready, Clash, Refusal.
    """
    by, at = cast(User, actor_of(request).user), timezone.now()
    with once(_key(request), by=by, at=at):
        return operation(**what, by=by, at=at)


def _key(request: HttpRequest) -> str:
    return sent_key(request.POST.get(FIELD, ""), request.path, _fields(request))


def _fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in OF_THE_PAGE:
            yield from ((name, str(value)) for value in values)
    for name, files in request.FILES.lists():
        yield from ((name, f"{file.name} {file.size}") for file in files)
