"""What somebody types to prove who they are is heard only as fast as the rules allow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from answerable.accounts.models import User
from answerable.accounts.throttling import rule
from answerable.accounts.throttling.browsers import known_as
from answerable.accounts.throttling.operations import Counted, Wait, give_back, take_try
from answerable.web.client import address_of

WHOLE_NETWORK = 64  # bits of an IPv6 address that one customer shares: the rest they choose themselves
OTHER_WAYS = "A passkey works without waiting, and so does a link by mail (“Forgotten your password?”)."


@contextmanager
def heard(request: HttpRequest, what: str, email: str, user: User | None) -> Iterator[None]:
    """Hear one try; an exception inside leaves it counted as wrong, else it is taken off again.

    ``what``: "password" or "code", each counted apart. Raises ValidationError where it is too early.
    """
    counted = counts(request, what, email, user)
    try:
        take_try(counted=counted, at=timezone.now())
    except Wait as wait:
        raise ValidationError(too_early(wait.left), code="wait") from None
    yield
    give_back(counted=counted, at=timezone.now())


def counts(request: HttpRequest, what: str, email: str, user: User | None) -> Counted:
    """What a try counts for: a browser that knows the account, else the account and the address."""
    browser = known_as(request, user.pk) if user else None
    if browser:
        return {f"{what} browser {browser}": rule.BROWSER}
    return {
        f"{what} account {email.strip().lower()}": rule.ACCOUNT,
        f"{what} address {neighbourhood(address_of(request))}": rule.ADDRESS,
    }


def neighbourhood(address: str) -> str:
    """An IPv4 address, or the network of an IPv6 one; "" stays ""."""
    if ":" not in address:
        return address
    return str(ip_network((ip_address(address.partition("%")[0]), WHOLE_NETWORK), strict=False))


def too_early(left: timedelta) -> str:
    """The sentence for somebody who has to wait."""
    seconds = int(left.total_seconds()) + 1
    minutes = -(-seconds // 60)
    time = f"{seconds} seconds" if seconds < 60 else f"{minutes} minute{'s' if minutes > 1 else ''}"
    return f"There were too many wrong tries. Wait {time}, then try again. {OTHER_WAYS}"
