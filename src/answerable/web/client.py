"""Who is at the other end of a request: their address, as far as it can be believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

FORWARDED = "HTTP_X_FORWARDED_FOR"
ANY_PROXY = (FORWARDED, "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA", "HTTP_X_FORWARDED_HOST")
"""The headers that a proxy leaves: a browser on this machine sends none of them."""
LOOPBACK_NAME = "localhost"
HOST_AND_PORT = re.compile(r"^(\[[^]]*\]|[^:]*):\d*$")
MOST_HOPS = 10  # forwarded addresses looked at, from the nearest: no chain of honest proxies is longer


def address_of(request: HttpRequest) -> str:
    """The address that the request came from; "" where it came through a socket file.

    ``X-Forwarded-For`` is believed as far as listed proxies (TRUSTED_PROXIES) wrote it: from its right end
    to the first address that is none of theirs. Whatever stands left of that anybody can have written.
    """
    last = request.META.get("REMOTE_ADDR", "")
    return believed(last, request.META.get(FORWARDED, ""), settings.TRUSTED_PROXIES)


def believed(remote: str, forwarded: str, proxies: list[Network]) -> str:
    """The nearest address that is no proxy's; where all are, the farthest that was believed."""
    here = _parsed(remote)
    for one in reversed(forwarded.split(",")[-MOST_HOPS:]):
        if here is None or not any(_within(here, network) for network in proxies):
            break
        before = _parsed(one.strip())
        if before is None:
            break
        here = before
    return str(here) if here else ""


def is_loopback(host: str) -> bool:
    """Is this name or address this machine's own? ``host`` may have brackets and a port."""
    bare = HOST_AND_PORT.sub(r"\1", host).removeprefix("[").removesuffix("]")
    address = _parsed(bare)
    return bare.lower() == LOOPBACK_NAME or (address is not None and address.is_loopback)


def likely_site(hosts: Sequence[str]) -> str:
    """Where the site most likely is: at the first name that others can ask for, else on this machine."""
    named = (host for host in hosts if host != "*" and not host.startswith(".") and not is_loopback(host))
    host = next(named, None)
    return f"https://{host}" if host else "http://localhost:8000"


def is_this_machine(request: HttpRequest) -> bool:
    """Was it asked for by a browser here, by a name of here, and by no proxy for somebody else?"""
    return (
        is_loopback(request.META.get("REMOTE_ADDR", ""))
        and is_loopback(request.get_host())
        and not any(request.META.get(header) for header in ANY_PROXY)
    )


def _within(address: Address, network: Network) -> bool:
    return address.version == network.version and address in network


def _parsed(text: str) -> Address | None:
    """An address, one of IPv4 written as IPv6 as the former; None for anything else."""
    try:
        found = ip_address(text)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found
