"""What the reader was unsure of."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


@require_safe
def review_meeting(request: HttpRequest, key: int) -> HttpResponse:
    return HttpResponse("")
