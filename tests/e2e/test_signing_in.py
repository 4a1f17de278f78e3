"""Signing in, as people do it: password and code, passkey, recovery code; in Chromium."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from answerable.accounts.links import password_link
from answerable.accounts.models import Session, User
from answerable.accounts.operations import disable
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.accounts.codes import code
from tests.signing import person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]
PASSWORD = "kettle-orbit-walnut-9"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site)
    yield context.new_page()
    context.close()


@pytest.fixture
def officer(site: str) -> User:
    """A policy officer with a password and no second factor yet."""
    user = person_with(Role.POLICY_OFFICER, make.office())
    user.set_password(PASSWORD)
    user.save()
    return user


def give_password(page: Page, user: User, password: str = PASSWORD) -> None:
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def show_it_is_me(page: Page) -> None:
    """The password once more, where the page asks for it."""
    if page.get_by_role("heading", name="Is it you?").count():
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Go on").click()


def add_app(page: Page) -> tuple[str, list[str]]:
    """Add an authenticator app; its key, and the recovery codes that are shown once."""
    page.goto("/account/second-factor/")
    page.get_by_role("button", name="Add an authenticator app").click()
    show_it_is_me(page)
    secret = page.locator("code").inner_text()
    page.get_by_label("Code", exact=True).fill(code(secret))
    page.get_by_role("button", name="Add the app").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    return secret, page.locator(".ans-codes li").all_inner_texts()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page).to_have_url(re.compile("/account/sign-in/"))


def passkeys(page: Page) -> Any:
    """An authenticator inside Chromium that says yes to everything."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    return devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def forget_time() -> None:
    """A code works once: let the one that was just used be forgotten, as half a minute later."""
    from django.core.cache import cache

    cache.clear()


def test_with_password_and_app(page: Page, officer: User) -> None:
    page.goto("/actions/")
    expect(page).to_have_url(re.compile(r"/account/sign-in/\?next=%2Factions%2F"))
    give_password(page, officer)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    page.goto("/actions/")
    expect(page).to_have_url(re.compile("/account/second-factor/"))
    secret, codes = add_app(page)
    assert len(codes) == 10
    page.goto("/actions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    sign_out(page)
    forget_time()
    give_password(page, officer)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    page.get_by_label("Code", exact=True).fill("000000" if code(secret) != "000000" else "111111")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("That code is not right")
    page.get_by_label("Code", exact=True).fill(code(secret))
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(re.compile(r"^http://localhost:\d+/$"))
    page.goto("/actions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")


def test_with_a_recovery_code_that_works_once(page: Page, officer: User) -> None:
    give_password(page, officer)
    _, codes = add_app(page)
    page.goto("/account/second-factor/codes/")
    show_it_is_me(page)
    expect(page.get_by_text("They were shown once and cannot be shown again")).to_be_visible()
    page.goto("/")
    for _ in range(2):
        sign_out(page)
        give_password(page, officer)
        page.get_by_label("Code", exact=True).fill(codes[3])
        page.get_by_role("button", name="Go on").click()
        if page.get_by_role("alert").count():
            break
    expect(page.get_by_role("alert")).to_contain_text("That code is not right")


def test_the_codes_can_be_downloaded(page: Page, officer: User) -> None:
    give_password(page, officer)
    _, codes = add_app(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download them as a file").click()
    text = waiting.value.path().read_text()
    assert waiting.value.suggested_filename == "answerable-recovery-codes.txt"
    assert all(one in text for one in codes)


def test_with_a_passkey_as_second_factor(page: Page, officer: User) -> None:
    passkeys(page)
    give_password(page, officer)
    page.get_by_role("button", name="Add a passkey").click()
    show_it_is_me(page)
    page.get_by_label("Name of the passkey").fill("Work telephone")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto("/account/second-factor/")
    expect(page.get_by_role("cell", name="Work telephone", exact=True)).to_be_visible()
    sign_out(page)
    give_password(page, officer)
    page.get_by_role("button", name="Use your passkey").click()
    expect(page).to_have_url(re.compile(r"^http://localhost:\d+/$"))
    page.goto("/actions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")


def test_with_a_passkey_alone(page: Page, officer: User) -> None:
    passkeys(page)
    give_password(page, officer)
    page.get_by_role("button", name="Add a passkey").click()
    show_it_is_me(page)
    page.get_by_label("Sign in with this passkey alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto("/")
    sign_out(page)
    page.goto("/account/sign-in/?next=/actions/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile("/actions/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")


def test_the_only_passkey_of_somebody_with_a_role_stays(page: Page, officer: User) -> None:
    passkeys(page)
    give_password(page, officer)
    page.get_by_role("button", name="Add a passkey").click()
    show_it_is_me(page)
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto("/account/second-factor/")
    page.get_by_role("link", name="Remove Passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("This is your only second factor")


def test_the_first_password_by_a_link(page: Page, site: str) -> None:
    user = person_with(Role.COMMISSIONER, make.office())
    page.goto(password_link(user, site))
    page.get_by_label("New password", exact=True).fill("police-2019!!")
    page.get_by_label("New password, once more").fill("police-2019!!")
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("alert")).to_contain_text("a word of this site")
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password, once more").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your password is set")
    page.goto(password_link(user, site))
    expect(page.get_by_role("heading", level=1)).to_have_text("This link does not work")
    give_password(page, user)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")


def test_a_disabled_account_is_out_at_once(page: Page, officer: User) -> None:
    give_password(page, officer)
    add_app(page)
    page.goto("/actions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    disable(user=officer, by=person_with(Role.ADMINISTRATOR, make.office()), at=timezone.now())
    page.goto("/actions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    give_password(page, officer)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is disabled")


def test_a_session_that_nobody_used_is_over(page: Page, officer: User) -> None:
    give_password(page, officer)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    Session.objects.filter(user=officer).update(seen_at=timezone.now() - dt.timedelta(hours=2, minutes=1))
    page.goto("/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
