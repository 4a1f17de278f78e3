"""Every page of signing in and of accounts, on a desk and a phone: accessible, and nothing cut off."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from answerable.accounts.models import RoleHeld, User
from answerable.core.permissions.roles import GIVEN, Role
from answerable.offices.models import Office
from tests import factories as make
from tests.accounts.people import PASSWORD, with_app, with_passkey, with_password
from tests.e2e.conftest import pages
from tests.e2e.test_pages_in_a_browser import RULES, WIDTHS
from tests.e2e.test_signing_in_with_the_office import use
from tests.signing import NOW, person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]
PICTURES = os.environ.get("PICTURES")  # a folder to keep pictures of the pages in, for whoever looks at them

OPEN = [
    "/account/sign-in/",
    "/account/password/forgotten/",
    "/account/password/forgotten/sent/",
    "/account/password/new/1-wrong/",
    "/account/password/new/done/",
    "/account/disabled/",
]
OWN = ["/account/", "/account/second-factor/", "/account/sign-out/"]
AFTER_PASSWORD = [
    "/account/second-factor/app/remove/",
    "/account/second-factor/passkeys/add/",
    "/account/second-factor/codes/new/",
    "/account/password/",
]


def faults(page: Page, where: str) -> list[Any]:
    """What axe finds, and how far the page sticks out; a picture is kept where one is wanted."""
    if PICTURES:
        name = page.url.split("/", 3)[3].split("?")[0].strip("/").replace("/", "-") or "front"
        page.screenshot(path=Path(PICTURES, f"{where}-{name}.png"), full_page=True)
    found = [
        (one["id"], one["nodes"][0]["html"][:200])
        for one in Axe().run(page, options=RULES).response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [*found, f"{wide} pixels too wide"] if wide > 0 else found


def see(page: Page, site: str, where: str, paths: list[str]) -> dict[str, Any]:
    found = {}
    for path in paths:
        page.goto(site + path)
        found[path] = faults(page, where)
    return {path: one for path, one in found.items() if one}


@pytest.mark.parametrize("where", WIDTHS)
def test_signing_in(where: str, browser: Browser, site: str) -> None:
    page = browser.new_context(viewport={"width": WIDTHS[where], "height": 900}).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    assert not see(page, site, where, OPEN)
    page.goto(site + "/account/sign-in/")
    page.get_by_label("Email address").fill("nobody@example.org")
    page.get_by_label("Password").fill("not a password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("do not go together")
    assert not faults(page, f"{where}-wrong")
    assert not [one for one in said if "Failed to load resource" not in one]


@pytest.mark.parametrize("where", WIDTHS)
def test_ones_own_account(where: str, browser: Browser, site: str) -> None:
    user = with_app(with_password(person_with(Role.POLICY_OFFICER, make.office())))
    with_passkey(user)
    second = Office.objects.create(name="Eastmarch", slug="eastmarch")
    RoleHeld.objects.create(user=user, office=second, role=Role.AUDITOR, given_at=NOW)
    page = next(pages(browser, site, user))(WIDTHS[where])
    assert not see(page, site, where, OWN)
    page.goto(site + AFTER_PASSWORD[0])
    assert not faults(page, f"{where}-again")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    key = Authenticator.objects.get(user=user, type=Authenticator.Type.WEBAUTHN).pk
    names = [f"/account/second-factor/passkeys/{key}/name/", f"/account/second-factor/passkeys/{key}/remove/"]
    assert not see(page, site, where, [*AFTER_PASSWORD, *names])
    page.goto(site + "/account/second-factor/codes/new/")
    page.get_by_role("button", name="Make new codes").click()
    assert not faults(page, f"{where}-codes")


@pytest.mark.parametrize("where", WIDTHS)
def test_the_first_second_factor(where: str, browser: Browser, site: str) -> None:
    user = with_password(person_with(Role.POLICY_OFFICER, make.office()))
    page = browser.new_context(viewport={"width": WIDTHS[where], "height": 900}, base_url=site).new_page()
    give_password(page, user)
    assert not faults(page, f"{where}-first")
    page.goto("/account/second-factor/app/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    assert not faults(page, f"{where}-app")
    page.get_by_role("button", name="Sign out", exact=True).click()
    with_passkey(with_app(user))
    give_password(page, user)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    assert not faults(page, f"{where}-asked")


def give_password(page: Page, user: User) -> None:
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


@pytest.mark.parametrize("where", WIDTHS)
def test_the_administrators_pages(where: str, browser: Browser, site: str) -> None:
    office = make.office()
    for role in GIVEN:
        user = person_with(role, office)
    with_app(user)
    User.objects.filter(pk=user.pk).update(is_active=False, last_login=NOW + dt.timedelta(hours=1))
    page = next(pages(browser, site, person_with(Role.ADMINISTRATOR, office)))(WIDTHS[where])
    assert not see(page, site, where, ["/accounts/", "/accounts/new/", f"/accounts/{user.pk}/"])
    page.goto(site + "/accounts/new/")
    page.get_by_label("Name").fill("Sian Hartle")
    page.get_by_label("Email address").fill("sian@wyvern.example")
    page.get_by_label("Policy officer").check()
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_text("This link is shown once.")).to_be_visible()
    assert not faults(page, f"{where}-made")


@pytest.mark.parametrize("where", WIDTHS)
def test_the_picker(where: str, browser: Browser, site: str, settings: Any) -> None:
    settings.SAMPLE = True
    page = browser.new_context(viewport={"width": WIDTHS[where], "height": 900}).new_page()
    assert not see(page, site, where, ["/account/sample/"])
    page.get_by_role("button", name="Priya Vennimore").click()
    page.goto(site + "/actions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    assert not faults(page, where)
    settings.SAMPLE, settings.THIS_MACHINE = False, "the-key"
    assert not see(page, site, where, ["/account/this-machine/", "/account/this-machine/?key=the-key"])


@pytest.mark.parametrize("where", WIDTHS)
def test_with_an_identity_provider(where: str, browser: Browser, site: str, settings: Any) -> None:
    use(settings, "http://127.0.0.1:9")
    page = browser.new_context(viewport={"width": WIDTHS[where], "height": 900}).new_page()
    assert not see(
        page, site, where, ["/account/sign-in/?next=/actions/", "/account/provider/back/?state=no"]
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
