"""Signing in with an identity provider, a real one in a process of its own; and what a false one tries."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from answerable.accounts.models import Session, User
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.accounts.codes import code
from tests.accounts.people import SECRET as KEY
from tests.accounts.people import with_app
from tests.e2e.provider import CLIENT, PASSWORD, SECRET
from tests.signing import person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]
EMAIL = "sian@wyvern.example"
Mood = Callable[..., None]


@pytest.fixture(scope="module")
def provider(live_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The provider's folder and its address."""
    folder = tmp_path_factory.mktemp("provider")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, str(Path(__file__).with_name("provider.py")), str(folder), str(port)]
    running = subprocess.Popen(
        [*words, f"{live_server.url}/account/provider/back/"], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    assert running.stdout.readline() == "ready\n"
    yield folder, f"http://127.0.0.1:{port}"
    running.kill()
    running.wait()


@pytest.fixture
def mood(provider: tuple[Path, str], site: str, settings: Any) -> Iterator[Mood]:
    """Set the site up for the provider, and say what its tokens say."""
    folder, issuer = provider
    file = folder / "mood.json"
    use(settings, issuer)
    yield lambda **claims: file.write_text(json.dumps(claims))
    file.unlink(missing_ok=True)


def use(settings: Any, issuer: str) -> None:
    settings.OIDC_ISSUER, settings.OIDC_NAME = issuer, "Wyvern Valley"
    app = {"provider_id": "office", "name": "Wyvern Valley", "client_id": CLIENT, "secret": SECRET,
           "settings": {"server_url": issuer}}  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    directives = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "form-action": ["'self'", issuer]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": directives}


@pytest.fixture
def sian(site: str) -> User:
    user = person_with(Role.POLICY_OFFICER, make.office(), "Sian Hartle")
    User.objects.filter(pk=user.pk).update(email=EMAIL)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    yield context.new_page()
    context.close()


def sign_in(page: Page, name: str = "sian") -> None:
    page.goto("/account/sign-in/?next=/actions/")
    page.get_by_role("button", name="Sign in with Wyvern Valley").click()
    at_provider(page, name)


def at_provider(page: Page, name: str) -> None:
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign In").first.click()
    page.wait_for_url(re.compile("localhost"))


def refused(page: Page, sentence: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
    expect(page.get_by_role("main")).to_contain_text(sentence)
    assert not Session.objects.exclude(user=None).exists()


def test_whoever_showed_a_second_factor_there_is_in(page: Page, sian: User, mood: Mood) -> None:
    mood(amr=["pwd", "mfa"])
    sign_in(page)
    expect(page).to_have_url(re.compile("/actions/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    event = Event.objects.filter(operation="accounts.sign_in").latest("pk")
    assert event.by == sian
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto("/account/sign-in/?next=/actions/")
    page.get_by_role("button", name="Sign in with Wyvern Valley").click()  # the provider still knows them
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")


def test_whoever_did_not_is_asked_for_ours(page: Page, sian: User, mood: Mood) -> None:
    with_app(sian)
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    page.get_by_label("Code", exact=True).fill(code(KEY))
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")


def test_whoever_has_none_sets_one_up(page: Page, sian: User, mood: Mood) -> None:
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")


def test_a_provider_that_always_asks(page: Page, sian: User, mood: Mood, settings: Any) -> None:
    settings.OIDC_SECOND_FACTOR = True
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")


def test_a_stranger_gets_one_sentence(page: Page, sian: User, mood: Mood) -> None:
    sign_in(page, "stranger")
    refused(page, "There is no account for stranger@elsewhere.example here.")
    assert not User.objects.filter(email="stranger@elsewhere.example").exists()


def test_an_address_that_is_not_verified_matches_nobody(page: Page, sian: User, mood: Mood) -> None:
    mood(email_verified=False)
    sign_in(page)
    refused(page, "does not say that your email address is verified")


def test_a_stranger_who_claims_somebodys_address(page: Page, sian: User, mood: Mood) -> None:
    mood(amr=["mfa"])
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    page.context.clear_cookies()
    Session.objects.all().delete()
    mood(email=EMAIL, email_verified=True)
    sign_in(page, "stranger")
    refused(page, "belongs to another identity at Wyvern Valley")


def test_a_disabled_account_stays_out(page: Page, sian: User, mood: Mood) -> None:
    User.objects.filter(pk=sian.pk).update(is_active=False)
    mood(amr=["mfa"])
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is disabled")
    assert not Session.objects.exclude(user=None).exists()


@pytest.mark.parametrize(
    "claims",
    [{"nonce": "another"}, {"iss": "http://127.0.0.1:9"}, {"aud": "another-site"}, {"exp": 1_000_000_000}],
    ids=["nonce", "issuer", "audience", "old"],
)
def test_a_token_that_is_not_for_this_sign_in(
    claims: dict[str, Any], page: Page, sian: User, mood: Mood
) -> None:
    mood(amr=["mfa"], **claims)
    sign_in(page)
    refused(page, "gave no answer that can be trusted")


def test_a_state_that_this_browser_did_not_send(page: Page, sian: User, mood: Mood) -> None:
    page.goto("/account/provider/back/?code=stolen&state=made-up")
    refused(page, "gave no answer that can be trusted")


def test_a_sign_in_that_another_browser_began(
    page: Page, sian: User, mood: Mood, browser: Browser, site: str
) -> None:
    """Somebody begins, and makes another finish at the provider."""
    mood(amr=["mfa"])
    page.goto("/account/sign-in/")
    page.get_by_role("button", name="Sign in with Wyvern Valley").click()
    other = browser.new_context(base_url=site).new_page()
    other.goto(page.url)
    at_provider(other, "sian")
    refused(other, "gave no answer that can be trusted")
    other.context.close()


def test_a_provider_that_does_not_answer(page: Page, sian: User, settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    use(settings, f"http://127.0.0.1:{port}")
    page.goto("/account/sign-in/")
    page.get_by_role("button", name="Sign in with Wyvern Valley").click()
    refused(page, "gave no answer that can be trusted")
