"""A whole cycle in a browser, without a script and by keyboard alone: from the plan to files read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.sheet import Heading, Sheet, Text
from answerable.core.permissions.roles import Role
from answerable.intake.operations import import_minutes
from answerable.intake.queries import record_of as stored_record
from answerable.intake.reading import ReadMinutes, read_content
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.readers import read
from answerable.readers.child import Child
from answerable.writers.docx import write_docx
from tests.e2e.conftest import HEIGHT, pages
from tests.e2e.hands import Keys, Mouse
from tests.e2e.retyped import MINUTES, TypedItem, record_of, typed_items
from tests.intake import bringing
from tests.signing import person_with

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

RETYPED = "2026-06.pdf"
BEFORE, AFTER = "2026-03.pdf", "2026-10.docx"
DAY = dt.date(2026, 6, 23)
FORUM = "Quarterly Accountability Board"
OWNER = "CEx"  # of the action for which the minutes name nobody
NOT_TOLD_AGAIN = ("source", "paragraph", "furniture", "warnings")
"""What two readings of the same minutes may differ in: see the meeting record."""

Open = Callable[[Role], Mouse]


@pytest.fixture(params=["without a script", "by keyboard"])
def at_page(
    request: pytest.FixtureRequest, browser: Browser, transactional_db: None, live_server: Any
) -> Iterator[Open]:
    """Opens a page for somebody with a role, who has the hands of the run."""
    office = bring_archive()
    opened = []

    def open_one(role: Role) -> Mouse:
        by_keyboard = request.param == "by keyboard"
        opened.append(pages(browser, str(live_server.url), person_with(role, office)))
        page: Page = next(opened[-1])(1280, java_script_enabled=by_keyboard)
        page.set_default_timeout(10_000)
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        return (Keys if by_keyboard else Mouse)(page, str(live_server.url))

    yield open_one
    for one in opened:
        next(one, None)


def bring_archive() -> Office:
    """The meetings before and after the one that is typed, as they were minuted."""
    child = Child()
    for name in (BEFORE, AFTER):
        minutes = read_content((MINUTES / name).read_bytes(), name, child)
        assert isinstance(minutes, ReadMinutes)
        import_minutes(office=bringing.office(), minutes=minutes, by=bringing.user(), at=bringing.AT)
    child.close()
    bringing.finish()
    return bringing.office()


def test_a_cycle_from_the_plan_to_the_files(at_page: Open, tmp_path: Path) -> None:
    record = record_of(RETYPED)
    items = typed_items(record)
    officer = at_page(Role.POLICY_OFFICER)
    key = plan(officer, record)
    ask(officer, key, items)
    answer(at_page(Role.CONTRIBUTOR), key, tmp_path)
    judge(officer, key)
    prepare(officer, key)
    take_minutes(officer, key, record, items)
    check(officer, key)
    commissioner = at_page(Role.COMMISSIONER)
    commissioner.go(f"/approval/{key}/")
    commissioner.press("Agree these minutes")
    officer.go(f"/approval/{key}/")
    officer.press("Send to the force for accuracy")
    remark_and_answer(at_page(Role.CHIEF_OFFICER), officer, key)
    officer.go(f"/approval/{key}/")
    officer.choose("Which meeting approved them?", f"{FORUM}, 13 October 2026")
    officer.press("Note that they were approved")
    meeting = Meeting.objects.get(pk=key)
    assert meeting.minutes_state == "approved"
    the_actions_are_in_the_register(meeting, record)
    the_files_read_back(officer, meeting)


def plan(officer: Mouse, record: Any) -> int:
    """The forum as it meets, and the meeting on the plan; its key."""
    officer.go("/meetings/forums/")
    officer.follow("How it meets")
    officer.follow("Change how it meets")
    officer.choose("Actions", "“ACTION:” in the text")
    officer.press("Save")
    officer.follow("Change its standing items")
    officer.fill(
        "One item on each line", "Review of the action tracker\nHolding to account\nAOB\nNext meeting"
    )
    officer.press("Save")
    officer.go("/plan/new")
    officer.choose("Forum", FORUM)
    officer.fill_day("Day", DAY)
    officer.fill("Time", "10am")
    officer.fill("Place", record["meeting"]["venue"])
    officer.press("Plan the meeting")
    return Meeting.objects.get(date=DAY).pk


def ask(officer: Mouse, key: int, items: list[TypedItem]) -> None:
    officer.go(f"/papers/meetings/{key}/")
    points = "\n".join(one.title for one in items if one.title not in ("HOLDING TO ACCOUNT", "AOB"))
    officer.fill("Add points", points)
    officer.press("Add")
    officer.press("Send to the force")


def answer(force: Mouse, key: int, folder: Path) -> None:
    """The force sees what it is asked, and sends its note in."""
    file = folder / "note.docx"
    file.write_bytes(
        write_docx(Sheet("Briefing note", [Heading("Domestic abuse"), Text("Arrests rose to 48%.")]))
    )
    force.go(f"/papers/meetings/{key}/")
    force.give_file("File", file)
    force.press("Send")
    force.said("Received: note.docx")


def judge(officer: Mouse, key: int) -> None:
    officer.go(f"/papers/meetings/{key}/")
    officer.follow("Version 1")
    for scale, word in (("Points covered", "Some points"), ("Length", "Too short")):
        officer.tick(scale, word)
    officer.press("Save the judgement")


def prepare(officer: Mouse, key: int) -> None:
    """The agenda writes itself, and goes out with its pack."""
    officer.go(f"/agendas/{key}/")
    officer.press("Begin this agenda")
    officer.press("Send out agenda 1")
    officer.go(f"/agendas/{key}/pack/")
    assert read(Path(officer.download("PDF").path()).read_bytes(), "pack.pdf").text


def take_minutes(officer: Mouse, key: int, record: Any, items: list[TypedItem]) -> None:
    officer.go(f"/minutes/{key}/")
    officer.press("Start the minutes")
    for one in record["attendance"]:
        note_present(officer, key, one)
    of_agenda = {one.title.casefold(): one for one in Meeting.objects.get(pk=key).items.all()}
    for item in items:
        officer.go(f"/minutes/{key}/?item={of_agenda[item.title.casefold()].position + 1}")
        officer.type_lines(item.lines)


def note_present(officer: Mouse, key: int, one: Any) -> None:
    """By a tap where the record knows them on that day, else by name."""
    officer.go(f"/minutes/{key}/roll/")
    status = "Here" if one["status"] == "present" else "Apologies"
    tap = officer.page.locator("button[name=tap]").filter(has_text=f"{status}: {one['name']},")
    if tap.count():
        for folded in officer.page.locator("details:not([open])", has=tap.first).all():
            officer.unfold(folded.locator("summary").first.inner_text())
        officer.press_at(tap.first)
        return
    officer.fill("Name", one["name"])
    officer.fill("What they are", one["capacity"] or "")
    officer.fill("In short", one["abbreviation"] or "")
    officer.choose("They are", one["status"])
    officer.press("Put on the list")


def check(officer: Mouse, key: int) -> None:
    """One action has no owner: the page asks for one before the minutes go on."""
    officer.go(f"/approval/{key}/")
    finding = officer.page.locator("li", has_text="No owner is named").filter(
        has=officer.page.get_by_role("button")
    )
    officer.choose_at(finding.get_by_role("combobox"), OWNER)
    officer.press_at(finding.get_by_role("button"))
    officer.press("Mark as checked")


def remark_and_answer(force: Mouse, officer: Mouse, key: int) -> None:
    force.go(f"/approval/{key}/lines/")
    force.follow("remark")
    force.fill("What is not accurate, and what would be", "We would say “of some length”.")
    force.press("Send to the office")
    officer.go(f"/approval/{key}/")
    officer.follow("Answer")
    officer.tick("Is it accepted?", "Not accepted: it stays as it is")
    officer.fill("What is said to it (needed where it is not accepted)", "The commissioner said it so.")
    officer.press("Answer")


def the_actions_are_in_the_register(meeting: Meeting, record: Any) -> None:
    """As many as in the minutes that were retyped, of the same owners and dues, none of them a draft."""
    held = list(meeting.actions.order_by("position"))
    owners = [", ".join(one["owners"]) or OWNER for one in record["actions"]]
    assert [one.owners_printed for one in held] == owners
    dues = [min((d["date"] for d in one["due"] if d["date"]), default=None) for one in record["actions"]]
    assert [one.due and one.due.isoformat() for one in held] == dues
    assert not any(one.draft or one.restricted or not one.number for one in held)


def the_files_read_back(officer: Mouse, meeting: Meeting) -> None:
    held = told(stored_record(meeting))
    officer.go(f"/meetings/{meeting.pk}/")
    for link, name in (("PDF", "minutes.pdf"), ("Word", "minutes.docx"), ("web page", "minutes.html")):
        content = Path(officer.download(link).path()).read_bytes()
        again = told(read_minutes(read(content, name)))
        for part in held:
            assert again[part] == held[part], f"{part} of {name}: {differing(again[part], held[part])}"


def told(record: Any) -> Any:
    """A record without what two readings may differ in."""
    if isinstance(record, dict):
        return {key: told(value) for key, value in record.items() if key not in NOT_TOLD_AGAIN}
    return [told(one) for one in record] if isinstance(record, list) else record


def differing(one: Any, other: Any) -> Any:
    """The lines of two lists that differ, for whoever reads the failure."""
    if isinstance(one, list) and isinstance(other, list):
        return [pair for pair in zip_longest(one, other) if pair[0] != pair[1]]
    return one, other
