"""An agenda in Chromium: written, changed, questions chosen, sent out; with JavaScript, without, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
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


@pytest.fixture
def meeting(site: str) -> Meeting:
    forum = make.forum()
    made = cycle.planned("2031-06-10", forum, theme="Answering the phone", kind="public", start_time="10:30")
    terms = cycle.terms(made, "How long do callers wait?", "How many are lost?")
    note = cycle.note(made, headings=[{"title": "1 Waiting", "words": 3}])
    note.coverage.create(point=terms.points.all()[0], part="1 Waiting")
    cycle.question(forum, origin="public", asked_by="P. Resident")
    cycle.question(forum, "How many officers are there?")
    return made


@pytest.fixture
def force(browser: Browser, site: str) -> Iterator[Opened]:
    """Pages of somebody of the force."""
    yield from pages(browser, site, person_with(Role.CHIEF_OFFICER, make.office(), "Cal Fenn"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_it_is_written_changed_and_sent_out(
    script: bool, opened: Opened, force: Opened, site: str, meeting: Meeting
) -> None:
    page, cal = (one(WIDTHS["desk"], java_script_enabled=script) for one in (opened, force))
    page.goto(f"{site}/agendas/{meeting.pk}/")
    page.get_by_role("button", name="Begin this agenda").click()
    page.get_by_text("Add an item").click()
    page.get_by_label("Title").fill("Custody visits")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("status")).to_contain_text("Added to the agenda.")
    page.get_by_role("button", name="Move up: 3 Custody visits").click()
    expect(page.locator(".ans-agenda__title").nth(1)).to_have_text("Custody visits")
    page.get_by_role("button", name="Take off 3.2 How many are lost?").click()
    page.get_by_role("link", name="Questions, 2 waiting").click()
    page.get_by_role("checkbox", name="Why do I wait so long on 101?").check()
    page.get_by_role("button", name="Choose").click()
    page.goto(f"{site}/agendas/{meeting.pk}/")
    expect(page.locator(".ans-agenda")).to_contain_text("Why do I wait so long on 101?")
    page.get_by_role("button", name="Send out agenda 1").click()
    cal.goto(f"{site}/agendas/{meeting.pk}/")
    expect(cal.locator(".ans-agenda")).to_contain_text("Asked by a member of the public")
    expect(cal.locator("main")).not_to_contain_text("How many are lost?")
    with page.expect_download() as download:
        page.goto(f"{site}/agendas/{meeting.pk}/pack/")
        page.get_by_role("link", name="Word").click()
    assert download.value.suggested_filename == "pack-assurance-meeting-2031-06-10.docx"


def test_it_is_changed_by_the_keyboard_alone(opened: Opened, site: str, meeting: Meeting) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(f"{site}/agendas/{meeting.pk}/")
    for name in ("Begin this agenda", "Move down: 1 Matters arising", "Send out agenda 1"):
        found = page.get_by_role("button", name=name)
        while not found.evaluate("one => one === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_be_visible()
    titles = [one["title"] for one in meeting.frozen_agendas.get().contents["items"]]
    assert titles[:2] == ["Answering the phone", "How long do callers wait?"]


@pytest.mark.parametrize("where", WIDTHS)
def test_the_pages_of_agendas_are_accessible_and_fit(
    where: str, opened: Opened, force: Opened, site: str, meeting: Meeting
) -> None:
    page, cal = opened(WIDTHS[where]), force(WIDTHS[where])
    page.goto(f"{site}/agendas/{meeting.pk}/")
    before = _faults(page, "an agenda that nobody has begun")
    page.get_by_role("button", name="Begin this agenda").click()
    page.get_by_role("button", name="Send out agenda 1").click()
    page.get_by_role("button", name="Take off 2.2 How many are lost?").click()
    item, question = meeting.items.all()[0], meeting.forum.questions.all()[0]
    own = ["", "arising/", "questions/", "pack/", "pack/?parts=open", "1/"]
    paths = [f"{meeting.pk}/{one}" for one in own] + ["", f"forums/{meeting.forum_id}/questions/"]
    paths += [f"items/{item.pk}/", f"items/{item.pk}/carry", f"questions/{question.pk}/"]
    for path in paths:
        page.goto(f"{site}/agendas/{path}")
        before |= _faults(page, path)
    for path in ("", f"{meeting.pk}/", f"{meeting.pk}/pack/"):
        cal.goto(f"{site}/agendas/{path}")
        before |= _faults(cal, f"{path} for the force")
    assert not before


def _faults(page: Any, where: str) -> dict[str, Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    faults = {where: [(one["id"], one["nodes"][0]["html"][:160]) for one in found]} if found else {}
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return faults | ({f"{where} is too wide": wide} if wide > 0 else {})
