"""What holds for every form that writes, and for the pages on which people sign in."""

from __future__ import annotations

import logging
from typing import Any

import lxml.html
import pytest
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory

from answerable.accounts.models import Session, User
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.accounts.people import PASSWORD, with_app, with_password
from tests.asvs.conftest import ADMINISTRATOR, OFFICER, routes
from tests.permissions.actors import browser_of
from tests.permissions.places import World
from tests.signing import person_with, sign_in

A_YEAR = 365 * 24 * 3600
pytestmark = pytest.mark.any_database
WITHOUT_A_KEY = {"/account/sign-out/"}
"""Signing out needs none: accounts/urls.py says why."""
ENTROPY = 128  # bits that a session's key has to hold


# ------------------------------------------------------------------ forms of other sites
@pytest.mark.parametrize("who", [OFFICER, ADMINISTRATOR])
def test_no_form_of_another_site_is_taken(who: str, there: World) -> None:
    """Each address that writes, asked by another site's page: with the cookies and without the key."""
    client = browser_of(who, there.office, there.other)
    client.handler.enforce_csrf_checks = True
    events, people = Event.objects.count(), User.objects.count()
    asked = [one for one in dict.fromkeys(routes(there, "POST")) if one not in WITHOUT_A_KEY]
    for address in asked:
        for headers in (
            {},
            {"Origin": "https://elsewhere.example"},
            {"Referer": "https://elsewhere.example/x"},
        ):
            answer = client.post(address, {"answer": "right", "name": "x"}, headers=headers)
            assert answer.status_code in (302, 403, 404), f"{address} {answer.status_code}"
            if answer.status_code == 302:
                assert answer["Location"].startswith(("/account/", "/?")), address
    assert len(asked) > 30
    assert (Event.objects.count(), User.objects.count()) == (events, people), "nothing was written"


def test_looking_writes_nothing(there: World) -> None:
    """No address that is looked at changes the record, whatever stands in it."""
    client = browser_of(OFFICER, there.office, there.other)
    written = {"answer": "right", "field": "text", "value": "x", "confirm": "yes", "delete": "1"}
    before = set(Event.objects.values_list("pk", flat=True))
    for address in dict.fromkeys(routes(there)):
        client.get(address, written)
    made = Event.objects.exclude(pk__in=before).values_list("operation", flat=True)
    assert set(made) <= {"view"}, "but that somebody was shown what is restricted"


# ------------------------------------------------------------------ TLS
def test_over_tls_every_answer_says_to_stay_there(there: World, settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = A_YEAR, True
    settings.SECURE_SSL_REDIRECT = True
    client = browser_of(OFFICER, there.office, there.other)
    original = f"/documents/{there.keys['document']['ours']}/original"
    pages = ["/", "/nothing/", "/static/answerable/answerable.css", "/account/sign-in/", "/actions.csv"]
    for address in [*pages, "/health/live", original]:
        answer = client.get(address, secure=True)
        assert answer["Strict-Transport-Security"] == f"max-age={A_YEAR}; includeSubDomains", address
    moved: Any = client.get("/actions/?status=open")
    assert moved.status_code == 301
    assert moved["Location"] == "https://testserver/actions/?status=open"


# ------------------------------------------------------------------ fields for passwords
PAGES = ["/account/sign-in/", "/account/password/", "/account/again/", "/account/password/forgotten/"]


@pytest.fixture
def signed_in(db: None, settings: Any) -> Client:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = with_app(with_password(person_with(Role.POLICY_OFFICER, make.office())))
    return sign_in(Client(), user)


def fields(client: Client, address: str) -> list[Any]:
    answer = client.get(address, follow=True)
    return list(lxml.html.document_fromstring(answer.content.decode()).iter("input"))


def test_what_is_typed_is_hidden_and_can_be_pasted(signed_in: Client) -> None:
    found = [(Client(), PAGES[0]), (signed_in, PAGES[1]), (signed_in, PAGES[2])]
    for client, address in found:
        passwords = [one for one in fields(client, address) if "password" in str(one.get("name"))]
        assert passwords, address
        for one in passwords:
            assert one.get("type") == "password", address
            assert one.get("autocomplete") in ("current-password", "new-password"), address
            for name in ("maxlength", "pattern", "readonly", "onpaste", "disabled"):
                assert one.get(name) is None, f"{address} {name}"


def test_nobody_is_asked_for_a_hint_or_a_question(signed_in: Client) -> None:
    for client in (signed_in, Client()):
        for address in PAGES:
            names = {str(one.get("name")).lower() for one in fields(client, address)}
            assert not [name for name in names if "hint" in name or "question" in name or "maiden" in name]
    columns = {field.name for field in User._meta.get_fields()}
    assert not [name for name in columns if "hint" in name or "question" in name]


@pytest.mark.parametrize(
    "password", ["  blanks around it are part of it  ", "Ünï¢ödé – 密码 – пароль", "ALL CAPITALS AND LONG"]
)
def test_a_password_counts_exactly_as_it_was_typed(password: str, db: None, settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = with_password(person_with(None), password)

    def opens(given: str) -> bool:
        answer = Client().post("/account/sign-in/", {"login": user.email, "password": given})
        return bool(answer.status_code == 302)

    assert opens(password)
    others = {password.strip(), password.lower(), password.swapcase(), password[:-1], f"{password} "} - {
        password
    }
    assert not any(opens(other) for other in others)


# ------------------------------------------------------------------ sessions
def test_a_key_of_a_session_cannot_be_guessed(db: None) -> None:
    user = person_with(Role.POLICY_OFFICER, make.office())
    for _ in range(50):
        sign_in(Client(), user)
    keys = list(Session.objects.values_list("session_key", flat=True))
    assert len(set(keys)) == len(keys) >= 50
    letters = len(set("".join(keys)))
    assert letters > 30
    assert min(len(key) for key in keys) * 5 > ENTROPY, "each letter of more than 32 holds over 5 bits"


def test_signing_out_is_on_every_page(there: World) -> None:
    client = browser_of(OFFICER, there.office, there.other)
    for address in ("/", "/actions/", "/search/", "/account/", "/imports/", "/account/second-factor/"):
        tree = lxml.html.document_fromstring(client.get(address).content.decode())
        ways = tree.xpath("//*[@href='/account/sign-out/'] | //form[@action='/account/sign-out/']")
        assert ways, address


def test_a_session_is_known_by_the_server_alone(db: None) -> None:
    """What a browser holds is a number; whatever else it sends is nobody."""
    user = person_with(Role.POLICY_OFFICER, make.office())
    client = sign_in(Client(), user)
    key = client.cookies["session"].value
    Session.objects.filter(session_key=key).delete()
    assert client.get("/actions/").status_code == 302
    for made_up in ("", "0" * 32, key[:-1] + "!", key.upper(), "../../etc/passwd", "' OR 1=1 --"):
        stranger = Client()
        stranger.cookies["session"] = made_up
        assert stranger.get("/actions/").status_code == 302


def test_nobody_is_let_in_with_an_empty_or_unusable_password(db: None) -> None:
    user = person_with(Role.POLICY_OFFICER, make.office())
    for given in ("", "!", PASSWORD):
        assert authenticate(RequestFactory().post("/"), email=user.email, password=given) is None


# ------------------------------------------------------------------ what was refused
def test_a_refusal_is_in_the_log(there: World, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        browser_of("panel-reader", there.office, there.other).post("/imports/send", {})
    said = [
        record
        for record in caplog.records
        if record.name == "django.request" and "Forbidden" in str(record.msg)
    ]
    assert len(said) == 1
    assert said[0].levelno >= logging.WARNING
