"""Terms of reference and a briefing note in Chromium: written, sent, answered, judged, sent again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.papers.models import Coverage, NoteVersion, Template
from tests import cycle
from tests import factories as make
from tests.e2e.conftest import Opened, pages
from tests.e2e.test_pages_in_a_browser import RULES, WIDTHS
from tests.signing import person_with

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

LIST = "Please cover:\n\n1. How long do callers wait?\n2. How many are lost?\n3. What of victims?"
FIRST = "1. How long callers wait\nFour minutes in May.\n\n2. Callers who are lost\nOne in twelve.\n"
SECOND = FIRST + "\n3. Victims\nThey are called back.\n"


@pytest.fixture
def meeting(site: str) -> Meeting:
    made = cycle.planned("2031-06-10", make.forum(), theme="Answering the phone")
    cycle.deadline(made, "terms", "2031-05-13")
    cycle.deadline(made, "papers", "2031-06-03", time="09:00")
    return made


@pytest.fixture
def force(browser: Browser, site: str) -> Iterator[Opened]:
    """Pages of somebody of the force."""
    yield from pages(browser, site, person_with(Role.CONTRIBUTOR, make.office(), "Cal Fenn"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_note_is_asked_for_sent_judged_and_sent_again(
    script: bool, opened: Opened, force: Opened, site: str, meeting: Meeting, tmp_path: Path
) -> None:
    office, cal = (one(WIDTHS["desk"], java_script_enabled=script) for one in (opened, force))
    _ask(office, f"{site}/papers/meetings/{meeting.pk}/")
    _send(cal, site, _file(tmp_path, "june.txt", FIRST))
    cal.get_by_label("Which part answers point 3").fill("page 2, last line")
    cal.get_by_role("button", name="Save what answers what").click()
    expect(cal.get_by_text("said by Cal Fenn")).to_have_count(3)
    _judge(office, site, "Too short", "Not good enough", "Send it back", why="Say more of victims.")
    cal.goto(site + "/papers/")
    expect(cal.get_by_text("Say more of victims.")).to_be_visible()
    _send(cal, site, _file(tmp_path, "june-again.txt", SECOND))
    _judge(office, site, "About right", "Good", "Accept it")
    office.goto(site + "/papers/judgements/")
    rows = office.locator("tbody tr")
    expect(rows.nth(0)).to_contain_text("Good")
    expect(rows.nth(1)).to_contain_text("Too short")
    assert sorted(Coverage.objects.values_list("verdict", flat=True)) == ["covered"] * 6


def test_terms_are_written_by_the_keyboard_alone(opened: Opened, site: str, meeting: Meeting) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(f"{site}/papers/meetings/{meeting.pk}/")
    _tab_to(page, "points")
    page.keyboard.type("How long do callers wait?")
    while page.evaluate("document.activeElement.tagName") != "BUTTON":  # past what was asked before
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Added the point.")).to_be_visible()
    while page.evaluate("document.activeElement.textContent.trim()") != "Send to the force":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Sent: the force can see them now.")


@pytest.mark.parametrize("where", WIDTHS)
def test_the_pages_of_papers_are_accessible_and_fit(
    where: str, opened: Opened, force: Opened, site: str, meeting: Meeting
) -> None:
    _fill(meeting)
    version = NoteVersion.objects.get()
    paths = ["/papers/", "/papers/judgements/", f"/papers/meetings/{meeting.pk}/"]
    paths += [f"/papers/versions/{version.pk}/"]
    own = [
        f"/papers/points/{meeting.terms.points.all()[0].pk}/",
        "/papers/templates/",
        "/papers/templates/new",
    ]
    own += [f"/papers/templates/{Template.objects.get().pk}/"]
    faults: dict[str, Any] = {}
    for page, some in ((opened(WIDTHS[where]), [*paths, *own]), (force(WIDTHS[where]), paths)):
        for path in some:
            page.goto(site + path)
            found = Axe().run(page, options=RULES).response["violations"]
            faults |= {path: [(one["id"], one["nodes"][0]["html"][:160]) for one in found]} if found else {}
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            faults |= {f"{path} is too wide": wide} if wide > 0 else {}
    assert not faults


def _ask(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Add points").fill(LIST)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="Send to the force").click()
    expect(page.get_by_role("status")).to_contain_text("Sent: the force can see them now.")


def _send(page: Page, site: str, file: Path) -> None:
    page.goto(site + "/papers/")
    page.get_by_role("link", name="10 June 2031").click()
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(f"Received: {file.name}.")


def _judge(page: Page, site: str, length: str, overall: str, done: str, why: str = "") -> None:
    page.goto(site + "/papers/")
    page.get_by_role("link", name="Briefing note, version").click()
    for point in (1, 2, 3):
        page.get_by_role("group", name=f"Point {point} is").get_by_label("Covered", exact=True).check()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("What was confirmed comes to “Every point”.")).to_be_visible()
    page.get_by_label(length).check()
    page.get_by_role("group", name="Overall").get_by_label(overall, exact=True).check()
    page.get_by_label(done).check()
    page.get_by_label("Why it is sent back").fill(why)
    page.get_by_role("button", name="Save the judgement").click()
    expect(page.get_by_role("status")).to_contain_text("Sent back" if why else "Accepted.")


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def _tab_to(page: Page, key: str) -> None:
    while page.evaluate("document.activeElement.id") != key:
        page.keyboard.press("Tab")


def _fill(meeting: Meeting) -> None:
    """Something of everything that the pages of papers show."""
    cycle.template("Performance", "How long?")
    terms = cycle.terms(meeting, "How long do callers wait?", "How many are lost?")
    terms.amendments.create(what="added", number=2, now="How many are lost?", at=make.NOW, by=make.user())
    version = cycle.note(meeting, late=30, headings=[{"title": "Waiting", "words": 3}])
    Coverage.objects.create(version=version, point=terms.points.all()[0], part="Waiting")
