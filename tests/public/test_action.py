"""One action as everybody reads it: its dates, its life, the words and where they stand."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from answerable.actions.models import Action
from answerable.offices.models import Body
from tests import factories as make
from tests import follow, publish
from tests.public.counting import queries_of

pytestmark = pytest.mark.django_db
PATH = "/wyvern-valley/actions/A-0001"


def get(path: str = PATH, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def action() -> Action:
    item = make.item(make.meeting("2018-03-27"), "2.1", "Answering 101")
    return make.action(item, "DCC to share the new baseline", ["DCC"], "2018-06-30")


def published(*actions: Action, days: int = 0) -> None:
    for one in actions:
        publish.published("minutes", one.meeting)
    publish.published("register", at=publish.AT + dt.timedelta(days=days))


def test_its_life_with_the_words_and_where_they_stand() -> None:
    one = action()
    spoken = make.update(make.item(make.meeting("2018-05-22"), "1", "Matters arising"), one, "Still written.")
    publish.published("minutes", spoken.meeting)
    publish.published("minutes", make.meeting("2018-07-24"))
    publish.published("minutes", make.meeting("2018-09-25"))
    published(one)
    page = get()
    assert "“Still written.”" in page
    assert 'href="/wyvern-valley/assurance-meeting/2018-05-22#entry-1"' in page
    assert 'href="/wyvern-valley/assurance-meeting/2018-03-27#entry-1"' in page
    assert "24 July 2018 to 25 September 2018, 2 meetings one after another" in page
    assert "Overdue</b>, 30 June 2018" in page
    assert "given, 27 March 2018; still open, 22 May 2018; overdue, 30 June 2018" in page
    assert "Lapsed" in page


def test_what_people_did_is_told_with_its_day_and_basis() -> None:
    one = action()
    follow.step(one, "moved", "2018-06-01", dues=["2018-10-31"], cause="waiting", reason="Larkspur is ill")
    follow.step(one, "referred", "2018-06-02", forum=make.forum("Improvement Board"))
    follow.step(one, "closed", "2018-10-20", basis="tested", reason="Larkspur saw it")
    published(one)
    page = get()
    assert "Moved to 31 October 2018</b>, 1 June 2018: it waits for somebody outside" in page
    assert "Referred to Improvement Board" in page
    assert "Closed: the office tested that it is done" in page
    assert "later than first promised" in page
    assert "Larkspur" not in page


def test_says_how_to_cite_it_and_keeps_the_version() -> None:
    one = action()
    published(one)
    assert "version 1, published 2 May 2019" in get()
    follow.step(one, "closed", "2019-05-03", basis="shown")
    published(days=2)
    assert "version 2, published 4 May 2019" in get()
    old = get(f"{PATH}/version/1")
    assert "This is version 1" in old
    assert "Closed" not in old
    assert get(f"{PATH}/version/3", 404)


def test_leads_to_partner_bodies() -> None:
    Body.objects.create(office=make.office(), name="Crown Prosecution Service", abbreviation="CPS")
    item = make.item(make.meeting(), "2.1", "Files")
    published(make.action(item, "ACC to agree with CPS how files are sent", ["ACC"]))
    assert 'href="/wyvern-valley/bodies/crown-prosecution-service"' in get()


@pytest.mark.parametrize("path", ["A-0002", "a-0001", "nothing", "A-0001/version/0"])
def test_what_is_not_there(path: str) -> None:
    published(action())
    get(f"/wyvern-valley/actions/{path}", 404)


def test_as_many_queries_for_a_long_life() -> None:
    one = action()
    published(one)
    few = queries_of(PATH)
    for month in range(1, 13):
        meeting = make.meeting(f"2020-{month:02}-25")
        make.update(make.item(meeting, "1", "Matters arising"), one, "Still written.")
        publish.published("minutes", meeting)
    published(days=1)
    assert queries_of(PATH) == few <= 15
