"""How far the office is assured: put by a person, with what it rests on; seen over all meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Assurance
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]
TESTED = {"judgement": "partly", "basis": "tested", "test": "dip-sample", "tested_by": "The policy officer",
          "tested_on": "2019-04-30", "evidence": "20 files, 6 late.", "test_again": "2019-10-01"}  # fmt: skip


@pytest.fixture
def item(march: Meeting) -> Item:
    return march.items.order_by("position")[0]


def judge(post: Get, item: Item, status: int = 200, **values: str) -> Any:
    return post(f"/assurance/items/{item.pk}/", status, **values)


def test_a_judgement_is_put_on_an_imported_item(item: Item, post: Get, get: Get) -> None:
    page = judge(post, item, **TESTED)
    assert "Put down." in page.main
    held = Assurance.objects.get()
    assert (held.judgement, held.test, str(held.tested_on), str(held.test_again)) == (
        "partly", "dip-sample", "2019-04-30", "2019-10-01",
    )  # fmt: skip
    every = get("/assurance/")
    assert "Dip sample by The policy officer, 30 April 2019" in every.main
    assert "20 files, 6 late." in every.main
    assert f"/meetings/{item.meeting_id}/?item={item.position + 1}#item-{item.position}" in every.links
    assert "Partly assured · tested" in get(f"/meetings/{item.meeting_id}/").main


def test_what_was_only_told(item: Item, post: Get, get: Get) -> None:
    judge(post, item, judgement="assured", basis="given", evidence="The CC said so.")
    page = get("/assurance/?basis=given")
    assert "They told us" in page.main
    assert "1 judgement rests only on what the force said." in page.main
    assert "No judgement is like that." in get("/assurance/?basis=tested").main


def test_what_falls_due_for_another_test(item: Item, post: Get, get: Get) -> None:
    judge(post, item, **{**TESTED, "test_again": "2019-05-02"})
    assert "2 May 2019 due" in get("/assurance/?due=now").main
    judge(post, item, **{**TESTED, "test_again": "2019-07-01"})
    assert "No judgement is like that." in get("/assurance/?due=now").main
    assert "1 judgement" in get("/assurance/?due=soon").main


def test_a_new_judgement_takes_the_place_and_the_old_one_stays(item: Item, post: Get) -> None:
    judge(post, item, **TESTED)
    page = judge(post, item, judgement="assured", basis="given")
    assert Assurance.objects.filter(replaced_at=None).get().judgement == "assured"
    assert Assurance.objects.count() == 2
    assert "20 files, 6 late." in page.main


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"judgement": ""}, "Choose how far the office is assured."),
        ({"judgement": "sure"}, "Choose how far the office is assured."),
        ({"basis": ""}, "Choose whether assurance was given or tested."),
        ({"test": ""}, "Choose how it was tested."),
        ({"tested_by": " "}, "Say who tested it."),
        ({"tested_on": ""}, "Say on which day it was tested."),
        ({"tested_on": "2020-01-01"}, "Choose a day of the test that is not ahead."),
        ({"tested_on": "yesterday"}, "Write the day of the test as a day, month and year"),
        ({"test_again": "2019-04-30"}, "Choose a day for the next test that comes after the last one."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    changed: dict[str, str], sentence: str, item: Item, post: Get
) -> None:
    page = judge(post, item, 400, **{**TESTED, **changed})
    assert sentence in page.main
    assert "20 files, 6 late." in page.main
    assert not Assurance.objects.exists()


def test_the_commissioners_verb_is_quoted_and_judges_nothing(march: Meeting, get: Get) -> None:
    item = make.item(march, "9", "Stance")
    asked = make.entry(item, "question", "The PCC was not convinced by this.", ["PCC"])
    make.exchange(asked, make.entry(item, "response", "The CC said so.", ["CC"]), "not convinced")
    page = get(f"/assurance/items/{item.pk}/")
    assert "“not convinced” in: The PCC was not convinced by this." in page.main
    assert page.tree.xpath("//input[@name='judgement'][@checked]/@value") == ["none"]


def test_the_verb_of_typed_lines_is_quoted_too(db: None, get: Get) -> None:
    item = cycle.agenda(cycle.planned(), "Calls")[0]
    piece = {"stance": "disappointed", "text": "The PCC was disappointed."}
    cycle.line(item, "The PCC was disappointed.", read=[piece])
    assert "“disappointed”" in get(f"/assurance/items/{item.pk}/").main


def test_it_is_filtered_by_judgement_and_forum(item: Item, post: Get, get: Get) -> None:
    judge(post, item, **TESTED)
    other = make.forum("Other Board")
    assert "1 judgement" in get(f"/assurance/?judgement=partly&forum={item.meeting.forum_id}").main
    assert "No judgement is like that." in get("/assurance/?judgement=not").main
    assert "No judgement is like that." in get(f"/assurance/?forum={other.pk}").main
    assert "Choose the judgement from the list" in get("/assurance/?judgement=odd", 400).main


def test_nothing_judged_yet_is_said(archive: object, get: Get) -> None:
    assert "Nothing has been judged yet." in get("/assurance/").main


def test_a_panel_reader_sees_none_of_what_is_not_open(item: Item) -> None:
    draft = cycle.planned(minutes_state="draft")
    shut = make.item(item.meeting, "8", "Kestrelwind", "other")
    Item.objects.filter(pk=shut.pk).update(restricted=True)
    for one in (cycle.agenda(draft, "Plumbago")[0], shut, item):
        cycle.assurance(one, evidence=f"About {one.title}.")
    reader = sign_in(Client(), person_with(Role.PANEL_READER, make.office()))
    told = reader.get("/assurance/").content.decode()
    assert f"About {item.title}." in told
    assert "Plumbago" not in told
    assert "Kestrelwind" not in told
    assert reader.get(f"/assurance/items/{item.pk}/").status_code == 403


@pytest.mark.parametrize(("state", "shown"), [("draft", False), ("agreed", False), ("seen", True)])
def test_the_force_sees_what_was_judged_once_it_sees_the_minutes(db: None, state: str, shown: bool) -> None:
    meeting = cycle.planned(minutes_state=state)
    cycle.assurance(cycle.agenda(meeting, "Plumbago")[0])
    reader = sign_in(Client(), person_with(Role.CHIEF_OFFICER, make.office()))
    assert ("Plumbago" in reader.get("/assurance/").content.decode()) is shown


def test_two_at_once_choose(item: Item, post: Get, get: Get, client: Client) -> None:
    seen = get(f"/assurance/items/{item.pk}/").tree.xpath("//input[@name='seen']/@value")[0]
    judge(post, item, **TESTED)
    answer = client.post(f"/assurance/items/{item.pk}/", {"judgement": "not", "basis": "given", "seen": seen})
    assert answer.status_code == 409
    assert Assurance.objects.count() == 1


def test_the_page_asks_little_however_many_there_are(item: Item, client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/assurance/").status_code == 200
        return len(queries)

    cycle.assurance(item)
    before = count()
    for number in range(60):
        cycle.assurance(make.item(item.meeting, str(20 + number), f"Item {number}"))
    assert count() == before <= 15
