"""Minutes are typed with forms alone: begun, typed, put right, moved, restricted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item, Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Line
from answerable.minuting.queries import standing_lines
from answerable.offices.models import Office
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]
BASELINE = "ACTION: DCC to share the new baseline by the end of June"


@pytest.fixture
def planned(db: None) -> Meeting:
    made = cycle.planned("2019-05-14")
    cycle.agenda(made, "Matters arising", "Victim satisfaction", "Any other business")
    Item.objects.filter(meeting=made, position=0).update(kind="matters_arising")
    return made


@pytest.fixture
def meeting(planned: Meeting) -> Meeting:
    return minuting.start_minutes(meeting=planned, by=make.user(), at=make.NOW)


@pytest.fixture
def item(meeting: Meeting) -> Item:
    return meeting.items.get(position=1)


@pytest.fixture
def typed(item: Item, post: Get) -> Callable[..., Any]:
    def type_(text: str, **more: str) -> Any:
        return post(f"/minutes/{item.meeting_id}/lines", item=str(item.pk), text=text, **more)

    return type_


def standing(meeting: Meeting) -> list[str]:
    return [line.text for line in standing_lines(meeting)]


def test_minutes_are_begun(planned: Meeting, get: Get, post: Get) -> None:
    assert "3 items on the agenda" in get(f"/minutes/{planned.pk}/").main
    page = post(f"/minutes/{planned.pk}/start")
    assert "The minutes are begun" in page.main
    planned.refresh_from_db()
    assert (planned.state, planned.minutes_state) == ("held", "draft")
    assert "begun already" in post(f"/minutes/{planned.pk}/start").main


def test_whoever_begins_early_is_told_what_that_does(planned: Meeting, get: Get) -> None:
    said = "Once its minutes are started it counts as held, and that cannot be taken back."
    assert f"The meeting is in 12 days. {said}" in get(f"/minutes/{planned.pk}/").main
    today = cycle.planned(f"{make.NOW:%Y-%m-%d}")
    assert said not in get(f"/minutes/{today.pk}/").main


def test_lines_are_typed_and_the_page_says_what_they_are(typed: Get, meeting: Meeting) -> None:
    page = typed(f"The PCC asked if 85% was right.\nThe DCC said that it was not.\n{BASELINE}")
    assert "question · PCC" in page.main
    assert "answer · DCC" in page.main
    assert "action · DCC · due 30 June 2019" in page.main
    assert [line.text for line in standing_lines(meeting)][2] == BASELINE


def test_a_typed_action_stands_in_the_register_as_a_draft(typed: Get, get: Get) -> None:
    typed(BASELINE)
    action = Action.objects.get()
    assert f"{action.number}" in typed("More.").main
    register = get("/actions/")
    assert "DCC to share the new baseline" in register.main
    assert "Draft" in register.main
    assert "Draft" in get(f"/actions/{action.pk}/").main


def test_a_panel_reader_sees_no_draft(typed: Get, db: None) -> None:
    typed(BASELINE)
    reader = sign_in(Client(), person_with(Role.PANEL_READER, make.office()))
    assert "baseline" not in reader.get("/actions/").content.decode()
    assert reader.get(f"/actions/{Action.objects.get().pk}/").status_code == 404
    assert reader.get(f"/minutes/{Meeting.objects.get().pk}/").status_code == 403


def test_a_word_says_what_a_line_is(typed: Get) -> None:
    page = typed("Q: is it right?\nDecision: the plan was agreed.\nNote: the PCC asked why.")
    for facts in ("question", "decision", "note"):
        assert facts in page.main


def test_a_kind_can_be_chosen_for_what_is_typed(typed: Get) -> None:
    assert "decision · as somebody said" in typed("The plan goes on.", kind="decision").main


def test_nothing_typed_is_said(typed: Get) -> None:
    assert "Type something: a line has words." in typed("  \n\n ").main


def test_twenty_thousand_words_pasted_at_once(typed: Get, meeting: Meeting) -> None:
    page = typed("The PCC asked if callers waited less. The CC said that they did, by a minute.\n" * 1250)
    assert page.status == 200
    assert Line.objects.count() == 1250
    assert "1,130 earlier lines" in page.main


def test_one_huge_paragraph(typed: Get) -> None:
    assert typed("The CC said that callers waited less. " * 3000).status == 200
    assert Line.objects.count() > 20


def test_hostile_words_are_words(typed: Get) -> None:
    page = typed("<script>alert(1)</script>\n'; DROP TABLE line; --\n{{ 7*7 }}\n\x00\x1b[31mred\u202e")
    assert not page.tree.xpath("//main//script")
    assert "<script>alert(1)</script>" in page.main
    assert "{{ 7*7 }}" in page.main


def test_a_line_is_changed(typed: Get, post: Get, get: Get) -> None:
    typed("The DCC said so.")
    line = Line.objects.get()
    form = get(f"/minutes/lines/{line.pk}/")
    assert form.heading == "Change a line"
    page = post(f"/minutes/lines/{line.pk}/", text="It was explained.", kind="response", who="CC, DCC")
    assert "answer · CC and DCC · as somebody said" in page.main


def test_a_line_without_words_is_refused_and_stays(typed: Get, post: Get) -> None:
    typed("The DCC said so.")
    page = post(f"/minutes/lines/{Line.objects.get().pk}/", 400, text="  ")
    assert "Type the words of the line, or take it out." in page.main
    assert Line.objects.get().text == "The DCC said so."


def test_a_line_is_taken_out_and_put_back(typed: Get, post: Get, get: Get, meeting: Meeting) -> None:
    typed("One.\nTwo.")
    line = Line.objects.get(text="One.")
    assert "1 line taken out" in post(f"/minutes/lines/{line.pk}/remove").main
    assert standing(meeting) == ["Two."]
    assert "This line was taken out" in get(f"/minutes/lines/{line.pk}/").main
    post(f"/minutes/lines/{line.pk}/restore")
    assert standing(meeting) == ["One.", "Two."]


def test_a_line_is_moved_and_lines_are_put_behind_it(typed: Get, post: Get, meeting: Meeting) -> None:
    typed("One.\nTwo.")
    one, two = Line.objects.order_by("position")
    post(f"/minutes/lines/{one.pk}/move", item=str(one.item_id), after=str(two.pk))
    assert standing(meeting) == ["Two.", "One."]
    typed("Between.", after=str(two.key))
    assert standing(meeting) == ["Two.", "Between.", "One."]
    other = meeting.items.get(position=2)
    post(f"/minutes/lines/{two.pk}/move", item=str(other.pk))
    assert standing(meeting) == ["Between.", "One.", "Two."]


def test_a_line_is_restricted_while_it_is_typed(typed: Get, post: Get, get: Get, item: Item) -> None:
    typed("The DCC named a witness.")
    line = Line.objects.get()
    post(f"/minutes/lines/{line.pk}/restrict", marking="restricted", why="personal")
    line.refresh_from_db()
    assert (line.restricted, line.marking_why) == (True, "personal")
    assert "Restricted" in get(f"/minutes/{line.meeting_id}/?item=2").main
    post(f"/minutes/lines/{line.pk}/restrict", marking="open")
    line.refresh_from_db()
    assert not line.restricted


def test_the_second_of_two_chooses_and_nothing_is_lost(typed: Get, get: Get, client: Client) -> None:
    typed("It was 48%.")
    line = Line.objects.get()
    page = f"/minutes/lines/{line.pk}/"
    seen = get(page).tree.xpath("//input[@name='seen']/@value")[0]
    ada = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office(), "Ada Lorne"))
    ada.post(page, {"text": "It was 84%.", "kind": "", "who": "", "seen": seen})
    mine = {"text": "It was 50%.", "kind": "", "who": "", "seen": seen}
    answer = client.post(page, mine)
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Ada Lorne changed this line" in told
    assert "It was 84%." in told
    assert "It was 50%." in told
    client.post(page, {**mine, "choose-text": "theirs", "to-choose": "text"})
    line.refresh_from_db()
    assert line.text == "It was 84%."
    assert "It was 50%." in get(page).main, "both texts are kept"


def test_a_form_sent_twice_types_once(client: Client, item: Item) -> None:
    key = "0b9e6a3e-0000-4000-8000-000000000001"
    for _ in range(2):
        client.post(
            f"/minutes/{item.meeting_id}/lines", {"item": str(item.pk), "text": "Once.", "form_key": key}
        )
    assert Line.objects.count() == 1


def test_an_item_is_added_in_the_meeting(post: Get, meeting: Meeting) -> None:
    page = post(f"/minutes/{meeting.pk}/items", title="Snow")
    assert "Added to the agenda." in page.main
    assert meeting.items.filter(title="Snow").exists()
    assert "Type what the item is about." in post(f"/minutes/{meeting.pk}/items", title=" ").main


def test_what_is_said_of_an_earlier_action(meeting: Meeting, get: Get, post: Get) -> None:
    earlier = make.action(make.item(make.meeting("2019-03-12"), "1", "Calls"), "CC to count calls", ["CC"])
    page = get(f"/minutes/{meeting.pk}/?item=1")
    assert "1 action comes back to this meeting" in page.main
    item = meeting.items.get(position=0)
    sent = {f"said-{earlier.pk}": "They are counted.", f"status-{earlier.pk}": "reported"}
    page = post(f"/minutes/{meeting.pk}/arising", item=str(item.pk), **sent)
    line = Line.objects.get()
    assert (line.about, line.status, line.read[0]["kind"]) == (earlier, "reported", "update")
    sent[f"said-{earlier.pk}"] = "They are counted each day."
    post(f"/minutes/{meeting.pk}/arising", item=str(item.pk), **sent)
    assert Line.objects.get().text == "They are counted each day."
    earlier.refresh_from_db()
    assert earlier.state == "open", "a draft closes nothing"


def test_closed_minutes_are_read_only(meeting: Meeting, typed: Get, get: Get) -> None:
    typed("One.")
    Meeting.objects.update(minutes_state="approved")
    page = get(f"/minutes/{meeting.pk}/?item=2")
    assert "are approved and stay as they are" in page.main
    assert not page.tree.xpath("//main//textarea")
    assert "are approved and stay as they are" in typed("Two.").main
    assert Line.objects.count() == 1


def test_a_meeting_without_an_agenda_can_be_begun(post: Get, db: None) -> None:
    bare = cycle.planned("2019-06-11", make.forum("Board"))
    assert "There is no agenda yet" in post(f"/minutes/{bare.pk}/start").main
    page = post(f"/minutes/{bare.pk}/items", title="Budget")
    assert "Budget" in page.heading


def test_the_page_asks_little_however_long_the_minutes_are(meeting: Meeting, client: Client) -> None:
    Office.objects.update(actions_numbered=5000)  # apart from those that the builders give
    forum = meeting.forum
    given = make.item(make.meeting("2018-01-09", forum), "1", "Before")
    later = make.item(make.meeting("2018-09-04", forum), "1", "Matters arising")

    def grow(lines: int, actions: int) -> None:
        for item in meeting.items.all():
            texts = ["The PCC asked why.", "The DCC said so.", BASELINE] * lines
            minuting.add_lines(item=item, texts=texts, by=make.user(), at=make.NOW)
        for number in range(actions):
            make.update(later, make.action(given, f"CC to do thing {number}", ["CC"]), "Going on.")

    def count(place: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/minutes/{meeting.pk}/?item={place}").status_code == 200
        return len(queries)

    grow(1, 3)
    before = [count(place) for place in (1, 2)]
    grow(30, 30)
    assert [count(place) for place in (1, 2)] == before
    assert max(before) <= 15
