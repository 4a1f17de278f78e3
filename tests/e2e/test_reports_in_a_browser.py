"""A report from end to end in Chromium: the force drafts and releases it, the office reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from answerable.actions.models import Action, Report
from answerable.core.permissions.roles import Role
from answerable.people.models import Post
from tests import factories as make
from tests import follow
from tests.e2e.conftest import Opened, pages
from tests.e2e.test_pages_in_a_browser import RULES, WIDTHS
from tests.reporting import DONE, an_action
from tests.signing import person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]


@pytest.fixture
def action(site: str) -> Action:
    return an_action("DCC to count the callers", due="2031-06-01")


@pytest.fixture
def contributor(browser: Browser, site: str) -> Iterator[Opened]:
    yield from pages(browser, site, person_with(Role.CONTRIBUTOR, make.office(), "Cal Fenn"))


@pytest.fixture
def chief(browser: Browser, site: str) -> Iterator[Opened]:
    yield from pages(browser, site, person_with(Role.CHIEF_OFFICER, make.office(), "Ines Hart"))


def is_clean(page: Page) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it is cut off"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_drafted_released_and_read(
    script: bool,
    contributor: Opened,
    chief: Opened,
    opened: Opened,
    site: str,
    action: Action,
    tmp_path: Path,
) -> None:
    sheet = tmp_path / "callers.csv"
    sheet.write_text("day,callers\n1 April,412\n")
    page = contributor(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{site}/")
    page.get_by_role("link", name=re.compile("open actions? (is|are) owed")).click()
    page.get_by_role("link", name=f"Report on {action.number}").click()
    page.get_by_label("What was done, or how far it is").fill(DONE)
    page.get_by_label("It is done").check()
    page.get_by_label("Files that show it (optional)").set_input_files(sheet)
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text("Saved as a draft: only your own side sees it.")).to_be_visible()
    if script:  # axe is one
        is_clean(page)
    page = chief(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{site}/")
    page.get_by_role("link", name="1 draft report waits for your release").click()
    page.get_by_role("link", name=f"Go on on {action.number}").click()
    page.get_by_role("button", name="Release to the office").click()
    expect(page.get_by_text("Released: the other side can read it now.")).to_be_visible()
    assert Report.objects.get().documents.get().name == "callers.csv"
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{site}/")
    expect(page.get_by_text("1 report of the force waits for your answer")).to_be_visible()
    page.goto(f"{site}/owed/{action.pk}/report")
    expect(page.get_by_text(DONE)).to_be_visible()


@pytest.mark.parametrize("width", list(WIDTHS.values()), ids=list(WIDTHS))
def test_the_pages_are_clean_and_nothing_is_cut_off(
    width: int, opened: Opened, chief: Opened, site: str, action: Action
) -> None:
    follow.report(action, "A word-that-is-long-" * 6, state="draft")
    post = Post.objects.filter(abbreviation="DCC")[0]
    make.tenure("Dana Fenn", post.title, "2019-01-01", abbreviation="DCC")
    page = chief(width)
    for path in ("/", "/owed/", f"/owed/{action.pk}/report"):
        page.goto(f"{site}{path}")
        is_clean(page)
    page = opened(width)
    for path in ("/", "/owed/", *(f"/people/posts/{post.pk}/{end}" for end in ("", "holder", "accounts"))):
        page.goto(f"{site}{path}")
        is_clean(page)
