"""Two browsers, one line: the second sees both and chooses; by keyboard, without a script, on a phone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from answerable.actions.models import Action
from tests.e2e.test_pages_in_a_browser import RULES, WIDTHS

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

WORDS = "DCC to show the callers lost each week, by hour and by station, before the summer, and what is done"
PICTURES = os.environ.get("PICTURES")  # a folder, for whoever wants to look


def accessible(page: Page, name: str) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    if PICTURES:
        page.screenshot(path=Path(PICTURES, f"{name}.png"), full_page=True)


def form_of(page: Page, site: str) -> Page:
    page.goto(f"{site}/source/action/{Action.objects.get(number='A-0007').pk}/")
    page.get_by_text("Put it right").click()
    return page


@pytest.mark.parametrize("where", WIDTHS)
def test_the_second_chooses(where: str, opened: Callable[..., Page], site: str) -> None:
    mine = form_of(opened(WIDTHS[where], java_script_enabled=where == "desk"), site)
    theirs = form_of(opened(WIDTHS["desk"]), site)
    theirs.get_by_label("Owners").fill("ACC")
    theirs.get_by_label("Words").fill("DCC to show the callers lost each day, by hour, by the end of May")
    theirs.get_by_role("button", name="Save the action").click()
    mine.get_by_label("Words").fill(WORDS)
    mine.get_by_label("Due").fill("31/5/2019")
    mine.get_by_role("button", name="Save the action").click()
    expect(mine.get_by_role("heading", level=1)).to_contain_text("changed the action at")
    if where == "desk":
        accessible(mine, f"clash-{where}")
    mine.get_by_label("Put mine in its place: words").focus()
    mine.keyboard.press("Space")
    expect(mine.get_by_label("Put mine in its place: words")).to_be_checked()
    expect(mine.get_by_label("Keep theirs: owners")).to_be_checked()
    if PICTURES:
        mine.screenshot(path=Path(PICTURES, f"chosen-{where}.png"), full_page=True)
    mine.get_by_role("button", name="Save what I chose").click()
    expect(mine.get_by_role("status")).to_contain_text("Put right.")
    action = Action.objects.get(number="A-0007")
    assert action.text == WORDS
    assert [one.printed for one in action.owners.all()] == ["ACC"]
    assert str(action.due) == "2019-05-31"


@pytest.mark.parametrize("where", WIDTHS)
def test_a_clash_and_a_lost_session_are_accessible(
    where: str, opened: Callable[..., Page], site: str, settings: Any
) -> None:
    mine = form_of(opened(WIDTHS[where]), site)
    theirs = form_of(opened(WIDTHS["desk"]), site)
    theirs.get_by_label("Owners").fill("ACC")
    theirs.get_by_role("button", name="Save the action").click()
    mine.get_by_label("Owners").fill("DCC, CC")
    mine.get_by_role("button", name="Save the action").click()
    accessible(mine, f"clash-{where}")
    mine.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    mine.get_by_label("Put mine in its place: owners").check()
    mine.get_by_role("button", name="Save what I chose").click()
    expect(mine.get_by_role("heading", level=1)).to_have_text("You were signed out: nothing is lost")
    expect(mine.get_by_label("Owners")).to_have_value("DCC, CC")
    accessible(mine, f"signed-out-{where}")
