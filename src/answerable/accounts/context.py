"""What every template may ask of signing in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def signing_in(request: HttpRequest) -> dict[str, Any]:
    """The provider's name ("" without one), whether mail is sent, and whether this is the sample."""
    del request
    return {
        "provider_name": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
        "mail": settings.MAIL,
        "sample": settings.SAMPLE,
    }
