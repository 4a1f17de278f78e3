"""An officer's journey in a browser, without a script and by keyboard alone.

Something is left out, the minutes are put forward, a second person decides; a stranger
reads them; they are corrected, the old version is marked; they are withdrawn, and the address says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.publishing.models import Publication
from tests import factories as make
from tests import publish
from tests.e2e.conftest import HEIGHT, pages
from tests.e2e.hands import Keys, Mouse
from tests.publishing_pages import board, line_of
from tests.signing import person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

Open = Callable[[Role | None], Mouse]
GONE = "[left out: personal data]"
ADDRESS = "/wyvern-valley/assurance-meeting/2018-03-27"
SLIP = "The day was wrong."
EARLY = "The force had not said whether they are accurate."


@pytest.fixture(params=["without a script", "by keyboard"])
def at_page(
    request: pytest.FixtureRequest, browser: Browser, transactional_db: None, live_server: Any
) -> Iterator[Open]:
    """Opens a browser for somebody with a role, or for a stranger."""
    contexts, opened = [], []
    site, by_keyboard = str(live_server.url), request.param == "by keyboard"
    hands = Keys if by_keyboard else Mouse

    def open_one(role: Role | None) -> Mouse:
        if role is None:
            contexts.append(browser.new_context(java_script_enabled=False))
            return hands(contexts[-1].new_page(), site)
        opened.append(pages(browser, site, person_with(role, make.office())))
        page: Page = next(opened[-1])(1280, java_script_enabled=by_keyboard)
        page.set_default_timeout(30_000)
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        return hands(page, site)

    yield open_one
    for one in opened:
        next(one, None)
    for context in contexts:
        context.close()


def test_from_a_secret_to_a_withdrawal(at_page: Open) -> None:
    publish.published("office")
    meeting = board()
    officer, commissioner = at_page(Role.POLICY_OFFICER), at_page(Role.COMMISSIONER)
    stranger = at_page(None)
    leave_out(officer, meeting)
    made = put_forward(officer, meeting)
    decide(officer, commissioner, made)
    read(stranger)
    corrected = correct(officer, commissioner, meeting, made)
    stranger.go(ADDRESS)
    expect(stranger.page.get_by_text("waited on Tuesday")).to_be_visible()
    stranger.go(f"{ADDRESS}/version/1")
    expect(stranger.page.get_by_text(SLIP).first).to_be_visible()
    withdraw(commissioner, corrected)
    answer = stranger.page.goto(stranger.site + ADDRESS)
    assert answer
    assert answer.status == 410
    expect(stranger.page.get_by_text(EARLY).first).to_be_visible()
    assert "Tuesday" not in stranger.page.content()


def leave_out(officer: Mouse, meeting: Meeting) -> None:
    officer.go(f"/publishing/meetings/{meeting.pk}/")
    officer.follow("Leave out of the line")
    officer.fill("The words", "Mrs Quillfeather of Ash Lane")
    officer.tick("What the public is told", "Personal data")
    officer.fill("Why", "She holds no office.")
    officer.press("Leave it out")
    officer.said("Left out of what is published from now on.")
    expect(officer.page.locator(".ans-preview").get_by_text(GONE)).to_be_visible()


def put_forward(officer: Mouse, meeting: Meeting) -> Publication:
    officer.go(f"/publishing/meetings/{meeting.pk}/")
    officer.press("Put these minutes forward")
    officer.press("Put it forward")
    officer.said("Put forward.")
    made = Publication.objects.get(meeting=meeting)
    assert not made.findings
    return made


def decide(officer: Mouse, commissioner: Mouse, made: Publication) -> None:
    officer.go(f"/publishing/{made.pk}/")
    expect(officer.page.get_by_text("another person has to decide")).to_be_visible()
    expect(officer.page.get_by_role("button", name="Publish it")).to_have_count(0)
    commissioner.go("/publishing/")
    commissioner.follow(made.title)
    commissioner.press("Publish it")
    commissioner.said("Decided. It is public now.")


def read(stranger: Mouse) -> None:
    stranger.go(ADDRESS)
    expect(stranger.page.get_by_text(GONE).first).to_be_visible()
    assert "uillfeather" not in stranger.page.content()


def correct(officer: Mouse, commissioner: Mouse, meeting: Meeting, made: Publication) -> Publication:
    line = line_of(meeting)
    line.text = line.text.replace("waited.", "waited on Tuesday.")
    line.save(update_fields=["text"])
    officer.go(f"/publishing/{made.pk}/")
    officer.follow("Correct it")
    officer.fill("What was wrong", SLIP)
    officer.press("Put the correction forward")
    officer.said("Put forward.")
    corrected = Publication.objects.latest("pk")
    commissioner.go(f"/publishing/{corrected.pk}/")
    commissioner.press("Publish it")
    commissioner.said("Decided. It is public now.")
    return corrected


def withdraw(commissioner: Mouse, made: Publication) -> None:
    commissioner.go(f"/publishing/{made.pk}/")
    commissioner.follow("Withdraw it")
    commissioner.fill("Why it goes", EARLY)
    box = commissioner.page.get_by_label("I know what goes")
    box.focus()
    commissioner.page.keyboard.press("Space")
    commissioner.press("Withdraw it now")
    commissioner.said("Withdrawn. Its address says why.")
