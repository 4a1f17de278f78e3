"""The public keys that decisions were signed with, as anybody's tools read them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from answerable.public.pages import office_at
from answerable.published.models import Key

PLAIN = "text/plain; charset=utf-8"
PEM = "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n"


def keys(request: HttpRequest, office: str) -> HttpResponse:
    """Each key's statement (from when on it signs, which was before it) and the key itself in PEM."""
    del request
    office_at(office)
    said = [f"{one.statement}{PEM.format(one.public)}" for one in Key.objects.all()]
    return HttpResponse("\n".join(said), PLAIN)
