"""An agenda that is sent out does not change under its readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client

from answerable.agendas.models import FrozenAgenda
from answerable.audit.models import Event
from answerable.core.permissions.markings import Marking
from answerable.core.permissions.roles import Role
from answerable.intake.operations import mark
from answerable.meetings.models import Meeting
from tests import cycle
from tests import factories as make
from tests.pages.test_two_people import Person
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def june(db: None, post: Get) -> Meeting:
    forum = make.forum()
    given = make.meeting("2019-03-12", forum)
    make.action(make.item(given, "2", "Performance"), "Share the new baseline.", ["DCC"], "2019-04-01")
    planned = cycle.planned("2019-06-11", forum, theme="Call handling", start_time="10:30", venue="Town Hall")
    cycle.terms(planned, "How long do callers wait?")
    cycle.deadline(planned, "agenda")
    post(f"/agendas/{planned.pk}/write")
    return planned


def as_the_force(path: str) -> Any:
    client = sign_in(Client(), person_with(Role.CONTRIBUTOR, make.office()))
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(lxml.html.document_fromstring(response.content.decode()).text_content().split())


def test_the_force_sees_it_as_it_was_sent_out(june: Meeting, post: Get) -> None:
    page = post(f"/agendas/{june.pk}/send-out")
    assert "Sent out: the force sees this agenda from now on." in page.main
    said = as_the_force(f"/agendas/{june.pk}/")
    for part in ("Tuesday 11 June 2019", "10:30am", "Town Hall", "How long do callers wait?",
                 "Share the new baseline.", "DCC"):  # fmt: skip
        assert part in said
    assert "Take off" not in said


def test_what_is_changed_afterwards_is_not_in_it_until_it_goes_out_again(
    june: Meeting, get: Get, post: Get
) -> None:
    post(f"/agendas/{june.pk}/send-out")
    post(f"/agendas/{june.pk}/add", title="Custody visits", kind="other")
    assert "Custody visits" not in as_the_force(f"/agendas/{june.pk}/")
    page = get(f"/agendas/{june.pk}/")
    assert "What the force sees is agenda 1; this one differs from it." in page.main
    assert "Added: 3 Custody visits" in page.main
    post(f"/agendas/{june.pk}/send-out")
    assert "Custody visits" in as_the_force(f"/agendas/{june.pk}/")
    first = as_the_force(f"/agendas/{june.pk}/1/")
    assert "Custody visits" not in first
    assert "A newer one was sent out: agenda 2" in first


def test_its_contents_stay_whatever_becomes_of_the_rows(june: Meeting, post: Get) -> None:
    post(f"/agendas/{june.pk}/send-out")
    before = as_the_force(f"/agendas/{june.pk}/1/")
    june.items.all().delete()
    make.Action.objects.update(text="Something else.", state="closed")
    assert as_the_force(f"/agendas/{june.pk}/1/") == before


def test_the_deadline_is_met_once(june: Meeting, post: Get) -> None:
    post(f"/agendas/{june.pk}/send-out")
    assert june.deadlines.get().met_at == make.NOW
    assert Event.objects.filter(operation="agendas.send_out").count() == 1


def test_nothing_new_is_not_sent_again(june: Meeting, get: Get, post: Get) -> None:
    post(f"/agendas/{june.pk}/send-out")
    assert "Nothing has changed since agenda 1 was sent out." in post(f"/agendas/{june.pk}/send-out").main
    assert FrozenAgenda.objects.count() == 1
    assert not get(f"/agendas/{june.pk}/").tree.xpath("//form[contains(@action,'send-out')]")


def test_an_empty_agenda_is_not_sent(db: None, post: Get) -> None:
    bare = cycle.planned("2019-07-09")
    assert "There is nothing on the agenda yet" in post(f"/agendas/{bare.pk}/send-out").main
    assert not FrozenAgenda.objects.exists()


def test_what_somebody_changed_meanwhile_is_looked_at_first(june: Meeting) -> None:
    ada, ben = Person("Ada Lorne"), Person("Ben Sarsen")
    mine = ben.form(f"/agendas/{june.pk}/", "/send-out")
    ada.send(ada.form(f"/agendas/{june.pk}/", "/add"), title="Dogs", kind="other")
    assert "The agenda has changed since this page was made." in ben.send(mine).main
    assert not FrozenAgenda.objects.exists()


def test_a_meeting_that_moved_says_so_over_the_agenda(june: Meeting, post: Get) -> None:
    post(f"/agendas/{june.pk}/send-out")
    Meeting.objects.filter(pk=june.pk).update(date="2019-06-18")
    said = as_the_force(f"/agendas/{june.pk}/1/")
    assert "Agenda, Tuesday 11 June 2019" in said
    assert "The meeting is now on Tuesday 18 June 2019." in said


def test_what_was_restricted_afterwards_leaves_an_event_when_it_is_read(june: Meeting, post: Get) -> None:
    post(f"/agendas/{june.pk}/send-out")
    item = june.items.get(title="How long do callers wait?")
    mark(row=item, marking=Marking.RESTRICTED, why="operational", note="", by=make.user(), at=make.NOW)
    said = as_the_force(f"/agendas/{june.pk}/1/")
    assert "How long do callers wait? Restricted" in said
    assert Event.objects.filter(operation="view").exists()


def test_a_number_that_was_never_sent_is_not_there(june: Meeting, get: Get) -> None:
    get(f"/agendas/{june.pk}/1/", 404)
    get(f"/agendas/{june.pk}/99999999999999/", 404)


def test_the_list_says_how_far_each_has_come(june: Meeting, get: Get, post: Get) -> None:
    assert "No agenda has been sent out yet." in get("/agendas/").main
    post(f"/agendas/{june.pk}/send-out")
    assert "Agenda 1 was sent out on 2 May 2019, 10am." in get("/agendas/").main
