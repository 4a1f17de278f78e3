"""Topics over the meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.meetings.models import Meeting
from answerable.topics.models import Topic
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def telephone(archive: list[Meeting]) -> Topic:
    return Topic.objects.get(name="Answering the telephone")


def test_they_are_listed_with_how_often_and_why(telephone: Topic, get: Get) -> None:
    assert get("/topics/").rows() == [
        [
            "Answering the telephone offered",
            "3",
            "3 Jul 2018",
            "12 Mar 2019",
            "the heading returns in several meetings",
        ]
    ]


def test_a_dropped_topic_is_seen_only_when_asked_for(telephone: Topic, get: Get) -> None:
    make.topic("Cars", state="dropped")
    make.topic("Dogs", state="kept")
    assert {row[0] for row in get("/topics/").rows()} == {"Answering the telephone offered", "Dogs"}
    assert [row[0] for row in get("/topics/?state=dropped").rows()] == ["Cars dropped"]
    assert [row[0] for row in get("/topics/?name=dog").rows()] == ["Dogs"]


def test_a_state_that_is_none_is_said_in_a_sentence(telephone: Topic, get: Get) -> None:
    assert "Choose a state from the list" in get("/topics/?state=loved", 400).main


@pytest.mark.parametrize("column", ["name", "meetings", "first", "last"])
def test_columns_sort(column: str, telephone: Topic, archive: list[Meeting], get: Get) -> None:
    make.topic("Zebras", [make.entry(archive[1].items.all()[0], "note", "Zebras were seen.")])
    up = [row[0] for row in get(f"/topics/?sort={column}").rows()]
    assert up == [row[0] for row in get(f"/topics/?sort=-{column}").rows()][::-1]


def test_a_topic_tells_every_occurrence_in_order(telephone: Topic, get: Get) -> None:
    page = get(f"/topics/{telephone.pk}/")
    assert "Topic, offered" in page.main
    assert "Spoken of in 3 meetings, 3 July 2018 to 12 March 2019." in page.main
    told = [" ".join(one.text_content().split()) for one in page.tree.xpath("//ol[@class='ans-rows']/li")]
    assert [one.split(" Assurance")[0] for one in told] == [
        "3 July 2018",
        "15 January 2019",
        "15 January 2019",
        "12 March 2019",
    ]
    assert "2 Answering the telephone" in told[0]


def test_every_occurrence_leads_to_its_line(telephone: Topic, get: Get) -> None:
    page = get(f"/topics/{telephone.pk}/")
    link = page.find("12 March 2019")
    assert "?at=0#entry-0" in link
    assert get(link).status == 200


def test_the_picture_has_a_mark_for_each(telephone: Topic, get: Get) -> None:
    page = get(f"/topics/{telephone.pk}/")
    marks = page.tree.xpath("//*[name()='svg']//*[contains(@class, 'ans-mark')]")
    assert len(marks) == 4
    assert page.tree.xpath("//*[name()='svg']//*[@class='ans-year']/text()") == ["2018", "2019"]


def test_its_actions_are_one_click_away(telephone: Topic, get: Get) -> None:
    assert len(get(get(f"/topics/{telephone.pk}/").find("Its actions")).rows()) == 5


def test_a_topic_of_no_meeting(db: None, get: Get) -> None:
    page = get(f"/topics/{make.topic('Nothing').pk}/")
    assert "Not spoken of in any meeting that is held here." in page.main
    assert not page.tree.xpath("//*[name()='svg']")


def test_many_occurrences_come_a_page_at_a_time(telephone: Topic, archive: list[Meeting], get: Get) -> None:
    item = archive[0].items.all()[0]
    for number in range(120):
        make.TopicLink.objects.create(
            topic=telephone,
            meeting=archive[0],
            item=item,
            entry=make.entry(item, "note", f"Said {number}. " * 60),
        )
    page = get(f"/topics/{telephone.pk}/")
    assert len(page.tree.xpath("//ol[@class='ans-rows']/li")) == 50
    assert len(page.response.content) < 100_000
