"""Questions are taken, chosen, parked or declined, and answered on the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.agendas.models import Question
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum, Meeting
from tests import cycle
from tests import factories as make
from tests.pages.conftest import Page
from tests.pages.test_two_people import Person
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def forum(db: None) -> Forum:
    return make.forum()


@pytest.fixture
def june(forum: Forum) -> Meeting:
    return cycle.planned("2019-06-11", forum, kind="public")


@pytest.fixture
def asked(forum: Forum) -> Question:
    return cycle.question(forum, origin="public", asked_by="P. Resident")


@pytest.fixture
def post(client: Client) -> Callable[..., Any]:
    """Send a form and follow to the page after it, or see what is wrong with it."""

    def send(path: str, status: int | None = None, **values: Any) -> Page:
        response = client.post(path, values, follow=True)
        assert response.status_code in ((status,) if status else (200, 400)), path
        return Page(response, lxml.html.document_fromstring(response.content.decode()))

    return send


def decide(post: Get, forum: Forum, *questions: Question, **values: str) -> Any:
    ticked = [f"{one.pk}-{one.state}" for one in questions]
    return post(f"/agendas/forums/{forum.pk}/questions/decide", **{"question": ticked, **values})


def test_a_question_is_taken_and_waits(forum: Forum, get: Get, post: Get) -> None:
    page = post(
        f"/agendas/forums/{forum.pk}/questions/take", text="Why do I wait?", origin="public",
        asked_by="P. Resident",
    )  # fmt: skip
    assert "Taken. It waits until somebody decides about it." in page.main
    assert "Why do I wait?" in page.main
    one = Question.objects.get()
    assert (one.state, one.origin, one.name_is_public) == ("taken", "public", False)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("text", " ", "Write the question"),
        ("text", "x" * 5001, "shorter than 5,000 characters"),
        ("origin", "nobody", "the office’s or the public’s"),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_is_kept(
    field: str, value: str, why: str, forum: Forum, post: Get
) -> None:
    sent = {"text": "Why?", "origin": "office", "asked_by": "A. Member", field: value}
    page = post(f"/agendas/forums/{forum.pk}/questions/take", 400, **sent)
    assert why in page.main
    assert page.tree.get_element_by_id("asked_by").get("value") == "A. Member"
    assert not Question.objects.exists()


def test_one_that_is_chosen_stands_on_the_agenda_without_a_name_that_is_not_public(
    forum: Forum, june: Meeting, asked: Question, get: Get, post: Get
) -> None:
    post(f"/agendas/{june.pk}/write")
    page = decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    assert "1 question chosen for the meeting." in page.main
    item = june.items.get(origin="question", title=asked.text)
    assert str(item) == "2.1 Why do I wait so long on 101?"
    assert item.note == "Asked by a member of the public"
    asked.refresh_from_db()
    assert (asked.state, asked.item_id, asked.meeting_id) == ("chosen", item.pk, june.pk)
    assert "Questions from the public" in get(f"/agendas/{june.pk}/").main


def test_a_name_that_may_be_public_stands_there(forum: Forum, june: Meeting, post: Get) -> None:
    one = cycle.question(forum, origin="public", asked_by="P. Resident", name_is_public=True)
    decide(post, forum, one, state="chosen", meeting=str(june.pk))
    post(f"/agendas/{june.pk}/write")
    assert june.items.get(title=one.text).note == "Asked by P. Resident"


def test_several_are_chosen_at_once(forum: Forum, june: Meeting, asked: Question, post: Get) -> None:
    other = cycle.question(forum, "How many officers are there?")
    page = decide(post, forum, asked, other, state="chosen", meeting=str(june.pk))
    assert "2 questions chosen for the meeting." in page.main
    assert Question.objects.filter(state="chosen", meeting=june).count() == 2
    assert Event.objects.filter(operation="agendas.decide_questions").count() == 1


@pytest.mark.parametrize(("state", "said"), [("parked", "parked in the backlog"), ("declined", "declined")])
def test_one_that_is_not_asked_has_a_reason(
    state: str, said: str, forum: Forum, asked: Question, get: Get, post: Get
) -> None:
    page = decide(post, forum, asked, state=state, why=" ")
    assert page.status == 400
    assert "Say why it is" in page.main
    assert page.tree.xpath("//input[@name='question' and @checked]")
    page = decide(post, forum, asked, state=state, why="A matter for another board")
    assert f"1 question {said}." in page.main
    assert "A matter for another board" in get(f"/agendas/forums/{forum.pk}/questions/").main
    assert "A matter for another board" in get(f"/agendas/questions/{asked.pk}/").main


def test_parked_after_it_was_chosen_it_leaves_the_agenda(
    forum: Forum, june: Meeting, asked: Question, post: Get
) -> None:
    post(f"/agendas/{june.pk}/write")
    decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    asked.refresh_from_db()
    decide(post, forum, asked, state="parked", why="No time in June")
    assert [one.title for one in june.items.all()] == [
        "Matters arising", "Any other business", "Next meeting",
    ]  # fmt: skip
    asked.refresh_from_db()
    assert (asked.state, asked.meeting, asked.item) == ("parked", None, None)
    decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    assert june.items.filter(title=asked.text).count() == 1


def test_with_minutes_under_it_it_stays(forum: Forum, june: Meeting, asked: Question, post: Get) -> None:
    post(f"/agendas/{june.pk}/write")
    decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    cycle.line(june.items.get(title=asked.text), "The CC said that callers wait less.")
    asked.refresh_from_db()
    page = decide(post, forum, asked, state="parked", why="No time in June")
    assert "This item stays: minutes were written under it." in page.main
    asked.refresh_from_db()
    assert asked.state == "chosen"


def test_taken_off_the_agenda_it_goes_back_to_the_backlog(
    forum: Forum, june: Meeting, asked: Question, post: Get
) -> None:
    post(f"/agendas/{june.pk}/write")
    decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    post(f"/agendas/items/{june.items.get(title=asked.text).pk}/take-off")
    asked.refresh_from_db()
    assert (asked.state, asked.why, asked.meeting) == ("parked", "Taken off the agenda.", None)
    post(f"/agendas/{june.pk}/put-back", proposal=str(june.proposals.get(title=asked.text).pk))
    asked.refresh_from_db()
    assert (asked.state, asked.item) == ("chosen", june.items.get(title=asked.text))


def test_nothing_ticked_or_no_meeting_is_said(forum: Forum, asked: Question, post: Get) -> None:
    assert "Tick the questions" in decide(post, forum, state="declined", why="No").main
    assert "Choose the meeting" in decide(post, forum, asked, state="chosen").main
    assert "chosen, parked or declined" in decide(post, forum, asked, state="odd").main
    for bad in ("x", "-taken", f"{asked.pk}-odd", "9" * 40 + "-taken", f"{asked.pk + 1}-taken"):
        page = post(
            f"/agendas/forums/{forum.pk}/questions/decide", question=[bad], state="declined", why="No"
        )
        assert "Tick the questions" in page.main


def test_two_people_decide_about_one(forum: Forum, asked: Question, post: Get) -> None:
    decide(post, forum, asked, state="parked", why="Later")
    page = decide(post, forum, asked, state="declined", why="Never")
    assert "Somebody decided about a question meanwhile" in page.main
    assert Question.objects.get().state == "parked"


def test_an_answer_is_put_on_the_record(
    forum: Forum, june: Meeting, asked: Question, get: Get, post: Get
) -> None:
    decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    page = post(
        f"/agendas/questions/{asked.pk}/answer", answer="Callers wait 20 seconds.",
        answered_by="Chief Constable", answered_on="2019-04-30",
    )  # fmt: skip
    assert "The answer is on the record." in page.main
    assert "Callers wait 20 seconds. Chief Constable, 30 April 2019" in page.main
    assert "Callers wait 20 seconds." in get(f"/agendas/{june.pk}/questions/").main
    asked.refresh_from_db()
    assert asked.state == "answered"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"answer": ""}, "Write what was answered"),
        ({"answered_by": ""}, "Write who answered"),
        ({"answered_on": "soon"}, "day, month and year"),
        ({"answered_on": ""}, "Write the day of the answer"),
        ({"answered_on": "2019-05-03"}, "not ahead"),
    ],
)
def test_an_answer_says_what_by_whom_and_when(
    values: dict[str, str], why: str, forum: Forum, june: Meeting, asked: Question, post: Get
) -> None:
    decide(post, forum, asked, state="chosen", meeting=str(june.pk))
    given = {"answer": "Less than before.", "answered_by": "CC", "answered_on": "2019-05-01", **values}
    assert why in post(f"/agendas/questions/{asked.pk}/answer", **given).main
    asked.refresh_from_db()
    assert asked.state == "chosen"


def test_one_that_was_never_chosen_is_not_answered(asked: Question, get: Get, post: Get) -> None:
    given = {"answer": "Less.", "answered_by": "CC", "answered_on": "2019-05-01"}
    assert (
        "Choose the question for a meeting first"
        in post(f"/agendas/questions/{asked.pk}/answer", **given).main
    )
    assert not get(f"/agendas/questions/{asked.pk}/").tree.xpath("//textarea[@id='answer']")


def test_the_words_are_put_right(asked: Question, post: Get) -> None:
    page = post(f"/agendas/questions/{asked.pk}/change", text="Why do I wait?", name_is_public="yes")
    assert "Changed." in page.main
    asked.refresh_from_db()
    assert (asked.text, asked.asked_by, asked.name_is_public) == ("Why do I wait?", "P. Resident", True)


def test_the_second_of_two_sees_what_the_first_changed(asked: Question) -> None:
    ada, ben = Person("Ada Lorne"), Person("Ben Sarsen")
    path = f"/agendas/questions/{asked.pk}/"
    mine = ben.form(path, "/change")
    ada.send(ada.form(path, "/change"), text="Why do I wait on 999?")
    page = ben.send(mine, text="Why do we wait?")
    assert page.status_code == 409
    assert "Ada Lorne changed this question" in page.main
    assert Question.objects.get().text == "Why do I wait on 999?"


def test_a_name_that_is_not_public_is_shown_to_few_and_leaves_an_event(asked: Question, get: Get) -> None:
    page = get(f"/agendas/questions/{asked.pk}/")
    assert "P. Resident" in page.main
    assert "Name restricted" in page.main
    viewed = Event.objects.filter(operation="view").latest("pk")
    assert f'["agendas.question",{asked.pk}]' in viewed.about.replace(" ", "")


def test_the_force_sees_no_question_before_the_meeting(forum: Forum, june: Meeting, asked: Question) -> None:
    for role in (Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER):
        client = sign_in(Client(), person_with(role, make.office()))
        for path in (f"forums/{forum.pk}/questions/", f"{june.pk}/questions/", f"questions/{asked.pk}/"):
            assert client.get(f"/agendas/{path}").status_code == 403


def test_another_offices_are_not_there(forum: Forum, client: Client) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.question(make.forum("Otterdale Board"))
    assert client.get(f"/agendas/questions/{other.pk}/").status_code == 404
    assert client.get(f"/agendas/forums/{other.forum_id}/questions/").status_code == 404
    sent = {"question": [f"{other.pk}-taken"], "state": "declined", "why": "No"}
    client.post(f"/agendas/forums/{forum.pk}/questions/decide", sent)
    other.refresh_from_db()
    assert other.state == "taken"


def test_a_thousand_questions_are_as_many_queries(forum: Forum, june: Meeting, client: Client) -> None:
    cycle.question(forum)

    def counted() -> list[int]:
        found = []
        for path in (f"forums/{forum.pk}/questions/", f"{june.pk}/questions/"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(f"/agendas/{path}").status_code == 200
            found.append(len(queries))
        return found

    few = counted()
    for number in range(100):
        cycle.question(forum, f"Question {number}?", meeting=june if number % 2 else None)
    assert counted() == few
    assert max(few) <= 15
