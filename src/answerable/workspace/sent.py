"""A form that is a page of its own: done and left, or shown again with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from answerable.accounts.doing import do
from answerable.core.refusal import Refusal
from answerable.web.clash import seen_in


def went_through(request: HttpRequest, said: str, operation: Callable[..., Any], **what: Any) -> bool:
    """Call one operation as ``do`` does; False where it refused, so that the form is shown again.

    A form that was sent twice went through: its second sending is told so on the page after it.
    """
    refused: list[Refusal] = []

    def attempt(**values: Any) -> Any:
        try:
            return operation(**values)
        except Refusal as reason:
            refused.append(reason)
            raise

    do(request, said, attempt, **what)
    return not refused


def version_of_form(request: HttpRequest, now: str) -> str:
    """The version for a form's hidden field: one that is shown again keeps the one that it was made from.

    So what somebody else changed while a mistake was put right is not written over unseen.
    """
    return (seen_in(request.POST) if request.method == "POST" else None) or now
