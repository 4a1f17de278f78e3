"""What a proxy says of a request is believed from listed proxies only."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SAID = "HTTP_X_FORWARDED_PROTO"
"""The header behind SECURE_PROXY_SSL_HEADER. Addresses are judged one by one in ``web/client.py``."""


class ProxyMiddleware:
    """Takes the word about TLS away from whoever is none of TRUSTED_PROXIES."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if SAID in request.META and not is_proxy(request.META.get("REMOTE_ADDR", "")):
            del request.META[SAID]
        return self.get_response(request)


def is_proxy(remote: str) -> bool:
    """Is the other end of the connection one of TRUSTED_PROXIES?"""
    try:
        address = ip_address(remote)
    except ValueError:
        return False
    return any(address in network for network in settings.TRUSTED_PROXIES)
