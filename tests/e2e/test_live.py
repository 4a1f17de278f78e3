"""Live minutes in a browser: by keyboard alone, as a form without a script, without a connection."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Line, LineText
from answerable.minuting.queries import standing_lines
from answerable.offices.models import Office
from tests import cycle
from tests import factories as make
from tests.e2e.conftest import pages
from tests.e2e.test_pages_in_a_browser import RULES, WIDTHS
from tests.signing import person_with

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

BASELINE = "ACTION: DCC to share the new baseline by the end of June"
PICTURES = os.environ.get("PICTURES")  # a folder, for whoever wants to look
SAVED = "Saved"


@pytest.fixture
def meeting(site: str) -> Meeting:
    Office.objects.update(actions_numbered=5000)  # apart from those that the builders give
    made = cycle.planned("2026-03-12", make.forum("Monthly Assurance Meeting"))
    cycle.agenda(made, "Matters arising", "Victim satisfaction", "Any other business")
    made.items.filter(position=0).update(kind="matters_arising")
    make.tenure("Eve Thorn", "Deputy Chief Constable", "2018-01-01", abbreviation="DCC")
    return minuting.start_minutes(meeting=made, by=make.user(), at=make.NOW)


def page_of(site: str, meeting: Meeting, item: int = 2) -> str:
    return f"{site}/minutes/{meeting.pk}/?item={item}"


def texts(meeting: Meeting) -> list[str]:
    return [line.text for line in standing_lines(meeting)]


def accessible(page: Page, name: str) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    if PICTURES:
        page.screenshot(path=Path(PICTURES, f"{name}.png"), full_page=True)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for the server, which nothing on the page tells of."""
    for _ in range(50):
        if holds():
            return
        page.wait_for_timeout(100)
    assert holds()


def keys(page: Page, *pressed: str) -> None:
    for one in pressed:
        page.keyboard.press(one)


def test_minutes_are_taken_by_keyboard_alone(
    opened: Callable[..., Page], site: str, meeting: Meeting
) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting))
    for words in ("PCC asked if the target was right.", "The DCC said that it was not.", BASELINE):
        page.keyboard.type(words)
        keys(page, "Enter")
    expect(page.locator("#saved")).to_contain_text(SAVED)
    expect(page.locator("#lines")).to_contain_text("action · DCC · due 30 June 2026")
    assert texts(meeting) == ["PCC asked if the target was right.", "The DCC said that it was not.", BASELINE]
    action = Action.objects.get(draft=True)
    assert (action.text, str(action.due)) == (BASELINE.removeprefix("ACTION: "), "2026-06-30")
    keys(page, "ArrowUp", "ArrowUp", "End")
    page.keyboard.type(" He was sure.")
    keys(page, "Alt+n")
    expect(page.locator("#lines")).to_contain_text("note · DCC · as somebody said")
    keys(page, "Alt+g")
    expect(page.locator("#lines")).not_to_contain_text("as somebody said")
    keys(page, "Alt+ArrowDown")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Any other business")
    page.keyboard.type("Snow was spoken of.")
    keys(page, "Enter")
    expect(page.locator("#lines")).to_contain_text("note")
    keys(page, "Alt+ArrowUp")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Victim satisfaction")
    assert texts(meeting)[1] == "The DCC said that it was not. He was sure."
    accessible(page, "live-desk")


def test_a_line_is_split_joined_between_and_taken_out(
    opened: Callable[..., Page], site: str, meeting: Meeting
) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting))
    page.keyboard.type("One. Three.")
    for _ in range(len("Three.")):
        keys(page, "ArrowLeft")
    keys(page, "Enter")
    expect(page.locator("#saved")).to_contain_text(SAVED)
    keys(page, "ArrowUp", "End", "Enter")
    page.keyboard.type("Two.")
    keys(page, "Enter")
    expect(page.locator("#lines .ans-typed--note")).to_have_count(3)
    assert texts(meeting) == ["One.", "Two.", "Three."]
    keys(page, "ArrowUp", "Control+a", "Backspace", "Backspace")
    expect(page.locator("#lines .ans-typed--note")).to_have_count(2)
    until(page, lambda: texts(meeting) == ["One.", "Three."])
    assert Line.objects.exclude(removed_at=None).get().text == "Two."


def test_what_is_pasted_becomes_lines(opened: Callable[..., Page], site: str, meeting: Meeting) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting))
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        "\n".join(f"Line {number}." for number in range(300)),
    )
    expect(page.locator("#saved")).to_contain_text(SAVED, timeout=20_000)
    assert texts(meeting) == [f"Line {number}." for number in range(300)]


def test_what_is_typed_without_a_connection_goes_when_it_is_back(
    opened: Callable[..., Page], site: str, meeting: Meeting
) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting))
    page.keyboard.type("Before.")
    keys(page, "Enter")
    expect(page.locator("#saved")).to_contain_text(SAVED)
    page.context.set_offline(True)
    page.keyboard.type("While it was gone.")
    keys(page, "Enter")
    expect(page.locator("#saved")).to_contain_text("kept in this browser")
    keys(page, "Alt+ArrowDown")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Any other business")
    page.keyboard.type("Under another item.")
    keys(page, "Enter")
    assert texts(meeting) == ["Before."]
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_contain_text(SAVED, timeout=20_000)
    assert texts(meeting) == ["Before.", "While it was gone.", "Under another item."]
    assert not page.evaluate("localStorage.length")


def test_what_was_not_sent_is_there_when_the_page_is_opened_again(
    opened: Callable[..., Page], site: str, meeting: Meeting
) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting))
    page.context.set_offline(True)
    page.keyboard.type("Typed in a tunnel.")
    keys(page, "Enter")
    expect(page.locator("#saved")).to_contain_text("kept in this browser")
    page.goto("about:blank")
    page.context.set_offline(False)  # what the page sent as it was left may arrive now: it is the same line
    page.goto(page_of(site, meeting))
    expect(page.get_by_label("Line", exact=True).first).to_have_value("Typed in a tunnel.")
    expect(page.locator("li[data-pk]:not([data-pk=''])")).to_have_count(1)
    assert texts(meeting) == ["Typed in a tunnel."]


def test_who_is_signed_out_loses_nothing(
    opened: Callable[..., Page], site: str, meeting: Meeting, settings: Any
) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting))
    mine = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.type("Typed after the session had ended.")
    keys(page, "Enter")
    expect(page.locator("#saved")).to_contain_text(
        "Sign in again in another tab: a line is kept in this browser."
    )
    assert texts(meeting) == []
    page.context.add_cookies([one for one in mine if one["name"] == settings.SESSION_COOKIE_NAME])
    expect(page.locator("#saved")).to_contain_text(SAVED, timeout=20_000)
    assert texts(meeting) == ["Typed after the session had ended."]


def test_what_is_said_of_earlier_actions_is_kept_without_a_connection(
    opened: Callable[..., Page], site: str, meeting: Meeting
) -> None:
    before = make.item(make.meeting("2026-01-08", meeting.forum), "1", "Calls")
    action = make.action(before, "CC to count calls", ["CC"])
    page = opened(WIDTHS["desk"])
    page.goto(page_of(site, meeting, 1))
    page.context.set_offline(True)
    page.get_by_label(f"What is said of {action.number}").fill("They are counted.")
    page.get_by_label(f"Where {action.number} stands").select_option("reported")
    page.get_by_role("button", name="Save what was said").press("Enter")
    expect(page.locator("#saved")).to_contain_text("kept in this browser")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(page_of(site, meeting, 1))
    expect(page.get_by_label(f"What is said of {action.number}")).to_have_value("They are counted.")
    page.get_by_role("button", name="Save what was said").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Put down what was said.")
    line = Line.objects.get()
    assert (line.about_id, line.status, line.text) == (action.pk, "reported", "They are counted.")


def test_two_on_the_same_line_choose_in_place(
    opened: Callable[..., Page], browser: Any, site: str, meeting: Meeting
) -> None:
    [line] = minuting.add_lines(
        item=meeting.items.get(position=1), texts=["It was 48%."], by=make.user(), at=make.NOW
    )
    mine = opened(WIDTHS["desk"])
    mine.goto(page_of(site, meeting))
    for theirs in pages(browser, site, person_with(Role.POLICY_OFFICER, make.office(), "Ada Lorne")):
        other = theirs(WIDTHS["desk"])
        other.goto(page_of(site, meeting))
        field = other.locator(f"#line-{line.pk} textarea")
        field.fill("It was 84%.")
        expect(other.locator("#saved")).to_contain_text(SAVED)
        break
    mine.locator(f"#line-{line.pk} textarea").fill("It was 50%.")
    expect(mine.get_by_role("alert")).to_contain_text("Ada Lorne changed this line")
    expect(mine.get_by_role("alert")).to_contain_text("It was 84%.")
    accessible(mine, "live-clash")
    mine.get_by_role("button", name="Put mine in its place").press("Enter")
    expect(mine.locator("#saved")).to_contain_text(SAVED)
    assert texts(meeting) == ["It was 50%."]
    assert set(LineText.objects.values_list("text", flat=True)) == {"It was 48%.", "It was 84%."}


def test_the_same_without_a_script(opened: Callable[..., Page], site: str, meeting: Meeting) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=False)
    page.goto(page_of(site, meeting))
    page.get_by_label("Type lines").fill(f"PCC asked why.\nThe DCC said so.\n{BASELINE}")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#lines")).to_contain_text("action · DCC · due 30 June 2026")
    page.get_by_role("link", name="not right? Change “The DCC said so.”").click()
    page.get_by_label("What it is").select_option("note")
    page.get_by_role("button", name="Save the line").click()
    expect(page.locator("#lines")).to_contain_text("note · DCC · as somebody said")
    page.get_by_role("link", name="Who is here").click()
    page.get_by_role("button", name="Here").first.click()
    expect(page.get_by_role("status")).to_contain_text("present.")
    page.goto(page_of(site, meeting))
    page.get_by_role("link", name="none yet").click()
    page.get_by_label("Partly assured").check()
    page.get_by_role("button", name="Put it down").click()
    expect(page.get_by_role("status")).to_contain_text("Put down.")
    assert len(texts(meeting)) == 3


@pytest.mark.parametrize("where", WIDTHS)
def test_every_page_of_it_is_accessible(
    where: str, opened: Callable[..., Page], site: str, meeting: Meeting
) -> None:
    item = meeting.items.get(position=1)
    lines = ["PCC asked why.", "The DCC said so.", BASELINE, "H: Calls", "Decision: agreed."]
    [line, *_] = minuting.add_lines(item=item, texts=lines, by=make.user(), at=make.NOW)
    cycle.assurance(item, evidence="They said so.", test_again="2026-06-01")
    make.action(
        make.item(make.meeting("2026-01-08", meeting.forum), "1", "Calls"), "CC to count calls", ["CC"]
    )
    page = opened(WIDTHS[where])
    for name, address in {
        "live": page_of(site, meeting), "live-arising": page_of(site, meeting, 1),
        "line": f"{site}/minutes/lines/{line.pk}/", "roll": f"{site}/minutes/{meeting.pk}/roll/",
        "judge": f"{site}/assurance/items/{item.pk}/", "assurance": f"{site}/assurance/",
    }.items():  # fmt: skip
        page.goto(address)
        accessible(page, f"{name}-{where}")
