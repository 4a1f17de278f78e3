"""A record of two offices, and every answer that the site can give about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from answerable.web.policy import every_address, policy_of
from tests.permissions.actors import STRANGER, browser_of
from tests.permissions.kept import made, there
from tests.permissions.places import World, addresses

__all__ = ["answers", "made", "there"]

EVERY: list[Answered] = []
OFFICER, ADMINISTRATOR, AUDITOR = "policy-officer", "administrator", "auditor"


@dataclass(frozen=True)
class Answered:
    """One answer: who asked, how, for what, and what came."""

    who: str
    method: str
    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    def __str__(self) -> str:
        return f"{self.who}: {self.method} {self.address} {self.status}"


def routes(there: World, method: str = "GET") -> Iterator[str]:
    """Every address that answers a method, about each row that is there or is not."""
    for _, pattern in every_address(get_resolver().url_patterns):
        policy = policy_of(pattern.callback)
        if policy and method in policy.methods:
            groups = set(pattern.pattern.regex.groupindex)
            yield from addresses(there, str(pattern.name), groups).values()


@pytest.fixture
def answers(there: World) -> list[Answered]:
    """Pages, downloads, redirects and refusals of every address, to three kinds of people and a stranger.

    Asked for once, since they are many; what came is plain text that no test can change.
    """
    if not EVERY:
        EVERY.extend(_every(there))
    return EVERY


def _every(there: World) -> list[Answered]:
    found = []
    for who in (OFFICER, ADMINISTRATOR, AUDITOR, STRANGER):
        client = browser_of(who, there.office, there.other)
        for address in dict.fromkeys(routes(there)):
            found.append(_asked(client, who, "GET", address))
        found.append(_asked(client, who, "GET", "/nothing/is/here/"))
        found.append(_asked(client, who, "POST", "/actions/"))
        found.append(_asked(client, who, "GET", "/actions/?from=whenever&status=odd"))
        found.append(_asked(client, who, "GET", "/static/answerable/answerable.css"))
        found.append(_asked(client, who, "GET", "/static/nothing.css"))
    return found


def _asked(client: Client, who: str, method: str, address: str) -> Answered:
    answer: Any = client.generic(method, address)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Answered(who, method, address, answer.status_code, dict(answer.headers), body)
