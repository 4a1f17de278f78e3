"""People work on topics: rename, merge and take back, split, tie and untie, make. Nothing is lost by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.core.subjects import Link
from answerable.meetings.models import Meeting, TopicLink
from answerable.meetings.operations import Place, link_topics
from answerable.search.models import SearchRow
from answerable.topics.models import Topic
from answerable.topics.operations import Offered, offer_topics
from answerable.workspace.topics import operations
from tests import factories as make
from tests.pages.desk import Desk, officer

Get = Callable[..., Any]
AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def telephone(archive: list[Meeting]) -> Topic:
    return Topic.objects.get(name="Answering the telephone")


@pytest.fixture
def farms(archive: list[Meeting]) -> Topic:
    lines = archive[0].items.get(number="3").entries.all()
    return make.topic("Rural burglary", [lines[0], archive[0].items.get(number="2").entries.all()[0]])


def places(topic: Topic) -> set[tuple[int | None, int | None]]:
    return set(TopicLink.objects.filter(topic=topic).values_list("item_id", "entry_id"))


def reachable() -> set[tuple[int | None, int | None]]:
    """What a person can get to from the topics that there are."""
    links = TopicLink.objects.exclude(topic__state__in=["merged", "dropped"])
    return set(links.values_list("item_id", "entry_id"))


@pytest.fixture
def desk(telephone: Topic) -> Desk:
    return officer("Ada Lorne")


def test_another_name_keeps_everything(desk: Desk, telephone: Topic) -> None:
    before = places(telephone)
    desk.open(f"/topics/{telephone.pk}/edit/")
    page = desk.send("/rename", name="  Answering   101 ")
    assert page.heading == "Answering 101"
    assert "It is called Answering 101 now." in page.main
    assert places(telephone) == before
    telephone.refresh_from_db()
    assert telephone.state == "kept"
    assert SearchRow.objects.get(kind="topic", object_id=telephone.pk).title == "Answering 101"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Write the topic's name."),
        ("rural BURGLARY", "There is a topic Rural burglary already: merge them, or write another name."),
        ("Answering the telephone", "The topic is called Answering the telephone already."),
        ("long " * 60, "Write a name of at most 200 letters"),
    ],
)
def test_a_name_that_cannot_be_is_said_and_kept(
    name: str, why: str, desk: Desk, telephone: Topic, farms: Topic
) -> None:
    desk.open(f"/topics/{telephone.pk}/edit/")
    page = desk.send("/rename", status=400, name=name)
    assert why in page.main
    assert page.tree.get_element_by_id("name").get("value") == name
    telephone.refresh_from_db()
    assert telephone.name == "Answering the telephone"


def test_two_rename_it(desk: Desk, telephone: Topic) -> None:
    ben = officer("Ben Sarsen")
    ben.open(f"/topics/{telephone.pk}/edit/")
    mine = ben.form("/rename")
    desk.open(f"/topics/{telephone.pk}/edit/")
    desk.send("/rename", name="Calls")
    page = ben.send(mine, status=409, name="Telephones")
    assert "Ada Lorne changed the topic Calls" in page.main
    ben.send("/rename", choose__name="mine")
    telephone.refresh_from_db()
    assert telephone.name == "Telephones"


def test_one_is_merged_into_another_and_its_address_leads_there(
    desk: Desk, telephone: Topic, farms: Topic
) -> None:
    before = reachable()
    desk.open(f"/topics/{farms.pk}/edit/")
    page = desk.send("/merge", into=str(telephone.pk))
    assert page.heading == "Answering the telephone"
    assert "Rural burglary is part of Answering the telephone now." in page.main
    assert "With Rural burglary, merged into it." in page.main
    assert desk.client.get(f"/topics/{farms.pk}/").headers["Location"] == f"/topics/{telephone.pk}/"
    assert reachable() == before
    assert "Rural burglary" not in desk.open("/topics/").main
    assert not SearchRow.objects.filter(kind="topic", object_id=farms.pk).exists()


def test_a_merging_is_taken_back(desk: Desk, telephone: Topic, farms: Topic) -> None:
    before = places(telephone), places(farms)
    desk.open(f"/topics/{farms.pk}/edit/")
    desk.send("/merge", into=str(telephone.pk))
    desk.open(f"/topics/{telephone.pk}/edit/")
    page = desk.send("/part")
    assert page.heading == "Rural burglary"
    assert (places(telephone), places(farms)) == before


def test_what_it_can_be_merged_into(desk: Desk, telephone: Topic, farms: Topic) -> None:
    desk.open(f"/topics/{farms.pk}/edit/")
    assert "Choose the topic that it is part of" in desk.send("/merge", status=400, into="").main
    desk.open(f"/topics/{farms.pk}/edit/")
    assert "A topic cannot be merged into itself" in desk.send("/merge", status=400, into=str(farms.pk)).main
    Topic.objects.filter(pk=telephone.pk).update(state="dropped")
    page = desk.post(f"/topics/{farms.pk}/merge", 400, into=str(telephone.pk))
    assert "The topic Answering the telephone is dropped: choose one that is kept." in page.main


def test_two_merge_it(desk: Desk, telephone: Topic, farms: Topic) -> None:
    other, ben = make.topic("Burglary", state="kept"), officer("Ben Sarsen")
    ben.open(f"/topics/{farms.pk}/edit/")
    mine = ben.form("/merge")
    desk.open(f"/topics/{farms.pk}/edit/")
    desk.send("/merge", into=str(telephone.pk))
    page = ben.send(mine, status=409, into=str(other.pk))
    assert "Merged into Answering the telephone" in page.main
    farms.refresh_from_db()
    assert farms.merged_into == telephone


def test_some_places_become_another_topic(desk: Desk, telephone: Topic) -> None:
    before = reachable()
    page = desk.open(f"/topics/{telephone.pk}/edit/")
    some = page.tree.xpath("//input[@name='link']/@value")[-2:]
    address, held = desk.form("/split")
    page = desk.post(address, **{**held, "link": some, "split_name": "Late letters"})
    assert page.heading == "Late letters"
    assert len(places(Topic.objects.get(name="Late letters"))) == 2
    assert len(places(telephone)) == 2
    assert reachable() == before


@pytest.mark.parametrize(
    ("number", "why"), [(0, "Choose what is to become another topic."), (9, "That is all there is")]
)
def test_none_and_all_cannot_be_split_off(number: int, why: str, desk: Desk, telephone: Topic) -> None:
    page = desk.open(f"/topics/{telephone.pk}/edit/")
    some = page.tree.xpath("//input[@name='link']/@value")[:number]
    address, held = desk.form("/split")
    page = desk.post(address, 400, **{**held, "link": some, "split_name": "Late letters"})
    assert why in page.main
    assert page.tree.get_element_by_id("split_name").get("value") == "Late letters"
    assert Topic.objects.count() == 1


def test_what_is_missing_is_said_at_its_place(desk: Desk, telephone: Topic) -> None:
    desk.open(f"/topics/{telephone.pk}/edit/")
    summary = "//*[contains(@class, 'govuk-error-summary')]//a/@href"
    assert desk.send("/rename", status=400, name=" ").tree.xpath(summary) == ["#name"]
    desk.open(f"/topics/{telephone.pk}/edit/")
    page = desk.send("/split", status=400, split_name="")
    assert page.tree.xpath(summary) == ["#places", "#split_name"]
    assert all(page.tree.get_element_by_id(one[1:]) is not None for one in page.tree.xpath(summary))


def test_a_line_is_tied_by_hand(desk: Desk, telephone: Topic) -> None:
    page = desk.open(f"/topics/{telephone.pk}/edit/?q=farm+visited")
    code = page.tree.xpath("//input[@name='place']/@value")[0]
    page = desk.send("/tie", place=code)
    assert "Tied to it. No import takes that away." in page.main
    assert "(tied by hand)" in page.main
    again = desk.post(f"/topics/{telephone.pk}/tie", place=code)
    assert "Answering the telephone is tied to that already." in again.main


def test_a_line_is_untied_and_an_import_does_not_bring_it_back(desk: Desk, telephone: Topic) -> None:
    found = finder_says(telephone)
    link = telephone.links.all()[0]
    desk.open(f"/topics/{telephone.pk}/edit/")
    page = desk.post(f"/topics/{telephone.pk}/untie", untie=str(link.pk))
    assert "Taken from it." in page.main
    assert (link.item_id, link.entry_id) not in places(telephone)
    link_topics(office=make.office(), links={telephone.pk: found}, by=make.user(), at=AT)
    assert (link.item_id, link.entry_id) not in places(telephone)
    assert len(places(telephone)) == len(found) - 1


def test_what_was_tied_survives_an_import_that_does_not_find_it(telephone: Topic, archive: Any) -> None:
    line = archive[0].items.get(number="3").entries.all()[0]
    place = Place(line.meeting_id, line.item_id, line.pk)
    operations.tie(topic=telephone, places=[place], by=make.user(), at=AT)
    link_topics(office=make.office(), links={telephone.pk: []}, by=make.user(), at=AT)
    assert places(telephone) == {(line.item_id, line.pk)}


def test_it_cannot_be_untied_twice(desk: Desk, telephone: Topic) -> None:
    link = telephone.links.all()[0].pk
    desk.post(f"/topics/{telephone.pk}/untie", untie=str(link))
    page = desk.post(f"/topics/{telephone.pk}/untie", 409, untie=str(link))
    assert "That tie is not there any more." in page.main


def test_what_is_offered_again_finds_the_merged_one(telephone: Topic, farms: Topic) -> None:
    found = finder_says(farms)
    operations.merge(topic=farms, into=telephone, by=make.user(), at=AT)
    topics = offer_topics(
        office=make.office(),
        offers={farms.key: Offered("Rural burglary", "title", 1.0)},
        by=make.user(),
        at=AT,
    )
    before = reachable()
    link_topics(office=make.office(), links={topics[farms.key].pk: found}, by=make.user(), at=AT)
    assert reachable() >= before - places(telephone)
    assert {(one.item, one.entries[0]) for one in found} <= places(telephone)
    farms.refresh_from_db()
    assert farms.state == "merged"


def test_what_the_finder_does_not_look_at_any_more_stays(telephone: Topic, archive: list[Meeting]) -> None:
    newest = archive[4].pk
    link_topics(
        office=make.office(), links={telephone.pk: []}, looked_at=[newest], by=make.user(), at=AT
    )  # fmt: skip
    assert {one.meeting_id for one in telephone.links.all()} == {archive[0].pk, archive[2].pk}


def test_an_offer_of_the_new_name_is_the_renamed_one(telephone: Topic) -> None:
    operations.rename(topic=telephone, name="Answering 101", by=make.user(), at=AT)
    offers = {"answering 101": Offered("Answering 101", "title", 1.0)}
    topics = offer_topics(office=make.office(), offers=offers, by=make.user(), at=AT)
    assert topics["answering 101"] == telephone


def test_one_is_made_from_a_search(desk: Desk) -> None:
    page = desk.open("/topics/new/?q=flying+squirrels")
    assert "No line and no agenda item has all these words" in page.main
    page = desk.open("/topics/new/?q=farm+visited")
    code = page.tree.xpath("//input[@name='place']/@value")[0]
    page = desk.send("/new/", place=code, name="Farms")
    assert page.heading == "Farms"
    assert "A farm had been visited four times" in page.main
    assert Topic.objects.get(name="Farms").state == "kept"


def test_one_is_made_from_an_item(desk: Desk, archive: list[Meeting]) -> None:
    item = archive[0].items.get(number="3")
    page = desk.open(f"/topics/new/?item={item.pk}")
    assert page.tree.xpath("//input[@name='place'][@checked]/@value") == [f"item-{item.pk}"]
    page = desk.send("/new/", place=f"item-{item.pk}", name="Farms")
    assert "DPCC and ACC to meet the farm watch groups" in page.main


def test_one_of_nothing_and_nameless_is_refused(desk: Desk, archive: list[Meeting]) -> None:
    code = f"item-{archive[0].items.all()[0].pk}"
    assert "Choose where it is spoken of" in desk.post("/topics/new/", 400, name="Farms").main
    page = desk.post("/topics/new/", 400, place=code, name=" ", item="")
    assert "Write the topic's name." in page.main


def test_elsewhere_is_no_place(desk: Desk, telephone: Topic) -> None:
    other = make.office("Otterdale")
    with make.in_office(other):
        item = make.item(make.meeting("2019-03-12", make.forum("Otter Board")), "1", "Otters")
    page = desk.post(f"/topics/{telephone.pk}/tie", place=f"item-{item.pk}")
    assert "Choose where the topic is spoken of." in page.main


def test_a_merged_one_is_worked_on_where_it_went(desk: Desk, telephone: Topic, farms: Topic) -> None:
    operations.merge(topic=farms, into=telephone, by=make.user(), at=AT)
    answer = desk.client.get(f"/topics/{farms.pk}/edit/")
    assert answer.headers["Location"] == f"/topics/{telephone.pk}/edit/"
    page = desk.post(f"/topics/{farms.pk}/decide", answer="drop")
    assert "is merged into Answering the telephone: take that back first." in page.main


def finder_says(topic: Topic) -> list[Link]:
    """What the finder would have to say for the links that there are."""
    return [Link(one.meeting_id, one.item_id, (one.entry_id,), 0.8) for one in topic.links.all()]
