"""What is waited for, the outbox and a letter in Chromium: no rule of axe is broken, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from answerable.actions.models import AwaitedEvent
from answerable.core.permissions.roles import Role
from answerable.core.reminders.letter import Letter, Line, Section, as_html
from answerable.meetings.models import Meeting
from tests import cycle, follow
from tests import factories as make
from tests.e2e.conftest import Opened, pages
from tests.e2e.test_pages_in_a_browser import RULES, WIDTHS
from tests.signing import person_with

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]
OUTCOME = "The outcome of the custody investigation"


@pytest.fixture
def meeting(site: str) -> Meeting:
    made = cycle.planned("2031-06-10", make.forum())
    cycle.agenda(made, "Answering the phone")
    return made


@pytest.fixture
def administrator(browser: Browser, site: str) -> Iterator[Opened]:
    yield from pages(browser, site, person_with(Role.ADMINISTRATOR, make.office(), "Owain Example"))


def is_clean(page: Page) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it is cut off"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_it_is_waited_for_and_recorded(script: bool, opened: Opened, site: str, meeting: Meeting) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{site}/awaited/")
    page.get_by_role("link", name="Add something to wait for").click()
    page.get_by_label("What is waited for").fill(OUTCOME)
    page.get_by_label("On whose agendas it stands").select_option(label="Assurance Meeting")
    page.get_by_role("button", name="Wait for it").click()
    page.goto(f"{site}/agendas/{meeting.pk}/")
    page.get_by_role("link", name=OUTCOME).click()
    page.get_by_label("On which day").fill("2019-05-01")
    page.get_by_label("What came of it").fill("No case to answer.")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded. It stands on no agenda from now on.")
    page.goto(f"{site}/agendas/{meeting.pk}/")
    expect(page.locator("main")).not_to_contain_text(OUTCOME)


@pytest.mark.parametrize("width", list(WIDTHS))
def test_pages_are_for_everybody(width: str, opened: Opened, site: str, meeting: Meeting) -> None:
    event: AwaitedEvent = follow.awaited(meeting.forum, OUTCOME, restricted=True)
    page = opened(WIDTHS[width])
    for path in (f"/awaited/{event.pk}/", f"/agendas/{meeting.pk}/", f"/agendas/{meeting.pk}/pack/"):
        page.goto(f"{site}{path}")
        is_clean(page)


@pytest.mark.parametrize("width", list(WIDTHS))
def test_the_outbox_is_for_everybody(width: str, administrator: Opened, site: str) -> None:
    nadia = person_with(Role.CHIEF_OFFICER, make.office(), "Nadia Example")
    follow.message(nadia, "a", tries=3, trouble="The mail server could not be reached: Connection refused.")
    follow.message(nadia, "b", state="sent", sent_at=make.NOW)
    page = administrator(WIDTHS[width])
    page.goto(f"{site}/mail/")
    is_clean(page)


@pytest.mark.parametrize("width", [390, 600])
def test_a_letter_is_for_everybody(width: int, browser: Browser, tmp_path: Path) -> None:
    line = Line(
        "A-0031: DCC to bring the file quality figures", "DCC · due 24 November 2026", "https://a.example/1"
    )
    section = Section(
        "Overdue", "1 action is past the date.", (line,), Line("And 3 more", link="https://a.example/")
    )
    letter = Letter(
        "1 action overdue", "Nadia Example", (section,), "You have an account.", "https://a.example/w"
    )
    path = tmp_path / "letter.html"
    path.write_text(as_html(letter), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    found = Axe().run(page)
    broken = [one["id"] for one in found.response["violations"]]
    assert set(broken) <= {"region", "landmark-one-main", "page-has-heading-one"}, "landmarks are for sites"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
