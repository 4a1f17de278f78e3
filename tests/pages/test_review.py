"""The review: doubts are confirmed or put right, line by line, and it is kept who did so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Action, ActionUpdate
from answerable.audit.models import Event
from answerable.intake.models import Candidate, Correction, ImportedFile
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.review.fields import Line, changes
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def march(archive: list[Meeting]) -> Meeting:
    return archive[4]


@pytest.fixture
def doubt(march: Meeting) -> MeetingWarning:
    return march.warnings.get()


@pytest.fixture
def waiting(archive: list[Meeting]) -> ActionUpdate:
    return ActionUpdate.objects.get(link="waiting")


def candidate(**fields: Any) -> Candidate:
    file = ImportedFile.objects.create(
        office=make.office(), name="second.docx", sha256="c" * 64, state="waiting", imported_at=make.NOW,
        imported_by=make.user(),
    )  # fmt: skip
    values = {"forum_name": "Assurance Meeting", "reason": "A meeting of that day is held already.",
              "record": {}, "record_sha256": "d" * 64, **fields}  # fmt: skip
    return Candidate.objects.create(office=make.office(), file=file, **values)


def test_the_review_counts_what_is_left_and_lists_meetings(archive: object, get: Get) -> None:
    page = get("/review/")
    assert "3 things want a person’s eye: 2 doubts of the reader, 1 update that may be about" in page.main
    assert "homoglyph 1, owner-missing 1" in page.main
    assert page.rows() == [
        ["12 March 2019", "Assurance Meeting", "1", "1"],
        ["9 October 2018", "Assurance Meeting", "1", "0"],
    ]


def test_when_nothing_is_left_it_says_so(db: None, get: Get) -> None:
    make.meeting()
    assert "Nothing wants a person’s eye." in get("/review/").main


def test_a_doubt_stands_with_its_source_and_what_was_read(doubt: MeetingWarning, get: Get) -> None:
    page = get(f"/review/meetings/{doubt.meeting_id}/")
    assert "2 of 2 doubts left" in page.main
    assert "“DСС” with Cyrillic letters was read as “DCC”." in page.main
    assert "Owners: DCC; Due: 30/4/2019." in page.main
    strip = page.tree.xpath("//*[name()='svg'][@class='ans-crop']")[0]
    assert strip.get("aria-label") == "The line on page 1"
    assert strip.xpath("./*[name()='image']")[0].get("href").endswith("/pages/1.png")


def test_a_doubt_without_a_page_is_quoted(archive: list[Meeting], get: Get) -> None:
    page = get(f"/review/meetings/{archive[1].pk}/")
    assert (
        page.tree.find(".//blockquote").text_content().strip() == "Share the plan for training new detectives"
    )


def test_right_as_read_settles_it(doubt: MeetingWarning, post: Get) -> None:
    page = post(f"/review/warnings/{doubt.pk}/settle")
    assert "Noted: it is right as it was read." in page.main
    assert "1 of 2 doubts left, 1 settled" in page.main
    doubt.refresh_from_db()
    assert doubt.settled_by
    assert doubt.settled_at == dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
    event = Event.objects.get(operation="meetings.settle_warning")
    assert event.by == doubt.settled_by


def test_settling_twice_is_refused_with_a_reason(doubt: MeetingWarning, post: Get) -> None:
    post(f"/review/warnings/{doubt.pk}/settle")
    page = post(f"/review/warnings/{doubt.pk}/settle")
    assert "This warning is settled already." in page.main
    assert Event.objects.filter(operation="meetings.settle_warning").count() == 1


def test_owners_and_due_are_put_right_in_place(
    doubt: MeetingWarning, march: Meeting, post: Get, get: Get
) -> None:
    page = post(
        f"/review/meetings/{march.pk}/correct", part="actions", position="0", warning=str(doubt.pk),
        text="DCC to show the callers lost each week, by hour, by the end of April",
        owners="DCC, ACC", due="31/5/2019",
    )  # fmt: skip
    assert "Put right. It stays so when the file is read again." in page.main
    doubt.refresh_from_db()
    assert doubt.settled_at
    action = Action.objects.get(number="A-0007")
    assert [owner.printed for owner in action.owners.all()] == ["DCC", "ACC"]
    assert action.due == dt.date(2019, 5, 31)
    assert "A-0007 · DCC, ACC · 31 May 2019" in get(f"/meetings/{march.pk}/").main


def test_a_correction_is_kept_with_who_and_when(march: Meeting, post: Get) -> None:
    page = post(
        f"/review/meetings/{march.pk}/correct", part="actions", position="0", owners="PCC", due="2019-04-30"
    )
    kept = Correction.objects.get()
    assert (kept.field, kept.old, kept.new) == ("owners", ["DCC"], ["PCC"])
    assert (
        "Put right by people 2 May 2019, The person at this machine: owners of actions was DCC; is PCC"
        in page.main
    )


def test_a_line_that_is_no_action_is_made_a_note(march: Meeting, post: Get) -> None:
    line = march.entries.get(kind="action")
    post(f"/review/meetings/{march.pk}/correct", part="entries", position=str(line.position), kind="note")
    line.refresh_from_db()
    assert line.kind == "note"
    assert not march.actions.filter(entry=line).exists()


def test_a_line_is_put_right_from_its_source(march: Meeting, get: Get, post: Get) -> None:
    action = march.actions.get()
    page = get(f"/source/action/{action.pk}/")
    assert page.tree.xpath("//input[@name='owners']/@value") == ["DCC"]
    after = post(
        f"/review/meetings/{march.pk}/correct",
        part="actions",
        position="0",
        owners="CC",
        back=f"action/{action.pk}",
    )
    assert after.heading == "Where it comes from"
    assert after.tree.xpath("//input[@name='owners']/@value") == ["CC"]


@pytest.mark.parametrize("back", ["//evil.example/1", "action/x", "nothing/1", "https://evil.example"])
def test_a_form_leads_back_to_pages_of_ours_only(back: str, march: Meeting, client: Client) -> None:
    address = f"/review/meetings/{march.pk}/correct"
    answer = client.post(address, {"part": "actions", "position": "0", "owners": "CC", "back": back})
    assert answer["Location"] == f"/review/meetings/{march.pk}/"


def test_nothing_changed_is_said(march: Meeting, post: Get) -> None:
    page = post(f"/review/meetings/{march.pk}/correct", part="actions", position="0", owners="DCC")
    assert "Nothing was changed: that is what it says already." in page.main
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"part": "actions", "due": "soon"},
            "Write the due date as a day, month and year, such as 30/6/2019",
        ),
        ({"part": "actions", "text": "  "}, "Write something for words"),
        ({"part": "entries", "kind": "poem"}, "Choose what it is from the list"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_changes(
    values: dict[str, str], sentence: str, march: Meeting, post: Get
) -> None:
    page = post(f"/review/meetings/{march.pk}/correct", 400, position="0", **values)
    assert "There is a problem" in page.main
    assert sentence in page.main
    assert page.title.startswith("Error: ")
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"part": "furniture", "position": "0"},
        *({"part": "actions", "position": position} for position in ("99", "x", "9" * 30)),
    ],
)
def test_a_line_that_is_not_there_is_said(values: dict[str, str], march: Meeting, post: Get) -> None:
    assert "This line is not there any more" in post(f"/review/meetings/{march.pk}/correct", **values).main


def test_an_update_is_tied_to_the_action_that_was_offered(waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", answer="yes")
    assert "Tied to the action that was offered." in page.main
    waiting.refresh_from_db()
    assert waiting.link == "accepted"
    assert waiting.decided_by
    assert waiting.action
    assert waiting.action.number == "A-0003"


def test_an_update_is_about_none(waiting: ActionUpdate, post: Get) -> None:
    assert (
        "Noted: it is about no action that is held."
        in post(f"/review/updates/{waiting.pk}/decide", answer="no").main
    )
    waiting.refresh_from_db()
    assert (waiting.link, waiting.action) == ("rejected", None)


def test_an_update_is_about_another(waiting: ActionUpdate, post: Get) -> None:
    assert (
        "Tied to A-0005."
        in post(f"/review/updates/{waiting.pk}/decide", answer="other", number=" a-0005 ").main
    )
    waiting.refresh_from_db()
    assert waiting.action
    assert waiting.action.number == "A-0005"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("A-9", "There is no action with the number “A-9”"), ("", "Write the action’s number")],
)
def test_a_number_that_is_none_is_said(number: str, sentence: str, waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", 400, answer="other", number=number)
    assert sentence in page.main
    waiting.refresh_from_db()
    assert waiting.link == "waiting"


def test_an_action_that_is_not_earlier_is_refused(waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", answer="other", number="A-0007")
    assert "Action A-0007 was given on or after the day of this update." in page.main


def test_a_file_that_waits_is_dropped(archive: list[Meeting], get: Get, post: Get) -> None:
    one = candidate(meeting=archive[0], date=archive[0].date)
    page = get("/review/")
    assert "second.docx Assurance Meeting, 3 July 2018" in page.main
    assert "A meeting of that day is held already." in page.main
    assert (
        "Dropped: the meeting stays as it is held."
        in post(f"/review/candidates/{one.pk}/decide", answer="drop").main
    )
    one.refresh_from_db()
    assert one.state == "dropped"
    assert "Somebody has decided" in post(f"/review/candidates/{one.pk}/decide", answer="drop").main


def test_a_file_that_could_not_be_read_is_listed(archive: object, get: Get) -> None:
    ImportedFile.objects.create(
        office=make.office(), name="locked.pdf", sha256="e" * 64, state="refused",
        reason="It needs a password.", imported_at=make.NOW, imported_by=make.user(),
    )  # fmt: skip
    assert "locked.pdf: It needs a password." in get("/review/").main


def test_nothing_is_written_by_reading(
    march: Meeting, client: Client, doubt: MeetingWarning, waiting: ActionUpdate
) -> None:
    for path in [f"/review/warnings/{doubt.pk}/settle", f"/review/meetings/{march.pk}/correct",
                 f"/review/updates/{waiting.pk}/decide", "/review/candidates/1/decide"]:  # fmt: skip
        assert client.get(path).status_code == 405
        assert client.put(path).status_code == 405


def test_a_form_of_another_site_does_nothing(doubt: MeetingWarning) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(f"/review/warnings/{doubt.pk}/settle")
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()
    doubt.refresh_from_db()
    assert doubt.settled_at is None


def test_the_forms_carry_their_key(doubt: MeetingWarning) -> None:
    strict = Client(enforce_csrf_checks=True)
    html = strict.get(f"/review/meetings/{doubt.meeting_id}/").content.decode()
    key = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert key
    answer = strict.post(f"/review/warnings/{doubt.pk}/settle", {"csrfmiddlewaretoken": key[1]})
    assert answer.status_code == 302


def test_what_is_not_there_is_not_found(march: Meeting, post: Get) -> None:
    for path in ["/review/warnings/999/settle", "/review/meetings/999/correct", "/review/updates/999/decide",
                 "/review/candidates/999/decide"]:  # fmt: skip
        assert post(path, 404).heading == "Page not found"


def test_many_doubts_come_twenty_at_a_time(march: Meeting, get: Get) -> None:
    line = march.entries.all()[0]
    for _ in range(60):
        make.warning(line)
    page = get(f"/review/meetings/{march.pk}/")
    assert "62 of 62 doubts left" in page.main
    assert len(page.tree.xpath("//ol[@start]/li")) == 20
    assert len(page.response.content) < 100_000


def test_a_form_sent_as_it_was_changes_nothing() -> None:
    due = [{"text": "by June", "date": "2019-06-30", "precision": "month"}]
    one = Line("actions", 0, {"text": "Do  it", "owners": ["CC", "ACC"], "due": due})
    sent = {field.name: one.shown(field) for field in one.fields}
    assert changes(one, sent) == ({}, [])


def test_the_words_of_a_due_stay_as_printed() -> None:
    dues = [{"text": "by June", "date": "2019-06-30", "precision": "month"},
            {"text": "in a year", "date": "2020-03-12", "precision": "day"}]  # fmt: skip
    one = Line("actions", 0, {"text": "Do it", "owners": [], "due": dues})
    found, _ = changes(one, {"due": "1/7/2019"})
    assert found == {"due": [{"text": "by June", "date": "2019-07-01", "precision": "day"}, dues[1]]}
    assert changes(one, {"due": ""})[0] == {"due": dues[1:]}
