"""A journalist finds every promise about one topic over four years, takes them along, and cites one line.

Without a script, and by keyboard alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from answerable.core.publication.parts import Kind, Part, made
from tests.core.publication import contents
from tests.core.publication.contents import PATH
from tests.e2e.conftest import HEIGHT
from tests.e2e.hands import Keys, Mouse
from tests.public.given import OFFICE, office, topic
from tests.public.site import register, taken

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

BASE = PATH.removesuffix("2022-08-25")
SAID = {
    "2019-03-26": ("All calls will be answered in ten seconds by June.", "2019-06-30", "kept"),
    "2020-09-24": ("A second call centre will open in 2021.", "2021-12-31", "found"),
    "2021-06-24": ("Nobody will wait over a minute by autumn.", "2021-11-30", "found"),
    "2022-08-25": ("The new telephones will come next spring.", "2023-05-31", "found"),
}
"""What was promised of calls, by when, and what came of it."""
PASSED, LAPSED = ["2020-09-24", "2021-06-24"], ["2020-09-24"]


@pytest.fixture(params=["without a script", "by keyboard"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, transactional_db: None, live_server: Any
) -> Iterator[Mouse]:
    by_keyboard = request.param == "by keyboard"
    context = browser.new_context(
        java_script_enabled=by_keyboard, viewport={"width": 1280, "height": HEIGHT}, accept_downloads=True
    )
    yield (Keys if by_keyboard else Mouse)(context.new_page(), str(live_server.url))
    assert context.cookies() == []
    context.close()


def minutes(date: str, text: str, due: str, standing: str) -> Part:
    """In which something was promised of calls, and something else of cars."""
    dues = [{"text": "by then", "date": due, "precision": "day"}]
    first = {**contents.meeting()["promises"][0], "text": text, "dues": dues, "standing": standing}
    cars = "Four cars will be sold by March."
    other = {**first, "path": f"{PATH}#promise-2", "entry": 1, "text": cars, "standing": "found"}
    told = contents.meeting(
        entries=[
            contents.entry(1, 0, "question", "How long do they wait?", "PCC"),
            contents.entry(2, 1, "response", cars, "DCC"),
            contents.entry(3, 0, "response", text, "DCC"),
        ],
        promises=[first, other],
        actions=[],
    )
    part = made(PATH, Kind.MEETING, told)
    return Part(f"{BASE}{date}", Kind.MEETING, part.content.replace(b"2022-08-25", date.encode()))


@pytest.fixture(autouse=True)
def record(transactional_db: None) -> None:
    taken(office(), title="About the office")
    for date, what in SAID.items():
        taken(minutes(date, *what), title=f"Minutes of {date}")
    passed = [f"{BASE}{date}#promise-{number}" for date in PASSED for number in (1, 2)]
    lapsed = [f"{BASE}{date}#promise-1" for date in LAPSED]
    taken(register(promises_passed=passed, promises_lapsed=lapsed), title="Register of actions")
    places = [f"{BASE}{date}#{place}" for date in SAID for place in ("promise-1", "entry-3")]
    taken(topic("calls", *places), title="Subjects")


def test_from_a_topic_to_a_line_that_can_be_cited(reader: Mouse) -> None:
    page = reader.page
    reader.go(f"/{OFFICE}")
    reader.follow("Topics")
    reader.follow("Calls")
    reader.follow("4 promises")
    expect(page.get_by_text("4 promises", exact=True)).to_be_visible()
    assert taken_along(reader) == [what[0] for what in reversed(SAID.values())]

    reader.choose("What came of it", "Date passed")
    reader.press("Show")
    shown = [one.strip("“”") for one in page.locator(".ans-promised").all_inner_texts()]
    assert shown == [SAID[date][0] for date in reversed(PASSED)] == taken_along(reader)
    expect(page.get_by_text("as of 31 March 2023, the day of the last register")).to_be_visible()

    reader.choose("What came of it", "Lapsed")
    reader.press("Show")
    assert taken_along(reader) == [SAID[date][0] for date in LAPSED]

    reader.follow("24 September 2020")
    assert page.url.endswith("2020-09-24#entry-3")
    expect(page.locator("#entry-3:target")).to_contain_text("A second call centre will open")
    reader.follow("Address of line 3")
    cited = page.locator(".pub-cite").inner_text()
    assert "Assurance meeting, 24 September 2020, item 1, line 3, version 1 of" in cited
    reader.go("/wyvern-valley" + cited.strip().rpartition("/wyvern-valley")[2])
    expect(page.locator(".pub-row--chosen")).to_contain_text("A second call centre will open in 2021.")


def test_the_search_finds_the_same(reader: Mouse) -> None:
    reader.go(f"/{OFFICE}/search")
    reader.fill("Words", "call centre")
    reader.choose("Year", "2020")
    reader.press("Search")
    expect(reader.page.locator(".pub-found")).to_contain_text("A second call centre will open in 2021.")
    expect(reader.page.locator(".pub-found")).not_to_contain_text("telephones")


def taken_along(reader: Mouse) -> list[str]:
    """The promises in the file that the page offers."""
    path = reader.download("spreadsheet (CSV)").path()
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row["Promise"] for row in csv.DictReader(file)]
