"""The front page of each person: what they owe, what is owed to them, what waits for them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.people.models import Post
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words
from tests.reporting import an_action, chief

MOST_QUERIES = 15


@pytest.fixture
def action(db: None) -> Action:
    made = an_action(due="2019-04-01")
    make.action(made.meeting, "ACC to write", ["ACC"], "2019-05-05")
    make.action(made.meeting, "PCC to meet the council", ["PCC"])
    return made


def test_a_staff_officer_sees_what_the_post_owes(action: Action) -> None:
    cal = contributor()
    shown = words(cal.open("/"))
    assert "What you owe, and what waits for you" in shown
    assert "2 open actions are owed by the force 1 overdue , 1 due by" in shown
    assert "1 is owed to you by the office" in shown
    follow.acts_for(cal.user, Post.objects.get(abbreviation="DCC"))
    assert "1 open action is owed by Deputy Chief Constable 1 overdue , 0 due by" in words(cal.open("/"))


def test_a_post_that_owes_nothing_is_told_so(action: Action) -> None:
    cal = contributor()
    follow.acts_for(cal.user, make.post("Head of Custody", "HC"))
    shown = words(cal.open("/"))
    assert "No open actions are owed by Head of Custody" in shown
    assert "0 open actions" not in shown


def test_an_officer_sees_what_the_office_owes_and_is_owed(action: Action) -> None:
    for desk in (officer(), Desk(Role.COMMISSIONER)):
        shown = words(desk.open("/"))
        assert "1 open action is owed by the office 0 overdue , 0 due by" in shown
        assert "2 are owed to you by the force 1 overdue, 1 due by" in shown


def test_a_draft_waits_for_the_chief_officer(action: Action) -> None:
    follow.report(action, state="draft")
    assert f"1 draft report waits for your release {action.number}" in words(chief().open("/"))
    assert "1 draft report waits to be released" in words(contributor().open("/"))
    assert "draft report" not in officer().open("/").text


def test_what_was_released_waits_for_the_other_side(action: Action) -> None:
    follow.report(action, done=True)
    shown = officer().open("/")
    assert f"1 report of the force waits for your answer {action.number}" in words(shown)
    assert f"/actions/{action.pk}/" in shown.links
    assert "waits for" not in words(chief().open("/")).replace("waits for you", "")


def test_what_was_not_accepted_comes_back_until_it_is_reported_again(action: Action) -> None:
    follow.report(action, answer="refused", answer_text="Nobody has seen it.")
    assert f"1 report was not accepted {action.number}" in words(contributor().open("/"))
    follow.report(action, "Here it is.", drafted_at=make.NOW + dt.timedelta(hours=1))
    assert "not accepted" not in contributor().open("/").main


def test_what_nobody_holds_is_the_officers_to_give(action: Action) -> None:
    Post.objects.filter(abbreviation="DCC").update(abolished_on=dt.date(2019, 4, 30))
    shown = words(officer().open("/"))
    assert "1 belongs to a post that nobody holds any more Deputy Chief Constable, abolished on" in shown
    assert "nobody holds" not in contributor().open("/").main


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_whoever_speaks_for_no_side_has_the_record_as_before(role: Role, action: Action) -> None:
    shown = Desk(role).open("/").main
    assert "What you owe" not in shown
    assert "actions are open" in shown


@pytest.mark.parametrize(
    "role", [Role.POLICY_OFFICER, Role.COMMISSIONER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER]
)
def test_it_asks_as_little_at_ten_times_the_size(role: Role, archive: object) -> None:
    desk = Desk(role)
    action = Action.objects.exclude(owners__post=None)[0]
    follow.report(action, state="draft")
    follow.report(action)
    desk.open("/")

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.open("/")
        return len(queries)

    before = count()
    for number in range(20):
        more = make.action(action.meeting, f"DCC to do thing {number}", ["DCC"], "2019-04-01")
        follow.report(more, state="draft")
        follow.report(more)
    assert count() == before <= MOST_QUERIES
