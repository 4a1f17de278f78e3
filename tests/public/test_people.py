"""People and posts as everybody reads them: office-holders by name, all others by what they were."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import lxml.html
import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from answerable.meetings.models import Meeting
from answerable.people.models import Post, Tenure
from answerable.published.models import Line, Snapshot
from answerable.published.queries import part_of
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PEOPLE = "/wyvern-valley/people"


def shown(path: str = PEOPLE) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def held() -> Meeting:
    """A commissioner, a chief constable and a staff officer at one meeting."""
    make.tenure(
        "Rhoda Fenn", "Police and Crime Commissioner", "2016-05-12", abbreviation="PCC", side="office"
    )
    make.tenure("Ivo Marsh", "Chief Constable", "2014-01-01", "2018-12-31", abbreviation="CC")
    make.tenure("Tess Quillfeather", "Staff Officer", "2017-01-01", abbreviation="SO")
    meeting = make.meeting("2018-03-27")
    make.attend(meeting, "Rhoda Fenn", "Police and Crime Commissioner", "PCC")
    make.attend(meeting, "Ivo Marsh", "Chief Constable", "CC", status="apologies")
    make.attend(meeting, "Tess Quillfeather", "Staff Officer", "SO")
    return meeting


def test_office_holders_have_pages_with_their_posts_and_meetings() -> None:
    meeting = held()
    make.action(make.item(meeting, "1", "Calls"), "Share the plan", ["CC"], due="2018-06-30")
    publish.published("minutes", meeting)
    publish.published("register")
    publish.published("people")
    page = shown()
    assert "Rhoda Fenn" in page
    assert "from 12 May 2016" in page
    one = shown(f"{PEOPLE}/rhoda-fenn")
    assert "Police and Crime Commissioner" in one
    assert "minutes of 1 meeting" in one
    assert 'href="/wyvern-valley/assurance-meeting/2018-03-27"' in one
    assert "1 January 2014 to 31 December 2018" in shown("/wyvern-valley/posts/chief-constable")
    assert "Share the plan" in shown("/wyvern-valley/posts/chief-constable")
    assert "<b>Overdue</b>" in shown("/wyvern-valley/posts/chief-constable")


def test_who_sent_apologies_was_not_there() -> None:
    publish.published("minutes", held())
    publish.published("people")
    assert "Not named as present" in shown(f"{PEOPLE}/ivo-marsh")


def test_others_are_told_by_what_they_were() -> None:
    meeting = held()
    Meeting.objects.filter(pk=meeting.pk).update(chair="Tess Quillfeather")
    meeting.refresh_from_db()
    publish.published("minutes", meeting)
    publish.published("people")
    for one in Snapshot.objects.all():
        assert b"Quillfeather" not in bytes(one.content), one.path
    said = shown("/wyvern-valley/assurance-meeting/2018-03-27")
    assert "Staff Officer" in said
    assert Client().get(f"{PEOPLE}/tess-quillfeather").status_code == 404


def test_the_minutes_lead_to_who_has_a_page() -> None:
    meeting = held()
    publish.published("people")
    publish.published("minutes", meeting)
    there = Snapshot.objects.get(kind="meeting", state="current")
    pages = {one["name"]: one["person"] for one in part_of(there).read()["attendance"]}
    assert pages == {
        "Rhoda Fenn": f"{PEOPLE[1:]}/rhoda-fenn", "Ivo Marsh": f"{PEOPLE[1:]}/ivo-marsh",
        "Staff Officer": None,
    }  # fmt: skip


def test_what_a_meeting_says_of_a_person_needs_no_second_publication_of_it() -> None:
    held()
    publish.published("people")
    publish.published("minutes", Meeting.objects.get())
    publish.published("people")
    tagged = Line.objects.filter(kind="meeting", tags__name="person", tags__value=f"{PEOPLE[1:]}/rhoda-fenn")
    assert tagged.count() == 1


def test_the_office_decides_of_a_post() -> None:
    held()
    Post.objects.filter(abbreviation="SO").update(public=True)
    Post.objects.filter(abbreviation="CC").update(public=False)
    publish.published("people")
    page = shown()
    assert "Tess Quillfeather" in page
    assert "Ivo Marsh" not in page


def test_only_the_public_posts_of_a_person_are_told() -> None:
    held()
    make.tenure("Rhoda Fenn", "Policy Officer", "2010-01-01", "2012-12-31", abbreviation="PO", side="office")
    publish.published("people")
    assert "Policy Officer" not in shown(f"{PEOPLE}/rhoda-fenn")


def test_a_name_that_is_left_out_somewhere_has_no_page() -> None:
    meeting = held()
    publish.redaction(meeting, "Ivo Marsh")
    publish.published("people")
    assert "Ivo Marsh" not in shown()
    assert Client().get(f"{PEOPLE}/ivo-marsh").status_code == 404


def test_of_an_office_that_published_none() -> None:
    publish.published("office")
    assert "Nothing is published about people yet." in shown()


def test_an_earlier_holder_stays_and_the_address_with_it() -> None:
    held()
    publish.published("people")
    Tenure.objects.filter(person__name="Rhoda Fenn").update(end="2020-05-11")
    make.tenure("Rhoda Fenn", "Chief Executive", "2020-05-12", abbreviation="CEx", side="office")
    publish.published("people")
    one = shown(f"{PEOPLE}/rhoda-fenn")
    assert "12 May 2016 to 11 May 2020" in one
    assert "from 12 May 2020" in one


def test_whoever_holds_a_post_until_a_day_ahead_stands_before_who_follows(monkeypatch: Any) -> None:
    make.tenure("Ines Corrow", "Chief Constable", "2010-01-01", "2013-12-31", abbreviation="CC")
    make.tenure("Ivo Marsh", "Chief Constable", "2014-01-01", "2018-12-31", abbreviation="CC")
    make.tenure("Anwen Pryce", "Chief Constable", "2019-01-01", abbreviation="CC")
    publish.published("people")
    monkeypatch.setattr(timezone, "localdate", lambda *_: dt.date(2018, 12, 31))
    said = lxml.html.fromstring(shown()).xpath("//main//li[.//a[contains(@href, 'chief-constable')]]")[0]
    assert " ".join(said.text_content().split()).endswith(
        "Ivo Marsh 1 January 2014 to 31 December 2018; Anwen Pryce from 1 January 2019, 1 earlier holder"
    )


def test_a_post_leads_to_all_that_it_owes_by_each_name_that_actions_print(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("answerable.public.people.queries.MOST_OWED", 1)
    meeting = held()
    item = make.item(meeting, "1", "Calls")
    for owner in ("CC", "Chief Constable", "CC"):
        make.action(item, f"{owner} to share the plan", [owner])
    publish.published("minutes", meeting)
    publish.published("register")
    publish.published("people")
    page: Any = lxml.html.document_fromstring(shown("/wyvern-valley/posts/chief-constable"))
    links = [one for one in page.xpath("//main//a/@href") if "/actions?" in one]
    counts = [re.search(r"(\d+) actions?</b>", shown(one)) for one in links]
    assert [one and one[1] for one in counts] == ["2", "1"]


def test_reads_the_same_number_of_times_however_many_there_are() -> None:
    def count() -> int:
        with CaptureQueriesContext(connections["published"]) as found:
            for path in (PEOPLE, f"{PEOPLE}/rhoda-fenn", "/wyvern-valley/posts/chief-constable"):
                shown(path)
        return sum('FROM "published_' in one["sql"] for one in found)

    held()
    publish.published("people")
    once = count()
    for at in range(12):
        make.tenure(
            f"Holder {at}", "Chief Constable", f"20{at:02}-01-01", f"20{at:02}-12-31", abbreviation="CC"
        )
    publish.published("people")
    assert count() == once <= 15
