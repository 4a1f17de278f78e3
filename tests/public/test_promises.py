"""Every promise that public minutes report: the journalist's list."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Commitment
from answerable.offices.models import Area, Force
from answerable.publishing.operations import deliver_due, withdraw
from tests import factories as make
from tests import publish
from tests.public.counting import queries_of

pytestmark = pytest.mark.django_db
PATH = "/wyvern-valley/promises"


def get(query: str = "", path: str = PATH) -> str:
    answer = Client().get(path + query)
    assert answer.status_code == 200
    return answer.content.decode() if not answer.streaming else b"".join(answer).decode()


def said(query: str = "") -> list[str]:
    return [one["promise"] for one in json.loads(get(query, f"{PATH}.json"))["promises"]]


@pytest.fixture(autouse=True)
def promises() -> list[Commitment]:
    """Three promises in two years."""
    Area.objects.create(force=Force.objects.create(office=make.office(), name="Wyvern Police"), name="Mere")
    first, second = make.meeting("2018-03-27"), make.meeting("2019-03-26")
    lines = [
        (first, "The CC said that the sample would be back to 600 by May.", "CC", "the sample back to 600"),
        (first, "The ACC said that Mere would have a desk.", "ACC", "a desk in Mere"),
        (second, "The CC said that all posts would be filled.", "CC", "all posts filled"),
    ]
    found = []
    for meeting, text, who, promise in lines:
        line = make.entry(make.item(meeting, "2", "Surveys"), "response", text, [who])
        found.append(make.promise(line, [who], promise, "2018-05-31" if "600" in text else None))
    Commitment.objects.filter(pk=found[2].pk).update(standing="kept")
    for meeting in (first, second):
        publish.published("minutes", meeting)
    return found


def test_lists_what_was_promised_and_where_it_stands_in_the_minutes() -> None:
    page = " ".join(get().split())
    assert "<b>3 promises</b>" in page
    assert "“the sample back to 600”" in page
    assert "Due 31 May 2018." in page
    assert 'href="/wyvern-valley/assurance-meeting/2018-03-27#entry-1"' in page
    assert "Nobody has said what came of it" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["all posts filled", "the sample back to 600", "a desk in Mere"]),
        ("?owner=CC", ["all posts filled", "the sample back to 600"]),
        ("?year=2018", ["the sample back to 600", "a desk in Mere"]),
        ("?state=kept", ["all posts filled"]),
        ("?area=mere", ["a desk in Mere"]),
        ("?text=sample&owner=CC", ["the sample back to 600"]),
        ("?forum=assurance-meeting&state=broken", []),
    ],
)
def test_filters_and_the_file_of_just_these(query: str, found: list[str]) -> None:
    if "state=broken" in query:
        assert "No promise is like that" in get(query)
    assert said(query) == found
    table = list(csv.DictReader(io.StringIO(get(query, f"{PATH}.csv").lstrip("\ufeff"))))
    assert [one["Promise"] for one in table] == found
    assert all("/wyvern-valley/assurance-meeting/" in one["Address"] for one in table)


def test_what_cannot_be_asked_is_said() -> None:
    answer = Client().get(f"{PATH}?owner=nobody")
    assert answer.status_code == 400
    assert "is not on it" in answer.content.decode()
    assert Client().get(f"{PATH}.json?owner=nobody").status_code == 404


def test_dismissed_and_restricted_ones_are_not_there() -> None:
    make.meeting("2020-03-31")
    line = make.entry(make.meeting("2020-04-28"), "response", "We will see.", ["CC"])
    dismissed, secret = make.promise(line, ["CC"], "to see"), make.promise(line, ["CC"], "to hide it")
    Commitment.objects.filter(pk=dismissed.pk).update(standing="dismissed")
    Commitment.objects.filter(pk=secret.pk).update(restricted=True)
    publish.published("minutes", line.meeting)
    assert len(said()) == 3


def test_as_many_queries_at_ten_times_the_size() -> None:
    few = queries_of(PATH)
    meeting = make.meeting("2021-03-30")
    item = make.item(meeting, "1", "Calls")
    for place in range(52):
        line = make.entry(item, "response", f"Part {place} would be done.", [f"P{place}"])
        make.promise(line, [f"P{place}"], f"part {place} done")
    publish.published("minutes", meeting)
    assert "page=2" in get()
    assert queries_of(PATH) == few <= 15


def test_a_promise_that_became_an_action_leads_to_it(promises: list[Any]) -> None:
    line = make.entry(make.item(make.meeting("2020-03-31"), "1", "Calls"), "response", "It comes.", ["CC"])
    one = make.promise(line, ["CC"], "it comes")
    action = make.action(line.meeting, "CC to see that it comes", ["CC"])
    Commitment.objects.filter(pk=one.pk).update(standing="promoted", action=action)
    publish.published("minutes", line.meeting)
    assert f'href="/wyvern-valley/actions/{action.number}"' in get("?state=promoted")


def test_date_passed_and_lapsed_are_asked_for_as_of_the_last_register() -> None:
    assert said("?state=passed") == []
    publish.published("register")  # on 2 May 2019
    assert said("?state=passed") == ["the sample back to 600"]
    assert said("?state=lapsed") == []
    page = " ".join(get("?state=passed").split())
    assert "Date passed" in page
    assert "as of 2 May 2019, the day of the last register" in page


def test_lapsed_once_two_later_meetings_said_nothing() -> None:
    second = make.meeting("2019-04-30")
    make.entry(make.item(second, "1", "Other things"), "note", "The rota was looked at.")
    publish.published("minutes", second)
    register = publish.published("register")
    assert said("?state=lapsed") == ["the sample back to 600", "a desk in Mere"]
    assert said("?state=passed") == ["the sample back to 600"]
    rows = list(csv.DictReader(io.StringIO(get("?state=lapsed", f"{PATH}.csv").lstrip("\ufeff"))))
    assert [(one["So far"], one["As of"]) for one in rows] == [("lapsed", "2019-05-02")] * 2
    withdraw(
        office=make.office(), publication=register, note="Too early.", as_role="commissioner",
        by=publish.second_person(), at=publish.AT,
    )  # fmt: skip
    deliver_due(at=publish.AT)
    assert said("?state=lapsed") == []
