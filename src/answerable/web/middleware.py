"""The last line: a view that no policy guards is not called, whatever brought the request there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from answerable.web.policy import View, policy_of


class PolicyMiddleware:
    """Refuses addresses without a policy. The system check finds them before; this is for what it missed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, values: Any) -> None:
        del request, args, values
        if policy_of(view) is None:
            raise PermissionDenied("This page says nothing of who may see it, so nobody may.")
