"""A journalist reads what is published: on a phone, by keyboard, without a script, followed by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.core.publication.contents import PATH
from tests.e2e.conftest import HEIGHT
from tests.public.site import PAGES, publish_site
from tools.accessing.looking import WIDTHS, faults, faults_on_paper

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

PHONE = 390
ZOOMED, DESK = WIDTHS[0], WIDTHS[-1]
LINE = "It will be under a minute by autumn."


@pytest.fixture
def site(transactional_db: None, live_server: Any) -> str:
    """A site with minutes that were corrected, minutes that were withdrawn, and all else."""
    publish_site()
    return str(live_server.url)


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A stranger's telephone that runs no script."""
    phone = {"width": PHONE, "height": HEIGHT}
    context = browser.new_context(viewport=phone, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def test_from_what_is_new_to_one_line_to_cite(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/wyvern-valley")
    page.get_by_label("Search the record").fill("autumn")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("main").get_by_role("link", name="Assurance meeting, 25 August 2022").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thursday 25 August 2022")
    page.get_by_role("link", name="Address of line 3").click()
    expect(page.get_by_text("To cite this line:")).to_contain_text(f"/{PATH}/entry/3")
    expect(page.locator(".pub-row--chosen")).to_contain_text(LINE)
    page.get_by_role("link", name="In the whole minutes").click()
    expect(page).to_have_url(f"{site}/{PATH}#entry-3")
    assert [one for one in asked if not one.startswith(site)] == []


def test_a_promise_says_how_it_is_known(page: Page, site: str) -> None:
    page.goto(f"{site}/{PATH}")
    line = page.locator("#entry-3")
    line.get_by_text("How we know").click()
    expect(line.get_by_text("Published by publication 3")).to_be_visible()


def test_by_keyboard_past_the_menu_to_the_minutes(page: Page, site: str) -> None:
    page.goto(f"{site}/{PATH}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/{PATH}#main-content")


def test_every_page_is_accessible_zoomed_on_a_desk_and_on_paper(browser: Browser, site: str) -> None:
    """At 1280 pixels and at 400% of that; ``make access`` looks at every state of the sample so."""
    context = browser.new_context(viewport={"width": DESK, "height": HEIGHT})
    here = context.new_page()
    said: list[str] = []
    here.on("console", lambda message: said.append(message.text))
    found = {}
    for path in PAGES:
        here.goto(f"{site}/{path}")
        for width in (ZOOMED, DESK):
            found[f"{path} at {width}"] = faults(here, width)
        found[f"{path} on paper"] = faults_on_paper(here)
    context.close()
    assert not {where: what for where, what in found.items() if what}
    assert not [one for one in said if "Failed to load resource" not in one]  # as 404 and 410 are reported
