"""Feeds: what a reader's program finds when it comes again."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree

from answerable.published.models import Line
from tests import factories as make
from tests import publish
from tests.core.publication import contents
from tests.public.given import agenda, meeting, office, small_meeting, taken, topic

pytestmark = pytest.mark.django_db

OFFICE = "/wyvern-valley"


def read(path: str) -> Any:
    answer = Client().get(f"{OFFICE}/feeds/{path}")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert not found.bozo
    return found


def test_a_meeting_is_news_when_its_minutes_are_published_and_again_when_they_are_corrected() -> None:
    taken(office(), meeting())
    (first,) = read("meetings.atom").entries
    assert first.title == "Minutes: Assurance meeting, 25 August 2022"
    assert first.link == f"{settings.SITE}/{contents.PATH}"
    lines = [contents.entry(1, None, "note", "The meeting began at 10:45.")]
    again = meeting(entries=lines, actions=[], promises=[])
    taken(again, doing="correct", note="The time was wrong.")
    (corrected,) = read("meetings.atom").entries
    assert corrected.id == first.id
    assert corrected.updated > first.updated
    assert "The time was wrong." in corrected.summary


def test_what_was_withdrawn_is_deleted_in_the_feed() -> None:
    taken(office(), meeting(), agenda("2022-10-27"))
    taken(withdrawn=(contents.PATH,))
    root = etree.fromstring(Client().get(f"{OFFICE}/feeds/meetings.atom").content)
    (gone,) = root.iterfind("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert gone.get("ref") == f"{settings.SITE}/{contents.PATH}"
    titles = [one.title for one in read("meetings.atom").entries]
    assert titles == ["Agenda: Assurance meeting, 27 October 2022"]


def test_an_action_says_who_owes_it_and_by_when() -> None:
    calls = make.item(make.meeting("2018-03-27"), "1", "Calls")
    given = make.action(calls, "DCC to share it")
    publish.published("minutes", given.meeting)
    publish.published("register")
    (one,) = read("actions.atom").entries
    assert one.title == f"{given.number}: DCC to share it"
    assert one.link.endswith(f"/wyvern-valley/actions/{given.number}")
    assert one.summary.endswith("Due: no date. State: open.")


def test_a_topic_has_a_feed_that_remembers_what_went() -> None:
    taken(office(), meeting())
    taken(topic("calls", f"{contents.PATH}#entry-2"))
    found = read("topics/calls.atom")
    assert found.feed.title.endswith(": Calls")
    assert [one.summary for one in found.entries] == ["Is it < 5%?\nAnd where?"]
    taken(withdrawn=(contents.PATH,))
    said = Client().get(f"{OFFICE}/feeds/topics/calls.atom").content.decode()
    assert "at:deleted-entry" in said
    assert "And where" not in said


def test_a_search_can_be_followed() -> None:
    taken(office(), meeting())
    found = read("search.atom?q=new+BASELINE")
    assert found.feed.title.endswith("Search: new BASELINE")
    assert [one.link.rsplit("#")[-1] for one in found.entries] == ["entry-4"]
    assert not read("search.atom").entries
    assert not read("search.atom?q=%00%22%27*)(").entries


def test_every_publication_is_told() -> None:
    taken(office())
    taken(meeting(), title="Minutes of 25 August 2022")
    first = read("publications.atom").entries[0]
    assert first.title == "Published: Minutes of 25 August 2022"
    assert first.link == f"{settings.SITE}/wyvern-valley/publications/2"


def test_pages_of_a_feed_end() -> None:
    lines = [contents.entry(at, None, "note", f"Word {at}") for at in range(1, 61)]
    taken(office(), meeting(entries=lines, actions=[], promises=[]))
    first, second = read("search.atom?q=word"), read("search.atom?q=word&page=2")
    assert len({one.id for one in [*first.entries, *second.entries]}) == 60
    for page in ("3", "0", "-1", "x", "9" * 30, "%00", "²"):
        assert Client().get(f"{OFFICE}/feeds/search.atom?q=word&page={page}").status_code == 404


@pytest.mark.parametrize("name", ["meetings", "actions", "publications", "search", "topics/none"])
def test_an_office_that_is_not_public_has_no_feed(name: str) -> None:
    assert Client().get(f"{OFFICE}/feeds/{name}.atom").status_code == 404


def test_a_reader_that_has_it_is_told_so() -> None:
    taken(office(), meeting())
    first = Client().get(f"{OFFICE}/feeds/meetings.atom")
    again = Client(headers={"If-None-Match": first["ETag"]}).get(f"{OFFICE}/feeds/meetings.atom")
    assert (again.status_code, again.content) == (304, b"")
    assert not first.cookies


@pytest.mark.any_database
def test_a_feed_asks_the_same_few_questions_at_any_size() -> None:
    taken(office(), meeting())
    _queries("meetings.atom")
    taken(small_meeting("2021-07-01"))
    few = _queries("meetings.atom")
    for at in range(1, 12):
        taken(small_meeting(f"2021-08-{at:02}"))
    assert Line.objects.filter(kind="meeting").count() == 13
    assert _queries("meetings.atom") == few <= 15


def _queries(path: str) -> int:
    with CaptureQueriesContext(connections["published"]) as asked:
        Client().get(f"{OFFICE}/feeds/{path}")
    return len(asked)
