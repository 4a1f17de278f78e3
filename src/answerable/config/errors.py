"""Which page says that nothing stands at an address: that of the public site, or of those who work here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from answerable.public.errors import not_found as not_found_in_public
from answerable.web.errors import not_found as not_found_at_work


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, or 301 to the address with the slash that was left out."""
    return not_found_in_public(request, exception) or not_found_at_work(request, exception)
