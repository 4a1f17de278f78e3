"""Search over everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.meetings.models import Meeting
from answerable.search.operations import Row, index_rows
from tests import archive as invented
from tests import factories as make

Get = Callable[..., Any]


def hits(page: Any) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.tree.xpath("//ol[@class='ans-rows']/li")]


def test_words_are_found_and_marked(archive: object, get: Get) -> None:
    page = get("/search/?q=callers")
    assert len(hits(page)) == 6
    assert "6 places" in page.main
    assert {mark.text.lower() for mark in page.tree.iter("mark")} <= {"callers", "caller"}
    assert page.tree.findall(".//mark")


def test_every_hit_leads_to_where_it_stands(archive: object, get: Get) -> None:
    page = get("/search/?q=callers")
    for link in page.tree.xpath("//ol[@class='ans-rows']//a/@href"):
        found = get(link)
        anchor = link.partition("#")[2]
        assert not anchor or anchor in found.tree.xpath("//@id"), link
        assert "caller" in found.main.lower()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=action", 2),
        ("year=2018", 3),
        ("kind=action&year=2019", 1),
        ("kind=meeting", 0),
        ("year=1999", 0),
    ],
)
def test_the_filters(query: str, count: int, archive: object, get: Get) -> None:
    page = get(f"/search/?q=callers&{query}")
    assert len(hits(page)) == count
    assert ("Nothing holds all of these words" in page.main) == (count == 0)


def test_the_forum_filters(archive: list[Meeting], get: Get) -> None:
    other = make.meeting("2019-04-01", of=make.forum("Crime Board"))
    make.entry(make.item(other, "1", "Telephones"), "note", "Callers again.")
    invented.index([other])
    assert len(hits(get(f"/search/?q=callers&forum={other.forum_id}"))) == 1
    assert len(hits(get("/search/?q=callers"))) == 7


def test_topics_and_people_are_found_by_name(archive: list[Meeting], get: Get) -> None:
    topic, person = make.Topic.objects.get(), make.Person.objects.get(name="Tom Brack")
    office = make.office().pk
    index_rows(
        [Row("topic", topic.pk, office, topic.name, ""), Row("person", person.pk, office, person.name, "")]
    )
    assert get("/search/?q=telephone&kind=topic").find("Answering the telephone") == f"/topics/{topic.pk}/"
    assert get("/search/?q=brack").find("Tom Brack") == f"/people/{person.pk}/"


def test_newest_first(archive: object, get: Get) -> None:
    found = hits(get("/search/?q=callers&order=newest"))
    assert "12 March 2019" in found[0]
    assert "3 July 2018" in found[-1]


def test_nothing_asked_tells_what_can_be(archive: object, get: Get) -> None:
    page = get("/search/")
    assert "Looks in meetings, agenda items, every line of the minutes" in page.main
    assert not hits(page)


@pytest.mark.parametrize(
    "odd", ['"', "AND", "callers*", "(", "NEAR(a b", "-", "callers -", "ca'll", "a:b", "\\"]
)
def test_nothing_that_is_typed_is_an_error(odd: str, archive: object, client: Any) -> None:
    assert client.get("/search/", {"q": odd}).status_code == 200


def test_a_wrong_filter_is_said_in_a_sentence(archive: object, get: Get) -> None:
    assert "Choose what to look in from the list" in get("/search/?q=callers&kind=dogs", 400).main


def test_what_was_typed_stands_in_the_field_and_title(archive: object, get: Get) -> None:
    page = get('/search/?q=<b>"callers</b>')
    assert page.tree.get_element_by_id("q").get("value") == '<b>"callers</b>'
    assert page.title.startswith('<b>"callers</b> – search')


def test_many_hits_come_twenty_at_a_time(archive: list[Meeting], get: Get) -> None:
    item = archive[0].items.all()[0]
    for number in range(50):
        make.entry(item, "note", f"Hedgehogs were counted in lane {number}.")
    invented.index([archive[0]])
    first = get("/search/?q=hedgehogs")
    assert len(hits(first)) == 20
    assert "50 places, 1 to 20 shown" in first.main
    assert len(hits(get("/search/?q=hedgehogs&page=3"))) == 10


def test_words_of_the_minutes_are_never_html(archive: list[Meeting], client: Any) -> None:
    make.entry(archive[0].items.all()[0], "note", "Hedgehogs <img src=x onerror=alert(1)> hedgehogs")
    invented.index([archive[0]])
    html = client.get("/search/?q=hedgehogs").content.decode()
    assert "<img" not in html


def test_what_was_found_is_counted_by_kind(archive: object, get: Get) -> None:
    page = get("/search/?q=callers")
    counts = {
        link.text_content(): link.get("href")
        for link in page.tree.xpath("//p[contains(@class, 'ans-count')]//a[starts-with(@href, '?')]")
    }
    assert len(counts) > 1
    for words, href in counts.items():
        only = get("/search/" + href)
        many = int(words.split()[0])
        assert len(only.tree.xpath("//ol/li")) == many, words
        assert "look in everything" in only.main


def test_an_item_on_a_later_page_is_reached(archive: list[Meeting], get: Get) -> None:
    of = archive[0]
    for number in range(120):
        make.entry(of.items.all()[2], "note", f"Line {number}.")
    last = make.item(of, "4", "Zebra crossings")
    make.entry(last, "note", "They were repainted.")
    invented.index([of])
    link = get("/search/?q=zebra").find("Assurance Meeting")
    assert f"#item-{last.position}" in link
    page = get(link.partition("#")[0])
    assert page.tree.xpath(f"//*[@id='item-{last.position}']")


def test_a_very_long_question_is_cut_and_answered(archive: object, get: Get) -> None:
    page = get("/search/?q=" + "callers+" * 100)
    assert len(page.title) < 120
    assert len(page.tree.get_element_by_id("q").get("value")) <= 200
    assert page.tree.xpath("//ol/li")


def test_nothing_found_says_where_it_looked(archive: object, get: Get) -> None:
    page = get("/search/?q=callers&kind=person")
    assert "Nothing holds all of these words in people." in page.main
    assert page.find("look in everything") == "/search/?q=callers"
