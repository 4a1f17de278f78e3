"""Where anybody can be anybody, nobody but this machine may be let in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error

from answerable.web.client import is_loopback

OPEN_HERE = (
    "Somebody can be signed in here without a password (SAMPLE or THIS_MACHINE is set), so the site is for "
    "this machine only: {} is not one of its own names (localhost, 127.0.0.1 or ::1)."
)


def needs_no_password() -> bool:
    """Is this the sample, or somebody's own machine, where a choice or a link signs in?"""
    return bool(settings.SAMPLE or settings.THIS_MACHINE)


def sample_allowed(host: str) -> str | None:
    """Why the site may not listen at ``host`` with these settings; None where it may."""
    if needs_no_password() and not is_loopback(host):
        return OPEN_HERE.format(host or "that address")
    return None


def the_provider_is_asked_in_private(**options: Any) -> list[CheckMessage]:
    """An error for an identity provider that is asked without TLS, but on this machine."""
    del options
    parts = urlsplit(settings.OIDC_ISSUER)
    if not settings.OIDC_ISSUER or parts.scheme == "https" or is_loopback(parts.netloc):
        return []
    return [
        Error(
            f"OIDC_ISSUER is {settings.OIDC_ISSUER}: what it says can be changed on the way.",
            hint="Set it to an address that begins with https://.",
            id="answerable.E011",
        )
    ]


def the_sample_stays_here(**options: Any) -> list[CheckMessage]:
    """An error for each host name of the settings that is not this machine's."""
    del options
    return [
        Error(
            reason,
            hint=f"Take {host} out of ALLOWED_HOSTS, or SAMPLE and THIS_MACHINE out of the environment.",
            id="answerable.E010",
        )
        for host in settings.ALLOWED_HOSTS
        if (reason := sample_allowed(host))
    ]
