"""The outbox: to whom, about what, what became of it; and never what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.mail.models import Message
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, words
from tests.signing import person_with

pytestmark = pytest.mark.django_db
TROUBLE = "The mail server could not be reached: [Errno 111] Connection refused."


def message(subject: str = "Kestrelwind", **fields: Any) -> Message:
    user = person_with(Role.CHIEF_OFFICER, make.office(), "Nadia Example")
    return follow.message(user, subject, text="Kestrelwind", html="Kestrelwind", **fields)


def administrator() -> Desk:
    return Desk(Role.ADMINISTRATOR)


def test_it_says_to_whom_about_what_and_when() -> None:
    message(kind="overdue")
    page = administrator().open("/mail/")
    said = words(page)
    assert "Nadia Example nadia.example@wyvern-valley.example" in said
    assert "Overdue" in said
    assert "2 May 2019, 10am Waits" in said
    assert "Kestrelwind" not in page.response.content.decode()


def test_what_became_of_each() -> None:
    message("a", state="sent", sent_at=make.NOW)
    message("b", state="given-up", tries=33, trouble=TROUBLE)
    message("c", tries=2, trouble=TROUBLE)
    said = words(administrator().open("/mail/"))
    assert "Sent on 2 May 2019, 10am" in said
    assert "Given up after 33 tries" in said
    assert "Waits, tried 2 times; again on 2 May 2019, 10am" in said
    assert said.count(TROUBLE) == 2
    assert said.index("Given up after") < said.index("Waits, tried") < said.index("Sent on")
    only = words(administrator().open("/mail/?state=given-up"))
    assert "Given up after" in only
    assert "Sent on" not in only


def test_a_state_that_there_is_not_is_said() -> None:
    assert "Choose a state from the list" in administrator().open("/mail/?state=lost", 400).main


def test_where_no_server_is_set_up_it_says_so(settings: Any) -> None:
    settings.MAIL = False
    assert "No mail server is set up on this site" in administrator().open("/mail/").main
    settings.MAIL = True
    assert "No mail server is set up" not in administrator().open("/mail/").main


def test_one_is_tried_again() -> None:
    one = message(state="given-up", tries=33, trouble=TROUBLE)
    desk = administrator()
    desk.open("/mail/")
    page = desk.send(f"/mail/{one.pk}/again")
    assert "It is tried again: the message to nadia.example@wyvern-valley.example." in page.main
    one.refresh_from_db()
    assert (one.state, one.tries) == ("waiting", 0)
    event = Event.objects.latest("id")
    assert (event.operation, event.named) == ("mail.try_again", [("mail.message", one.pk)])


def test_not_one_that_was_sent() -> None:
    one = message(state="sent", sent_at=make.NOW)
    desk = administrator()
    page = desk.post(f"/mail/{one.pk}/again")
    one.refresh_from_db()
    assert one.state == "sent"
    assert "Sent on 2 May 2019" in words(page)


@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.PUBLIC,)])
def test_only_those_who_look_after_accounts_see_it(role: Role) -> None:
    sees = role in (Role.ADMINISTRATOR, Role.AUDITOR)
    one = message(tries=1)
    Desk(role).open("/mail/", 200 if sees else 403)
    assert Desk(role).client.get(f"/mail/{one.pk}/again").status_code == 405
    if role is not Role.ADMINISTRATOR:
        Desk(role).post(f"/mail/{one.pk}/again", 403)


def test_an_auditor_cannot_press_what_is_not_theirs() -> None:
    message(tries=1)
    assert "Try again" not in words(Desk(Role.AUDITOR).open("/mail/"))
    assert "Try again" in words(administrator().open("/mail/"))


def test_a_stranger_signs_in_first() -> None:
    assert "next=" in Client().get("/mail/")["Location"]


def test_another_offices_mail_is_not_there() -> None:
    other = make.office("Otterdale")
    with make.in_office(other):
        one = follow.message(person_with(Role.CHIEF_OFFICER, other, "Theirs"), tries=1)
    assert "theirs@otterdale" not in words(administrator().open("/mail/"))
    administrator().post(f"/mail/{one.pk}/again", 404)


def test_as_many_queries_with_many_as_with_one(django_assert_max_num_queries: Callable[..., Any]) -> None:
    for number in range(40):
        message(f"s{number}")
    desk = administrator()
    with django_assert_max_num_queries(15):
        desk.open("/mail/")
