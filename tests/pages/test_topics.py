"""Topics over the meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.actions.models import Action
from answerable.meetings.models import Figure, Meeting
from answerable.plans.models import PlanTopic
from answerable.topics.models import Topic
from tests import cycle, follow
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


def days(page: Any) -> list[str]:
    """What each day of the list says."""
    rows = page.tree.xpath("//ol[contains(@class, 'ans-thread-days')]/li")
    return [" ".join(" ".join(one.itertext()).split()) for one in rows]


def test_it_says_first_what_it_came_to(telephone: Topic, get: Get) -> None:
    main = get(f"/topics/{telephone.pk}/").main
    assert "Asked 2 times by the commissioner since 2018." in main
    assert "5 actions: 1 kept on time, 1 open, 2 slipped, 1 lapsed." in main


def test_holders_of_a_post_are_counted_apart(telephone: Topic, archive: list[Meeting], get: Get) -> None:
    archive[4].attendance.filter(abbreviation="PCC").update(name="Somebody New")
    main = get(f"/topics/{telephone.pk}/").main
    assert "Asked 2 times by 2 commissioners since 2018." in main
    assert "PCC (Somebody New) asked" in main


def test_everything_is_told_in_the_order_of_time(telephone: Topic, get: Get) -> None:
    told = days(get(f"/topics/{telephone.pk}/"))
    assert [one.split(" Assurance")[0] for one in told] == [
        "3 July 2018", "9 October 2018", "15 January 2019", "12 March 2019",
    ]  # fmt: skip
    july = told[0]
    assert july.index("PCC (Rhoda Fenn) asked") < july.index("CC (Gideon Marsh) answered")
    assert "CC to bring a new shift pattern" in july
    assert "Closed , 15 Jan 2019" in july


def test_what_was_said_of_its_actions_later_is_part_of_it(telephone: Topic, get: Get) -> None:
    told = days(get(f"/topics/{telephone.pk}/"))
    assert "The new pattern is with the staff associations." in told[1]
    assert "complete" in told[2]
    assert "The pattern began on 6 January." in told[2]


def test_another_subject_of_the_same_meeting_is_not(telephone: Topic, get: Get) -> None:
    main = get(f"/topics/{telephone.pk}/").main
    assert "farm watch" not in main
    assert "rewrite the letter" in main  # a line of that item was tied to it


def test_every_line_leads_to_the_minutes(telephone: Topic, get: Get) -> None:
    page = get(f"/topics/{telephone.pk}/")
    link = page.find("in the minutes")
    assert "#entry-" in link
    assert get(link).status == 200


def marks(page: Any) -> list[str]:
    return [str(one.text) for one in page.tree.xpath("//*[name()='svg']//*[name()='g']/*[name()='title']")]


def test_the_picture_has_a_mark_for_each_kind_at_each_meeting(telephone: Topic, get: Get) -> None:
    page = get(f"/topics/{telephone.pk}/")
    assert marks(page)[:3] == [
        "3 July 2018, Assurance Meeting: asked",
        "3 July 2018, Assurance Meeting: an action (2)",
        "9 October 2018, Assurance Meeting: what was said of it later",
    ]
    assert "15 January 2019, Assurance Meeting: closed" in marks(page)
    years = page.tree.xpath("//*[name()='svg']//*[@class='ans-year']/text()")
    assert years == ["2018", "2019"]


def test_the_picture_joins_what_led_to_what(telephone: Topic, get: Get) -> None:
    page = get(f"/topics/{telephone.pk}/")
    joins = page.tree.xpath("//*[name()='svg']//*[@class='ans-thread__join']")
    assert len(joins) >= 4  # asked, given, said of it twice, closed; asked and given again


def test_the_shapes_are_said_in_words(telephone: Topic, get: Get) -> None:
    legend = get(f"/topics/{telephone.pk}/").tree.xpath("//ul[@class='ans-thread__legend']/li")
    assert [one.text_content().strip() for one in legend][:2] == ["asked", "an action"]


def test_its_actions_are_one_click_away(telephone: Topic, get: Get) -> None:
    assert len(get(get(f"/topics/{telephone.pk}/").find("All actions")).rows()) == 5


def test_how_the_office_judged_it(telephone: Topic, archive: list[Meeting], get: Get) -> None:
    cycle.assurance(archive[4].items.get(number="3"), "partly")
    assert "The office judged it: partly assured on 12 March 2019." in get(f"/topics/{telephone.pk}/").main


def figure(of: Meeting, position: int, text: str, measure: str) -> Figure:
    return Figure.objects.create(
        meeting=of, position=position, item=of.items.order_by("position").last(), measure=measure,
        text=text, kind="count",
    )  # fmt: skip


def test_what_changed_is_the_first_and_the_last_figure(
    telephone: Topic, archive: list[Meeting], get: Get
) -> None:
    telephone.name = "Lost callers"
    telephone.save()
    item = archive[0].items.get(number="2")
    for of, text in ((archive[0], "one caller in six"), (archive[4], "one caller in nine")):
        made = figure(of, 0, text, "callers lost before an answer")
        Figure.objects.filter(pk=made.pk).update(item=item if of == archive[0] else of.items.get(number="3"))
    figure(archive[4], 1, "eleven posts of ninety", "detective posts")
    main = get(f"/topics/{telephone.pk}/").main
    assert (
        "First quoted 3 July 2018: “one caller in six” Last quoted 12 March 2019: “one caller in nine”"
        in main
    )
    assert "eleven posts" not in main


def test_what_is_to_come_back(telephone: Topic, get: Get) -> None:
    follow.revisit(telephone.links.all()[0].entry, question="Did it help?")
    assert "To come back from 1 September 2019: Did it help?" in get(f"/topics/{telephone.pk}/").main


def test_which_parts_of_plans_it_belongs_to(telephone: Topic, get: Get) -> None:
    PlanTopic.objects.create(item=follow.part(follow.plan()), topic=telephone)
    page = get(f"/topics/{telephone.pk}/")
    assert "Plan: Answer the public sooner" in page.main


def test_a_draft_report_is_nobody_elses(telephone: Topic, get: Get) -> None:
    action = Action.objects.get(text__startswith="DCC to show the callers")
    follow.report(action, "Only a thought.", state="draft")
    follow.report(action, "The hours are on the intranet.")
    main = get(f"/topics/{telephone.pk}/").main
    assert "Only a thought" not in main
    assert "the force reported: The hours are on the intranet." in main


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
    assert len(page.tree.xpath("//div[contains(@class, 'ans-thread-line ')]")) == 50
    assert len(page.response.content) < 100_000
    assert "Said 119" in get(f"/topics/{telephone.pk}/?page=3").main
