"""What has to be settled before anybody but this machine is served."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from answerable.accounts.checks import sample_allowed
from answerable.web.client import is_loopback

SHORTEST_KEY = 50  # characters: what Django's own check asks for
EVERYBODY = "*"


def refused_at(host: str) -> str | None:
    """The sentence that says what is missing before the site may listen at ``host``; None where it may."""
    if is_loopback(host):
        return None
    reason = sample_allowed(host)
    if reason:
        return reason
    missing = list(_missing())
    return f"To serve other machines, {'; '.join(missing)}." if missing else None


def _missing() -> Iterator[str]:
    names = settings.ALLOWED_HOSTS
    if EVERYBODY in names or all(is_loopback(name) for name in names):
        yield "set ALLOWED_HOSTS to the name that the site is called by, such as answerable.example.org"
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield f"make SECRET_KEY at least {SHORTEST_KEY} characters long, or leave it out"
    if settings.DEBUG:
        yield "take DEBUG out of the environment"
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        yield (
            "set TRUSTED_PROXIES to the address of the proxy that ends TLS (or HTTPS=off, where passwords "
            "may travel in the clear)"
        )
