"""Every page in Chromium, on a desk and a phone: no rule of axe is broken, nothing is cut off."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from answerable.meetings.models import Meeting
from tests.e2e.conftest import Opened
from tests.pages.every_page import addresses, publishing_addresses

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

WIDTHS = {"desk": 1280, "phone": 390}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("where", WIDTHS)
def test_every_page_is_accessible_and_fits(where: str, opened: Opened, site: str) -> None:
    page = opened(WIDTHS[where])
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    faults: dict[str, Any] = {}
    for path in [*addresses(first=False), *publishing_addresses(), "/nothing/"]:
        page.goto(site + path)
        found = Axe().run(page, options=RULES).response["violations"]
        if found:
            faults[path] = [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found]
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            faults[path] = [*faults.get(path, []), f"{wide} pixels wider than the screen"]
    assert not faults
    assert not [one for one in said if "Failed to load resource" not in one]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_doubt_is_put_right_in_place(script: bool, opened: Opened, site: str) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(site + "/review/")
    page.get_by_role("link", name="9 October 2018").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Assurance Meeting, 9 October 2018")
    page.get_by_label("Owners").fill("DCC")  # the form for the owner who is missing stands open
    page.get_by_role("button", name="Save the action").click()
    expect(page.get_by_role("status")).to_contain_text("Put right. It stays so when the file is read again.")
    page.goto(site + "/actions/?text=training")
    expect(page.get_by_role("row").nth(1)).to_contain_text("DCC")


def test_the_register_is_filtered_and_sorted_without_a_script(opened: Opened, site: str) -> None:
    page = opened(WIDTHS["phone"], java_script_enabled=False)
    page.goto(site)
    page.get_by_role("link", name="Actions", exact=True).click()
    page.get_by_label("Status").select_option("Overdue")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("5 actions", exact=True)).to_be_visible()
    assert "status=overdue" in page.url


def test_the_keyboard_reaches_the_main_part_first(opened: Opened, site: str) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(site + "/actions/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/actions/#main-content")


def test_the_box_lies_over_the_words(opened: Opened, site: str) -> None:
    from answerable.actions.models import Action

    page = opened(WIDTHS["desk"])
    action = Action.objects.get(number="A-0007")
    page.goto(f"{site}/source/action/{action.pk}/")
    image, box = page.locator(".ans-page img").bounding_box(), page.locator(".ans-box").bounding_box()
    assert image
    assert box
    x0, y0, x1, _ = action.source[0]["bbox"]
    scale = image["width"] / 595
    assert box["x"] - image["x"] == pytest.approx((x0 - 2) * scale, abs=2)
    assert box["y"] - image["y"] == pytest.approx((y0 - 2) * scale, abs=2)
    assert box["width"] == pytest.approx((x1 - x0 + 4) * scale, abs=3)


def test_the_download_is_a_file(opened: Opened, site: str) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(site + "/actions/?status=overdue")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download all 5").click()
    assert waiting.value.suggested_filename == "actions.csv"


@pytest.mark.parametrize("path", ["/actions/?status=overdue", "/meetings/1/"])
def test_a_page_prints_without_what_can_only_be_clicked(path: str, opened: Opened, site: str) -> None:
    page = opened(WIDTHS["desk"])
    page.goto(site + path.replace("/1/", f"/{Meeting.objects.order_by('date')[0].pk}/"))
    page.emulate_media(media="print")
    shown = page.locator(".ans-filters, nav, .govuk-button, .ans-footer")
    assert not [one for one in shown.all() if one.is_visible()]
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    a4_width = 794  # CSS pixels
    page.set_viewport_size({"width": a4_width - 110, "height": 1100})
    rounding = 1
    assert page.evaluate("document.documentElement.scrollWidth") <= a4_width - 110 + rounding
