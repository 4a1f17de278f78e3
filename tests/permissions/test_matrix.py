"""Every address × everybody × every method × every state of what it is about: as the table says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, get_resolver

from answerable.core.permissions.asking import may
from answerable.core.permissions.roles import Role
from answerable.core.permissions.table import Permission
from answerable.web.policy import Policy, every_address, policy_of, refused
from tests.permissions.actors import ACTORS, DISABLED, ELSEWHERE, STRANGER, WEAK, browser_of, roles_of
from tests.permissions.places import ROUTES, World, addresses

pytestmark = pytest.mark.any_database
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "INVENTED")
PATTERNS = {str(pattern.name): pattern for _, pattern in every_address(get_resolver().url_patterns)}
NOTHING_TO_ASK = {"account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
"""Where somebody with neither a password nor a second factor is told that there is nothing to ask them."""
SIGN_IN, FACTOR = "to sign in", "to set up a second factor"


def expected(policy: Policy, actor: str, method: str) -> str:
    """What the table says of one request, whatever it is about."""
    if method not in policy.methods:
        return "405"
    if policy.permission in (Permission.OPEN_PAGES, Permission.READ_PUBLISHED):
        return "let through"
    if actor in (STRANGER, DISABLED):
        return SIGN_IN
    if policy.permission is Permission.OWN_ACCOUNT and roles_of(actor):
        return "let through"
    if actor == WEAK:
        return FACTOR
    return "let through" if may(roles_of(actor), policy.permission) else "403"


def happened(answer: Any) -> str:
    """What became of a request, in the same words."""
    status, to = answer.status_code, answer.headers.get("Location", "")
    if status in (403, 405) or status >= 500:
        return str(status)
    if status == 302 and to.startswith("/account/sign-in/?next="):
        return SIGN_IN
    if status == 302 and to == "/account/second-factor/":
        return FACTOR
    return "let through"


@pytest.fixture
def bare_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that refuse are not laid out: that takes most of the time."""

    def bare(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
        return HttpResponse(context["title"], status=status)

    for where in ("answerable.web.policy", "answerable.web.errors"):
        monkeypatch.setattr(f"{where}.render", bare)


@pytest.fixture
def let_through(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Whoever is let through is told so, and the page behind is not made.

    It is made for one actor; the canaries make every page for everybody.
    """

    def guard(request: HttpRequest, policy: Policy) -> HttpResponseBase:
        return refused(request, policy) or HttpResponse("let through")

    return lambda: monkeypatch.setattr("answerable.web.policy.refused", guard)


@pytest.mark.usefixtures("bare_refusals")
@pytest.mark.parametrize("actor", ACTORS)
def test_everybody_gets_just_what_the_table_says(
    actor: str, there: World, let_through: Callable[[], None]
) -> None:
    client = browser_of(actor, there.office, there.other)
    if actor != Role.POLICY_OFFICER:
        let_through()
    wrong = []
    for name, pattern in PATTERNS.items():
        policy = policy_of(pattern.callback)
        assert policy is not None, name
        for state, address in addresses(there, name, _groups(pattern)).items():
            for method in METHODS if state == "ours" else ("GET", "POST"):
                wanted, got = expected(policy, actor, method), happened(_ask(client, method, address))
                if wanted != got and not (name in NOTHING_TO_ASK and got == "403"):
                    wrong.append(f"{method} {address} ({name}): {got} instead of {wanted}")
    assert not wrong, "\n".join(["", *wrong])


def test_not_yours_and_not_there_are_one_answer(there: World) -> None:
    """Restricted for one who may not see it, another office's for anybody: as if it did not exist."""
    compared = 0
    for actor in ("panel-reader", "administrator", "policy-officer", "auditor", "chief-officer"):
        client = browser_of(actor, there.office, there.other)
        hidden = (
            {"elsewhere"} if may(roles_of(actor), Permission.READ_RESTRICTED) else {"elsewhere", "restricted"}
        )
        for name, pattern in PATTERNS.items():
            found = addresses(there, name, _groups(pattern))
            for method in ("GET", "HEAD", "POST"):
                for state in hidden & set(found):
                    this, missing = (_ask(client, method, found[one]) for one in (state, "missing"))
                    assert _whole(this, found[state]) == _whole(missing, found["missing"]), (
                        actor,
                        name,
                        state,
                    )
                    compared += 1
    assert compared > 300


def test_somebody_of_another_office_finds_nothing_here(there: World) -> None:
    client = browser_of(ELSEWHERE, there.office, there.other)
    for name, pattern in PATTERNS.items():
        policy = policy_of(pattern.callback)
        found = addresses(there, name, _groups(pattern))
        if policy and "ours" in found and "missing" in found:
            for method in policy.methods & {"GET", "POST"}:
                answer = _ask(client, method, found["ours"])
                assert answer.status_code in (403, 404), (name, answer.status_code)


def test_every_address_is_asked_for(there: World) -> None:
    """One with a key leads to a row of every state that there is."""
    for name, pattern in PATTERNS.items():
        if _groups(pattern) & {"key", "pk"} and ROUTES[name][0] in there.keys:
            assert {"ours", "elsewhere", "missing"} <= set(addresses(there, name, _groups(pattern))), name


def _ask(client: Client, method: str, address: str) -> Any:
    """One request, of which nothing stays."""
    with transaction.atomic():
        cookies = client.cookies.copy()
        answer = client.generic(method, address)
        if answer.streaming:
            answer.content_read = b"".join(answer.streaming_content)
        client.cookies = cookies
        transaction.set_rollback(True)
    return answer


def _whole(answer: Any, address: str) -> tuple[Any, ...]:
    """Status, headers and body, without what is new for every request."""
    body = answer.content_read if answer.streaming else answer.content
    said = re.sub(rb'(nonce-|nonce="|form_key" value="|csrfmiddlewaretoken" value=")[^"\' ;]+', rb"\1", body)
    headers = {
        name: re.sub(r"nonce-[^' ]+", "nonce", value)
        for name, value in answer.headers.items()
        if name.lower() not in ("x-request-id",)
    }
    return answer.status_code, headers, said.replace(address.encode(), b"")


def _groups(pattern: URLPattern) -> set[str]:
    """The names of the values in an address."""
    return set(pattern.pattern.regex.groupindex)
