"""What the force owes, from report to closing, in a browser: without a script, and by keyboard alone.

The staff officer drafts, the chief officer releases, the office refuses once and then closes; an action is
reopened, its date moved; and what it came to stands in the figures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.people.models import Post
from tests import factories as make
from tests import follow
from tests.archive import fill
from tests.e2e.conftest import HEIGHT, pages
from tests.e2e.hands import Keys, Mouse
from tests.signing import person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

Open = Callable[..., Mouse]
DONE = "The letter was rewritten with the Victims’ Commissioner and is in use."
MISSING = "Show us the letter itself."


@pytest.fixture(params=["without a script", "by keyboard"])
def at_page(
    request: pytest.FixtureRequest, browser: Browser, transactional_db: None, live_server: Any
) -> Iterator[Open]:
    """Opens a page for somebody with a role, who has the hands of the run."""
    fill()
    opened = []

    def open_one(role: Role, post: Post | None = None) -> Mouse:
        by_keyboard = request.param == "by keyboard"
        user = person_with(role, make.office())
        if post is not None:
            follow.acts_for(user, post)
        opened.append(pages(browser, str(live_server.url), user))
        page: Page = next(opened[-1])(1280, java_script_enabled=by_keyboard)
        page.set_default_timeout(30_000)
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        return (Keys if by_keyboard else Mouse)(page, str(live_server.url))

    yield open_one
    for one in opened:
        next(one, None)


@pytest.fixture
def letter(at_page: Open) -> Action:
    """What the Deputy Chief Constable owes."""
    one = Action.objects.get(text__contains="rewrite the letter")
    one.owners.update(post=Post.objects.get(title="Deputy Chief Constable"))
    return one


def test_from_a_report_to_closing(at_page: Open, letter: Action, tmp_path: Path) -> None:
    staff = at_page(Role.CONTRIBUTOR, Post.objects.get(title="Deputy Chief Constable"))
    draft(staff, letter, tmp_path)
    officer = at_page(Role.POLICY_OFFICER)
    officer.go(f"/actions/{letter.pk}/")
    expect(officer.page.get_by_text(DONE)).to_have_count(0)
    chief = at_page(Role.CHIEF_OFFICER)
    release(chief, letter)
    refuse(officer, letter)
    again(staff, chief, letter, tmp_path)
    close(officer, letter)
    letter.refresh_from_db()
    assert (letter.state, letter.steps.count()) == ("closed", 2)
    officer.go("/figures/?by=post")
    row = officer.page.get_by_role("row").filter(has_text="Deputy Chief Constable").first
    expect(row.get_by_role("link", name="1 kept late")).to_be_visible()
    reopen_and_move(officer, letter)


def draft(staff: Mouse, letter: Action, tmp_path: Path) -> None:
    """The staff officer finds what is asked, and saves a report with its file."""
    staff.go("/owed/")
    expect(staff.page.get_by_text("Deputy Chief Constable").first).to_be_visible()
    staff.follow(f"Report on {letter.number}")
    staff.fill("What was done, or how far it is", DONE)
    staff.tick("Is it done?", "It is done")
    evidence = tmp_path / "letter.txt"
    evidence.write_text("Dear Mrs Example, thank you for telling us.")
    staff.give_file("Files that show it (optional)", evidence)
    staff.press("Save as a draft")
    assert staff.page.get_by_role("button", name="Release to the office").count() == 0


def release(chief: Mouse, letter: Action) -> None:
    """The chief officer reads the draft and releases it."""
    chief.go(f"/owed/{letter.pk}/report")
    assert chief.page.get_by_label("What was done, or how far it is").input_value() == DONE
    chief.press("Release to the office")
    letter.refresh_from_db()
    assert letter.state == "reported"


def refuse(officer: Mouse, letter: Action) -> None:
    """The officer reads the report beside the action and does not accept it."""
    officer.go(f"/actions/{letter.pk}/")
    expect(officer.page.get_by_text(DONE).first).to_be_visible()
    expect(officer.page.get_by_role("link", name="letter.txt").first).to_be_visible()
    officer.follow("Do not accept this report")
    officer.fill("What is missing", MISSING)
    officer.press_at(officer.page.locator("main form").get_by_role("button").first)
    letter.refresh_from_db()
    assert letter.state == "open"


def again(staff: Mouse, chief: Mouse, letter: Action, tmp_path: Path) -> None:
    """The force reads what is missing and reports again."""
    staff.go(f"/owed/{letter.pk}/report")
    expect(staff.page.get_by_text(MISSING).first).to_be_visible()
    staff.fill("What was done, or how far it is", f"{DONE} It is attached.")
    staff.tick("Is it done?", "It is done")
    staff.press("Save as a draft")
    release_again = f"/owed/{letter.pk}/report"
    chief.go(release_again)
    chief.press("Release to the office")


def close(officer: Mouse, letter: Action) -> None:
    """Closed with what was seen."""
    officer.go(f"/actions/{letter.pk}/close")
    officer.tick("What did you see?", "We were shown that it is done")
    officer.fill("What you were told or shown, or how you tested it", "We read the letter that is in use.")
    officer.press_at(officer.page.locator("main form").get_by_role("button").first)
    expect(officer.page.get_by_text("We read the letter that is in use.").first).to_be_visible()


def reopen_and_move(officer: Mouse, letter: Action) -> None:
    """A mistake is put right in the open: the first date stays beside the new one."""
    officer.go(f"/actions/{letter.pk}/reopen")
    officer.fill("Why", "The letter is not used at one station.")
    officer.press_at(officer.page.locator("main form").get_by_role("button").first)
    officer.go(f"/actions/{letter.pk}/move")
    ahead = dt.date.today() + dt.timedelta(days=60)
    officer.fill_day("New date", ahead)
    officer.choose("Cause", "It takes longer than was promised")
    officer.fill("Why it moves", "One station is left.")
    officer.press_at(officer.page.locator("main form").get_by_role("button").first)
    letter.refresh_from_db()
    assert (letter.state, letter.due, letter.first_due) == ("open", ahead, dt.date(2019, 5, 31))
    assert letter.slipped == 1
    expect(officer.page.get_by_text("31 May 2019").first).to_be_visible()
