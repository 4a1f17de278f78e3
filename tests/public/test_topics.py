"""Topics as everybody reads them: told from what is public, and from nothing else."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.meetings.models import Meeting
from answerable.publishing.models import Publication
from answerable.topics.models import Topic
from tests import factories as make
from tests import open_data, publish
from tests.public import given, site

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

CALLS = "/wyvern-valley/topics/answering-101"


def told(meeting: Meeting, question: str, answer: str = "Callers wait less.", by: str = "PCC") -> Topic:
    """A question, its answer, an action and a promise about answering 101, under an item of its own."""
    item = make.item(meeting, "2.1", "Answering 101")
    asked = make.entry(item, "question", question, [by])
    answered = make.entry(item, "response", answer, ["CC"])
    make.exchange(asked, answered)
    promise = make.entry(item, "commitment", "All posts will be filled by May.", ["CC"])
    make.promise(promise, ["CC"], "All posts will be filled by May.", "2018-05-31")
    make.action(item, "Share the staffing plan", ["CC"], due="2018-06-30")
    topic = Topic.objects.filter(name="Answering 101").first() or make.topic("Answering 101", state="kept")
    topic.links.create(meeting=meeting, item=item, score=1)
    return topic


def shown(path: str = CALLS) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_a_topic_is_told_from_public_minutes() -> None:
    first, second = make.meeting("2018-03-27"), make.meeting("2019-03-26")
    told(first, "Are posts filled?")
    told(second, "Why do callers wait?")
    publish.published("minutes", first)
    publish.published("minutes", second)
    publish.published("register")
    publish.published("topics")
    page = shown()
    assert "Asked 2 times by the commissioner since 2018." in page
    assert "2 actions" in page
    assert "2 promises" in page
    assert "Why do callers wait?" in page
    assert 'href="/wyvern-valley/assurance-meeting/2019-03-26' in page
    assert "<svg" in page
    assert "2 questions" in shown("/wyvern-valley/topics")


def test_what_is_not_public_is_not_counted() -> None:
    first, second = make.meeting("2018-03-27"), make.meeting("2019-03-26")
    told(first, "Are posts filled?")
    told(second, "Is Kestrelwind spoken of?")
    publish.published("minutes", first)
    publish.published("topics")
    page = shown()
    assert "Asked once" in page
    assert "Kestrelwind" not in page
    assert "2019" not in page
    publish.published("minutes", second)
    assert "Asked once" in shown()  # until the topics are published anew
    publish.published("topics")
    assert "Asked 2 times" in shown()


def test_a_topic_of_which_nothing_is_public_has_no_page() -> None:
    told(make.meeting("2018-03-27"), "Are posts filled?")
    make.topic("Vehicles", state="offered")
    publish.published("office")
    with pytest.raises(Exception, match="nothing in it"):
        publish.published("topics")
    assert Client().get(CALLS).status_code == 404
    assert "No topic is published yet." in shown("/wyvern-valley/topics")


def test_the_words_follow_the_minutes_when_these_are_corrected() -> None:
    meeting = make.meeting("2018-03-27")
    told(meeting, "Did Mrs Quillfeather wait?")
    publish.published("minutes", meeting)
    publish.published("topics")
    assert "Quillfeather" in shown()
    publish.redaction(meeting, "Mrs Quillfeather")
    publish.published("minutes", meeting, doing="correct", note="A name was left in.")
    page = shown()
    assert "Quillfeather" not in page
    assert "Did [left out: personal data] wait?" in page


def test_a_name_that_is_redacted_is_no_topic() -> None:
    meeting = make.meeting("2018-03-27")
    told(meeting, "Are posts filled?")
    publish.redaction(meeting, "Answering 101")
    publish.published("minutes", meeting)
    with pytest.raises(Exception, match="nothing in it"):
        publish.published("topics")


def test_a_topic_that_is_not_told_any_more_goes() -> None:
    meeting = make.meeting("2018-03-27")
    topic = told(meeting, "Are posts filled?")
    other = make.topic("Vehicles", [meeting.entries.get(position=1)], state="kept")
    publish.published("minutes", meeting)
    publish.published("topics")
    Topic.objects.filter(pk=topic.pk).update(state="dropped")
    publish.published("topics")
    assert Client().get(CALLS).status_code == 410
    assert other.name in shown("/wyvern-valley/topics/vehicles")
    assert Publication.objects.order_by("-pk").first().withdrawn == [CALLS[1:]]  # type: ignore[union-attr]


def test_the_address_of_a_merged_topic_leads_on() -> None:
    meeting = make.meeting("2018-03-27")
    topic = told(meeting, "Are posts filled?")
    old = make.topic("Call handling", [meeting.entries.get(position=1)], state="kept")
    publish.published("minutes", meeting)
    publish.published("topics")
    Topic.objects.filter(pk=old.pk).update(state="merged", merged_into=topic.pk)
    publish.published("topics")
    answer = Client().get("/wyvern-valley/topics/call-handling")
    assert (answer.status_code, answer["Location"]) == (301, CALLS)
    assert "With Call handling, which was followed apart before." in shown()
    assert "Call handling" not in shown("/wyvern-valley/topics")


def test_an_action_stands_as_the_register_says() -> None:
    """It was told in a register before, when it had not lapsed, and the next one says the same of it."""
    silent = {"as_of": "2019-05-02", "lapses_from": "2019-07-01", "silent_from": "2019-09-10"}
    action = open_data.action(**silent)
    one = given.topic("calls", action.path)
    given.taken(given.office(), site.register(as_of="2019-10-01"), action, one)
    page = shown(f"/{one.path}")
    assert "1 action</a>: 1 lapsed." in page
    assert re.search(r"DCC and ACC \| crime, <span[^>]*><b>Lapsed</b>", page)


def test_filters_and_files_show_the_same() -> None:
    first, second = make.meeting("2018-03-27"), make.meeting("2019-03-26")
    told(first, "Are posts filled?")
    told(second, "Why do callers wait?")
    for one in (first, second):
        publish.published("minutes", one)
    publish.published("register")
    publish.published("topics")
    chosen = "?kind=promise&from=2019"
    page = shown(CALLS + chosen)
    assert "1 line of this choice" in page
    assert "Why do callers wait?" not in page
    text = b"".join(Client().get(f"{CALLS}.csv{chosen}").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["kind"], row["date"], row["who"]) for row in rows] == [("promise", "2019-03-26", "CC")]
    assert rows[0]["address"].endswith("/wyvern-valley/assurance-meeting/2019-03-26#promise-1")
    told_json = Client().get(f"{CALLS}.json{chosen}").json()
    assert [one["text"] for one in told_json["lines"]] == ["All posts will be filled by May."]


def test_a_value_that_cannot_be_used_is_said() -> None:
    meeting = make.meeting("2018-03-27")
    told(meeting, "Are posts filled?")
    publish.published("minutes", meeting)
    publish.published("topics")
    answer = Client().get(f"{CALLS}?kind=nonsense")
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()
    assert "<title>Error: Answering 101" in answer.content.decode()


def test_a_file_of_everything_is_not_given_where_something_was_asked_for() -> None:
    meeting = make.meeting("2018-03-27")
    told(meeting, "Are posts filled?")
    publish.published("minutes", meeting)
    publish.published("topics")
    for ending in ("csv", "json"):
        assert Client().get(f"{CALLS}.{ending}?kind=nonsense").status_code == 404
        assert Client().get(f"{CALLS}.{ending}?kind=question").status_code == 200


def test_reads_the_same_number_of_times_however_much_there_is() -> None:
    def count() -> int:
        with CaptureQueriesContext(connections["published"]) as found:
            shown()
            shown("/wyvern-valley/topics")
        return sum('FROM "published_' in one["sql"] for one in found)

    for at, date in enumerate(["2018-03-27", "2018-04-24", "2018-05-29", "2018-06-26"]):
        meeting = make.meeting(date)
        told(meeting, f"Question {at}?")
        publish.published("minutes", meeting)
        if at == 0:
            publish.published("topics")
            once = count()
    publish.published("topics")
    assert count() == once <= 15
