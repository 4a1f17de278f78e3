"""Three stories of the sample's figures in Chromium, with a script and without: a limit that is passed in one
area, a gap that is noise, and money that was spent on a fall which the neighbours had too."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure, Series
from answerable.plans.models import Funding
from tests import factories as make
from tests import follow
from tests.e2e.conftest import Opened
from tests.e2e.test_pages_in_a_browser import WIDTHS
from tests.e2e.test_reports_in_a_browser import is_clean
from tests.signing import person_with

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

TODAY = dt.date(2026, 11, 21)
TEAM = "Four officers for the rural crime team"
CALM = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


@pytest.fixture
def sample(site: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The site with the sample's figures, on a day of November 2026."""
    from planted import measures, movers

    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)
    make.action(make.meeting("2024-12-03"), "CC to bring the Estmoor commander to the Board.", ["CC"])
    follow.funding(TEAM)
    people = {role: person_with(role, make.office()) for role in (Role.POLICY_OFFICER, Role.ADMINISTRATOR)}
    measures.plant(make.office(), people)
    movers.plant(make.office(), people)
    return site


def key(name: str) -> int:
    return Measure.objects.get(name=name).pk


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(words)


@CALM
def test_a_limit_that_was_set_is_passed_in_one_area(script: bool, opened: Opened, sample: str) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{sample}/measures/")
    page.get_by_role("link", name="Incidents waiting for an officer").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Incidents waiting for an officer")
    says(page, "Limit of 30 incidents (set) passed.")
    says(page, "limit 30 (set)")
    says(page, "limit 40 (set)")
    estmoor = Series.objects.get(measure__name="Incidents waiting for an officer", name="Estmoor")
    page.get_by_role("main").get_by_role("link", name="Estmoor", exact=True).first.click()
    assert page.url.endswith(f"of={estmoor.pk}")
    says(page, "Worse since the week to 17 May 2026, and a real change")
    page.goto(f"{sample}/measures/proposed/")
    question = (
        "What explains the rise in incidents waiting for an officer in Estmoor since May 2026, above the "
        "limit of 30 incidents that was set?"
    )
    page.get_by_role("link", name=question).click()
    says(page, "is above the limit of 30 incidents that was set, and has been since May 2026.")
    if script:  # axe is one
        is_clean(page)


@CALM
def test_a_gap_between_areas_that_is_noise(script: bool, opened: Opened, sample: str) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{sample}/measures/{key('Victim satisfaction, overall')}/")
    page.get_by_role("link", name="Areas beside one another").first.click()
    says(page, "Nothing says that the 5 areas differ.")
    says(page, "The gap of 4 points is within what samples of this size give by chance; about ")
    says(page, "people an area would settle it.")
    names = page.get_by_role("table").first.get_by_role("row").all_inner_texts()
    assert [line.split()[0] for line in names[1:]] == [
        "Brackenholt",
        "Estmoor",
        "Saltmere",
        "Tarnebury",
        "Upper",
    ]
    if script:
        is_clean(page)


@CALM
def test_money_on_a_fall_that_the_neighbours_had_too(script: bool, opened: Opened, sample: str) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{sample}/measures/moved/funding/{Funding.objects.get(title=TEAM).pk}/")
    says(page, "Better after it")
    says(page, "but where nothing was done much the same is seen.")
    says(page, "Beside Harrowmere Police and Tolland Vale Police")
    assert "caused" not in page.get_by_role("main").inner_text()
    if script:
        is_clean(page)


@CALM
def test_an_action_after_which_one_area_moved_more_than_the_others(
    script: bool, opened: Opened, sample: str
) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    action = Action.objects.get(text__startswith="CC to bring the Estmoor commander")
    page.goto(f"{sample}/measures/moved/actions/{action.pk}/")
    says(page, "Better after it")
    expect(page.get_by_role("main")).not_to_contain_text("much the same is seen")
    if script:
        is_clean(page)


@CALM
def test_the_report_for_a_meeting(script: bool, opened: Opened, sample: str) -> None:
    page = opened(WIDTHS["desk"], java_script_enabled=script)
    page.goto(f"{sample}/measures/")
    page.get_by_role("link", name="Report for a meeting").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Performance report")
    says(page, "charts signal now")
    first = page.get_by_role("table").first.get_by_role("row").nth(1)
    expect(first).to_contain_text("101 calls answered in time")
    expect(first).to_contain_text("Worse since April 2026, and a real change")
    with page.expect_download() as file:
        page.get_by_role("link", name="PDF").click()
    assert file.value.suggested_filename == "performance-2026-11-21.pdf"


@pytest.mark.parametrize("width", list(WIDTHS.values()), ids=list(WIDTHS))
def test_the_pages_are_clean_and_nothing_is_cut_off(width: int, opened: Opened, sample: str) -> None:
    page = opened(width)
    waiting = key("Incidents waiting for an officer")
    survey, calls = key("Victim satisfaction, overall"), key("101 calls answered in time")
    for path in (
        "/measures/", f"/measures/{calls}/", f"/measures/{waiting}/", f"/measures/{survey}/",
        f"/measures/{survey}/areas/", "/measures/phases/", "/reports/performance/",
    ):  # fmt: skip
        page.goto(sample + path)
        is_clean(page)
