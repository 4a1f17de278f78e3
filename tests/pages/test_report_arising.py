"""A report lands under its action in the matters arising: agenda, pack, and the minutes as they are taken."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, ReportDocument
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Line
from tests import cycle, follow
from tests import factories as make
from tests.pages.desk import Desk, officer
from tests.reporting import DONE, an_action


@pytest.fixture
def action(db: None) -> Action:
    return an_action()


@pytest.fixture
def meeting(action: Action) -> Meeting:
    return cycle.planned("2019-05-09", action.forum)


def test_the_words_and_the_files_stand_under_the_action(action: Action, meeting: Meeting) -> None:
    made = follow.report(action, DONE, done=True)
    file = make.document("day,callers", "callers.csv", restricted=True)
    ReportDocument.objects.create(report=made, document=file, name="callers.csv")
    shown = officer().open(f"/agendas/{meeting.pk}/arising/")
    assert DONE in shown.main
    assert "Reported as done, 2 May 2019." in shown.main
    assert "callers.csv" in shown.main
    assert f"/owed/{action.pk}/report#report-{made.pk}" in shown.links


def test_a_draft_does_not(action: Action, meeting: Meeting) -> None:
    follow.report(action, DONE, state="draft")
    for desk in (officer(), Desk(Role.COMMISSIONER), Desk(Role.AUDITOR)):
        for page in ("arising/", "pack/", ""):
            assert DONE not in desk.open(f"/agendas/{meeting.pk}/{page}").text


def test_the_pack_and_the_agenda_that_goes_out_have_them_as_the_last_words(
    action: Action, meeting: Meeting
) -> None:
    cycle.agenda(meeting, "Matters arising")
    follow.report(action, DONE, done=True)
    ada = officer()
    assert f"reported as done: {DONE}" in ada.open(f"/agendas/{meeting.pk}/pack/").main
    ada.post(f"/agendas/{meeting.pk}/send-out")
    frozen = meeting.frozen_agendas.get()
    assert frozen.contents["arising"][0]["said"] == f"reported as done: {DONE}"
    assert frozen.contents["arising"][0]["said_on"] == "2019-05-02"


def test_what_a_meeting_said_since_stands_before_it(action: Action) -> None:
    follow.report(action, DONE)
    later = make.meeting("2019-05-03")
    make.update(make.item(later, "1", "Matters arising"), action, "It was not enough.")
    meeting = cycle.planned("2019-06-11", action.forum)
    assert DONE not in officer().open(f"/agendas/{meeting.pk}/pack/").main


def test_one_press_takes_it_into_the_minutes(action: Action, meeting: Meeting) -> None:
    Item.objects.create(
        meeting=meeting, position=0, number="1", label="1", title="Matters arising", kind="matters_arising"
    )
    follow.report(action, DONE, done=True)
    ada = officer()
    ada.open(f"/minutes/{meeting.pk}/")
    ada.send("/start")
    shown = ada.open(f"/minutes/{meeting.pk}/?item=1")
    assert DONE in shown.main
    ada.send("/arising", take=str(action.pk))
    line = Line.objects.get()
    assert (line.text, line.about, line.status) == (DONE, action, "reported")
