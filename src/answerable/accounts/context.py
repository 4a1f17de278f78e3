"""What every template may ask of signing in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from answerable.published.queries import offices, part_of


def signing_in(request: HttpRequest) -> dict[str, Any]:
    """The provider's name ("" without one), whether mail is sent, and whether this is the sample.

    ``in_public()`` are the offices that have published anything: whoever has no account can read them.
    """
    del request
    return {
        "provider_name": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
        "mail": settings.MAIL,
        "sample": settings.SAMPLE,
        "in_public": in_public,
    }


def in_public() -> list[tuple[str, str]]:
    """The name and the address of each office that has a public site."""
    told = ((part_of(one).read()["name"], one.path) for one in offices())
    return [(str(name), f"/{path}") for name, path in told]
