"""What a browser may keep of what it was shown: nothing, unless an answer says so itself."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from answerable.web.policy import View

NOTHING = "private, no-store"
CACHE = '"cache"'


class NotKeptMiddleware:
    """Whoever uses a computer next cannot go back to pages of the one before, nor find them on its disk.

    Stands behind the one that serves style sheets, which are the same for everybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", NOTHING)
        return response


def forgets(view: View) -> View:
    """The view, whose answer to a form has the browser drop all that it kept of the site, as pictures."""

    @functools.wraps(view)
    def forgetting(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        response = view(request, *args, **values)
        if request.method == "POST":
            response.headers["Clear-Site-Data"] = CACHE
        return response

    return forgetting
