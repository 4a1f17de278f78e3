"""People and posts: who held what when, and what each post owes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answerable.people.models import Person, Post
from tests import factories as make

Get = Callable[..., Any]


def test_everybody_is_listed_with_the_posts_they_held(archive: object, get: Get) -> None:
    page = get("/people/")
    assert [row[0] for row in page.rows()] == [
        "Adaeze Holt", "Gideon Marsh", "Ismay Thorne", "Lena Quill", "Rhoda Fenn", "Tom Brack",
    ]  # fmt: skip
    assert page.rows()[5][1] == (
        "Assistant Chief Constable 3 July 2018 to 4 February 2019 "
        "Deputy Chief Constable 5 February 2019 to now, acting"
    )


def test_a_name_finds_a_person(archive: object, get: Get) -> None:
    assert [row[0] for row in get("/people/?name=brack").rows()] == ["Tom Brack"]
    assert "Nobody’s name is like that" in get("/people/?name=zzz").main


def test_a_person_has_posts_meetings_and_actions(archive: object, get: Get) -> None:
    page = get(f"/people/{Person.objects.get(name='Gideon Marsh').pk}/")
    assert page.heading == "Gideon Marsh"
    assert "from 3 July 2018 to 15 January 2019: present at 3 meetings" in page.main
    assert "Chief Constable (CC), 3 July 2018 to 31 January 2019" in page.main
    assert [row[0] for row in page.rows()] == ["A-0001"]


def test_other_printings_of_a_name_are_shown(archive: object, get: Get) -> None:
    one = Person.objects.get(name="Gideon Marsh")
    Person.objects.filter(pk=one.pk).update(names=["G. Marsh", "Gideon Marsh"])
    assert "Also printed as G. Marsh." in get(f"/people/{one.pk}/").main


def test_posts_say_who_holds_them_today_and_what_they_owe(archive: object, get: Get) -> None:
    rows = {row[0]: row[1:] for row in get("/people/posts/").rows()}
    assert rows["Chief Constable CC"] == ["Adaeze Holt since 1 February 2019", "0", "0", "0"]
    assert rows["Deputy Chief Constable DCC"] == ["Tom Brack since 5 February 2019, acting", "2", "1", "0"]
    assert rows["Assistant Chief Constable ACC"][1:] == ["2", "1", "1"]


def test_each_number_of_a_post_leads_to_as_many_actions(archive: object, get: Get) -> None:
    links = get("/people/posts/").tree.xpath("//td//a[contains(@href, 'status=')]")
    assert links
    for link in links:
        assert len(get(link.get("href")).rows()) == int(link.text_content())


def test_a_post_tells_who_held_it_when(archive: object, get: Get) -> None:
    page = get(f"/people/posts/{Post.objects.get(abbreviation='CC').pk}/")
    held = [" ".join(one.text_content().split()) for one in page.tree.xpath("//ul[@class='ans-rows']/li")]
    assert held == ["Gideon Marsh, 3 July 2018 to 31 January 2019", "Adaeze Holt, 1 February 2019 to now"]
    assert "Owes nothing that is open." in page.main


def test_a_post_lists_what_it_owes(archive: object, get: Get) -> None:
    page = get(f"/people/posts/{Post.objects.get(abbreviation='ACC').pk}/")
    assert "Owes 2 open actions: 1 overdue, 1 lapsed." in page.main
    assert [row[0] for row in page.rows()] == ["A-0002", "A-0003"]


def test_many_people_come_a_page_at_a_time(archive: object, get: Get) -> None:
    for number in range(70):
        make.person(f"Officer {number:02}")
    assert len(get("/people/").rows()) == 50
    assert len(get("/people/?page=2").rows()) == 26
