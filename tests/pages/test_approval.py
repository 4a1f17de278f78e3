"""The page of minutes on their way to approval: how far they are, who moves them on, and why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from tests import approving, cycle
from tests import factories as make
from tests.approving import SAID, take, typed, until
from tests.pages.test_two_people import form_of
from tests.signing import person_with, sign_in

Get = Callable[..., Any]
MOST_QUERIES = 15


def browser(role: Role) -> Client:
    return sign_in(Client(), person_with(role, make.office(), f"A {role}"))


def page(client: Client, path: str) -> Any:
    answer: Any = client.get(path)
    answer.tree = lxml.html.document_fromstring(answer.content.decode())
    answer.main = " ".join(answer.tree.get_element_by_id("main-content").text_content().split())
    return answer


def form_in(seen: Any) -> tuple[str, dict[str, str]]:
    """The first form of a page's own, and its fields."""
    form = seen.tree.get_element_by_id("main-content").xpath(".//form")[0]
    return str(form.get("action")), {name: str(value or "") for name, value in form.fields.items() if name}


def press(client: Client, meeting: Meeting, step: str, **typed_in: str) -> Any:
    """Send the form of a step as the page shows it."""
    seen = page(client, f"/approval/{meeting.pk}/")
    for action in ("/take", "/agree"):
        try:
            address, fields = form_of(seen.tree, action, step=step)
            break
        except LookupError:
            continue
    else:
        raise LookupError(step)
    answer: Any = client.post(address, {**fields, **typed_in}, follow=True)
    answer.tree = lxml.html.document_fromstring(answer.content.decode())
    answer.main = " ".join(answer.tree.get_element_by_id("main-content").text_content().split())
    meeting.refresh_from_db()
    return answer


def test_the_whole_way_by_the_people_who_go_it(db: None) -> None:
    meeting = typed()
    cycle.deadline(meeting, "minutes", "2019-04-25")
    make.meeting("2019-04-30", meeting.forum)
    officer, commissioner = browser(Role.POLICY_OFFICER), browser(Role.COMMISSIONER)
    assert "Marked as checked." in press(officer, meeting, "check").main
    assert "Agreed for the office." in press(commissioner, meeting, "agree").main
    after = press(officer, meeting, "send")
    assert "Sent to the force for accuracy." in after.main
    assert "due by 25 April 2019 and agreed on 2 May 2019, 7 days late" in after.main
    assert "Noted as approved." in press(officer, meeting, "approve").main
    assert meeting.minutes_state == "approved"
    assert "at the meeting of 30 April 2019" in page(officer, f"/approval/{meeting.pk}/").main


def test_minutes_agreed_after_midnight_in_summer_are_a_day_late(db: None) -> None:
    meeting = until("agreed")
    due = cycle.deadline(meeting, "minutes", "2019-07-10")
    due.met_at = dt.datetime(2019, 7, 10, 23, 30, tzinfo=dt.UTC)
    due.save()
    shown = page(browser(Role.POLICY_OFFICER), f"/approval/{meeting.pk}/").main
    assert "due by 10 July 2019 and agreed on 11 July 2019, 1 day late" in shown


def test_approval_is_shown_on_both_meetings(db: None, get: Get) -> None:
    meeting = until("approved")
    later = approving.next_meeting(meeting)
    assert "Minutes approved 30 April 2019" in get(f"/meetings/{meeting.pk}/").main
    there = get(f"/meetings/{later.pk}/")
    assert "Approved hereminutes of 9 April 2019" in there.main
    assert there.find("minutes of 9 April 2019") == f"/meetings/{meeting.pk}/"


def test_who_may_not_is_told_who_may(db: None, get: Get) -> None:
    meeting = until("checked")
    told = get(f"/approval/{meeting.pk}/")
    assert "Agree these minutes is for a commissioner or deputy." in told.main
    with pytest.raises(LookupError):
        form_of(told.tree, "/agree", step="agree")


def test_what_stands_against_a_step_is_said(db: None, get: Get) -> None:
    meeting = until("seen")
    cycle.remark(approving.line(meeting, SAID))
    make.meeting("2019-04-30", meeting.forum)
    told = get(f"/approval/{meeting.pk}/").main
    assert "not yet. One remark is not answered yet: answer it first." in told


def test_without_a_later_meeting_there_is_nothing_to_name(db: None, get: Get) -> None:
    meeting = until("seen")
    make.meeting("2019-06-30", meeting.forum)
    assert "no later meeting of Assurance Meeting has met yet" in get(f"/approval/{meeting.pk}/").main


def test_a_meeting_of_another_forum_does_not_approve(db: None, post: Get) -> None:
    meeting = until("seen")
    other = make.meeting("2019-04-30", make.forum("Other Board"))
    told = post(f"/approval/{meeting.pk}/take", step="approve", approved_by=str(other.pk))
    assert "Choose the meeting that approved them: a later one of this forum." in told.main


def test_sending_back_asks_why(db: None) -> None:
    meeting = until("agreed")
    officer = browser(Role.POLICY_OFFICER)
    assert "Say in a few words why" in press(officer, meeting, "back-from-agreed").main
    told = press(officer, meeting, "back-from-agreed", words="Item 2 is missing.")
    assert "Sent back to draft on 2 May 2019 by A policy-officer: Item 2 is missing." in told.main
    assert meeting.minutes_state == "draft"


def test_the_commissioner_sends_back_too(db: None) -> None:
    meeting = until("checked")
    press(browser(Role.COMMISSIONER), meeting, "back-from-checked", words="Not like that.")
    assert meeting.minutes_state == "draft"


def test_a_form_that_is_sent_twice_does_it_once(db: None) -> None:
    meeting = typed()
    officer = browser(Role.POLICY_OFFICER)
    address, fields = form_of(page(officer, f"/approval/{meeting.pk}/").tree, "/take", step="check")
    for _ in range(2):
        officer.post(address, fields)
    assert Event.objects.filter(operation="approval.take").count() == 1


def test_two_who_move_them_at_once(db: None) -> None:
    meeting = typed()
    ada, ben = browser(Role.POLICY_OFFICER), browser(Role.POLICY_OFFICER)
    address, fields = form_of(page(ben, f"/approval/{meeting.pk}/").tree, "/take", step="check")
    press(ada, meeting, "check")
    answer = ben.post(address, fields)
    assert answer.status_code == 409
    assert "changed the minutes of Assurance Meeting" in answer.content.decode()
    assert meeting.minutes_versions.count() == 1


@pytest.mark.parametrize("step", ["", "begin", "publish", "agree"])
def test_a_step_that_is_not_offered_is_refused(step: str, db: None, post: Get) -> None:
    meeting = until("checked")
    assert "Choose one of the steps on this page." in post(f"/approval/{meeting.pk}/take", step=step).main
    meeting.refresh_from_db()
    assert meeting.minutes_state == "checked"


@pytest.mark.parametrize("what", ["take", "agree", "mend"])
def test_it_is_only_done_by_a_form(what: str, db: None) -> None:
    meeting = typed()
    role = Role.COMMISSIONER if what == "agree" else Role.POLICY_OFFICER
    for method in ("get", "put", "delete"):
        assert getattr(browser(role), method)(f"/approval/{meeting.pk}/{what}").status_code == 405


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER])
def test_the_force_sees_nothing_of_them_before_they_are_sent(role: Role, db: None) -> None:
    meeting = until("agreed")
    client = browser(role)
    told = page(client, f"/approval/{meeting.pk}/")
    assert "These minutes are still being written." in told.main
    assert SAID not in told.main
    assert client.get(f"/approval/{meeting.pk}/lines/").status_code == 404
    assert client.get(f"/approval/{meeting.pk}/compare").status_code == 404
    assert client.get(f"/approval/{meeting.pk}/minutes.html").status_code == 404


def test_then_it_reads_them_line_by_line(db: None) -> None:
    meeting = until("seen")
    client = browser(Role.CHIEF_OFFICER)
    assert SAID in page(client, f"/approval/{meeting.pk}/lines/").main
    told = page(client, f"/approval/{meeting.pk}/").main
    assert "Checks" not in told
    assert "1 · Checked" not in told
    assert "3 · With the force for accuracy" in told


def test_the_panel_sees_nothing_before_approval(db: None) -> None:
    meeting = until("seen")
    client = browser(Role.PANEL_READER)
    for path in ("", "lines/", "compare"):
        assert client.get(f"/approval/{meeting.pk}/{path}").status_code == 403
    seen = page(client, f"/meetings/{meeting.pk}/").main
    assert SAID not in seen
    assert "Pat Lorne" not in seen
    assert "Answering the telephone" not in seen
    assert client.get(f"/approval/{meeting.pk}/minutes.html").status_code == 404
    take(meeting, "approve")
    seen = page(client, f"/meetings/{meeting.pk}/").main
    assert SAID in seen
    assert "Pat Lorne" in seen


def test_a_meeting_whose_minutes_came_as_a_file_says_so(archive: list[Meeting], get: Get) -> None:
    told = get(f"/approval/{archive[0].pk}/")
    assert "are not written here" in told.main


def test_another_office_finds_nothing(db: None, get: Get) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.meeting("2019-04-09", make.forum("Otter Board"))
    assert get(f"/approval/{theirs.pk}/", 404).heading == "Page not found"


def test_a_line_of_them_is_not_corrected_but_changed(db: None, get: Get) -> None:
    meeting = until("seen")
    entry = meeting.entries.order_by("position")[0]
    told = get(f"/source/entry/{entry.pk}/").main
    assert "These minutes are written here: change the line itself" in told
    assert "These minutes were written here, so they have no original." in told
    assert get(f"/review/meetings/{meeting.pk}/").status == 200


def test_the_queries_are_as_many_for_long_minutes(db: None, client: Client) -> None:
    def asked(meeting: Meeting) -> dict[str, int]:
        counts = {}
        for path in ("", "lines/", "compare"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(f"/approval/{meeting.pk}/{path}").status_code == 200
            counts[path] = len(queries)
            assert len(queries) <= MOST_QUERIES, [one["sql"][:100] for one in queries]
        return counts

    few = until("seen", date="2019-04-09")
    cycle.remark(approving.line(few, SAID))
    many = until(
        "seen",
        *[f"The CC said that area {n} answered {n}% of calls." for n in range(60)],
        SAID,
        date="2019-04-16",
    )
    for n in range(20):
        cycle.remark(approving.line(many, SAID), f"Remark {n}")
    assert asked(few) == asked(many)
    for state in ("draft", "checked", "agreed"):
        asked(until(state, date=f"2019-03-{10 + len(state)}"))


def test_hostile_words_are_words(db: None, get: Get) -> None:
    meeting = typed(
        "<script>alert(1)</script> was said on Monday 31 May 2019.", "ACTION: <b>x</b> \u202e LCJB"
    )
    told = get(f"/approval/{meeting.pk}/")
    assert "<script>alert(1)" in told.main
    assert "<script>alert(1)" not in told.response.content.decode()


@pytest.mark.parametrize(
    ("state", "role", "words"),
    [
        ("draft", Role.POLICY_OFFICER, "to be finished and checked"),
        ("checked", Role.COMMISSIONER, "checked, to be agreed"),
        ("agreed", Role.POLICY_OFFICER, "agreed, to be sent to the force"),
        ("seen", Role.CONTRIBUTOR, "for you to say what is not accurate"),
    ],
)
def test_the_front_page_says_what_waits_for_whom(state: str, role: Role, words: str, db: None) -> None:
    make.meeting("2019-03-12")
    meeting = until(state)
    client = browser(role)
    told = page(client, "/")
    assert f"1 set of minutes is on the way Assurance Meeting, 9 April 2019, {words}" in told.main
    assert told.tree.xpath(f"//a[@href='/approval/{meeting.pk}/']")
    if state != "seen":
        assert "on the way" not in page(browser(Role.CHIEF_OFFICER), "/").main
    assert "on the way" not in page(browser(Role.PANEL_READER), "/").main
