"""What is public about one part of the force."""

from __future__ import annotations

import datetime as dt
from typing import Any

import lxml.html
import pytest
from django.test import Client

from answerable.offices.models import Area, Force
from tests import factories as make
from tests import publish
from tests.public.counting import queries_of

pytestmark = pytest.mark.django_db
PATH = "/wyvern-valley/areas/mere"


def get(path: str = PATH, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.fixture(autouse=True)
def minutes() -> None:
    force = Force.objects.create(office=make.office(), name="Wyvern Police")
    Area.objects.create(force=force, name="Mere", start=dt.date(2016, 4, 1), end=dt.date(2020, 3, 31))
    Area.objects.create(force=force, name="Moor")
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "2", "Waiting")
    make.entry(item, "question", "Why does Mere wait longest?", ["PCC"])
    line = make.entry(item, "response", "Mere would have a desk by May.", ["ACC"])
    make.promise(line, ["ACC"], "a desk in Mere")
    make.entry(item, "note", "Merely a note of another place.")
    make.action(item, "ACC to visit Mere", ["ACC"], "2018-06-30")
    publish.published("minutes", meeting)
    publish.published("register")


def test_lists_areas_with_their_times() -> None:
    page = get("/wyvern-valley/areas")
    assert "Wyvern Police, from 1 April 2016, to 31 March 2020" in page
    assert "1 action, 1 promise, 3 lines of minutes" in page
    assert page.index("Moor") < page.index("Mere")


def test_says_what_was_said_given_and_promised() -> None:
    page = get()
    assert "A part of Wyvern Police from 1 April 2016 to 31 March 2020." in page
    assert "<b>PCC</b> asked: Why does Mere wait longest?" in page
    assert "Mere would have a desk by May." in page
    assert "ans-promised" in page
    assert 'href="/wyvern-valley/actions/A-0001">A-0001</a> ACC to visit Mere' in page
    assert page.count("ACC to visit Mere") == 1
    assert "Merely" not in page
    assert "1 of 1</b> that are open and have a date are late" in page


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("?kind=action", "ACC to visit", "would have a desk"),
        ("?kind=promise", "would have a desk", "wait longest"),
        ("?kind=question", "wait longest", "ACC to visit"),
        ("?year=2018", "wait longest", "Nothing is like that"),
        ("?year=2017", "Nothing is like that", "wait longest"),
    ],
)
def test_filters(query: str, there: str, gone: str) -> None:
    page = get(PATH + query)
    assert there in page
    assert gone not in page


def test_what_is_not_there() -> None:
    get("/wyvern-valley/areas/nowhere", 404)
    get(f"{PATH}?kind=odd", 400)
    assert "Choose a year from the list" in get(f"{PATH}?year=99999", 400)


def test_every_link_of_an_area_leads_to_a_list() -> None:
    """Also where no promise names it: a list refuses to be asked for an area that it has nothing of."""
    meeting = make.meeting("2018-04-24")
    make.action(make.item(meeting, "2", "Waiting"), "ACC to visit Moor", ["ACC"])
    publish.published("minutes", meeting)
    publish.published("register", at=publish.AT.replace(day=9))
    for area, lists in (("mere", {"actions", "promises"}), ("moor", {"actions"})):
        page: Any = lxml.html.document_fromstring(get(f"/wyvern-valley/areas/{area}"))
        links = [one for one in page.xpath("//main//a/@href") if f"?area={area}" in one]
        assert {one.split("?")[0].rpartition("/")[2] for one in links} == lists
        for one in links:
            get(one)


def test_an_area_that_nothing_names() -> None:
    assert "No public minutes name it yet" in get("/wyvern-valley/areas/moor")


def test_as_many_queries_at_ten_times_the_size() -> None:
    few = queries_of(PATH)
    for year in range(2010, 2016):
        meeting = make.meeting(f"{year}-03-30")
        item = make.item(meeting, "1", "Calls")
        for place in range(10):
            line = make.entry(item, "response", f"Mere would get part {place}.", ["CC"])
            make.promise(line, ["CC"], f"part {place}")
        publish.published("minutes", meeting)
    assert "page=2" in get()
    assert queries_of(PATH) == few <= 15
