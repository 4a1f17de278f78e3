"""The addresses of a public site that is served by itself (``answerable serve --public``)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from answerable.public.errors import not_found as not_found_in_public

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("answerable.public.alone.urls")),
    path("", include("answerable.public.urls")),
]

PLAIN = "text/plain; charset=utf-8"
NO_PAGE = 404
BAD, FORBIDDEN, TROUBLE = 400, 403, 500


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return not_found_in_public(request, exception) or _said("There is no such page.\n", NO_PAGE)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    del request, exception
    return _said("This cannot be answered.\n", BAD)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    del request, exception
    return _said("This page is not public.\n", FORBIDDEN)


def server_error(request: HttpRequest) -> HttpResponse:
    del request
    return _said("Something went wrong here. Try again in a minute.\n", TROUBLE)


def _said(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type=PLAIN)


handler400, handler403, handler404, handler500 = (
    f"answerable.config.public_urls.{name}"
    for name in ("bad_request", "forbidden", "not_found", "server_error")
)
