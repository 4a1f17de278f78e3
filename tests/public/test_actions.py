"""The register of actions as everybody reads it: filters, figures, and files of just what is shown."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Action
from answerable.actions.operations.living import renew_lives
from answerable.offices.models import Area, Force
from answerable.workspace.standing import STATUSES, has_status
from tests import factories as make
from tests import follow, publish
from tests.public.counting import queries_of

pytestmark = pytest.mark.django_db
PATH = "/wyvern-valley/actions"


def get(query: str = "", path: str = PATH) -> str:
    answer = Client().get(path + query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode() if not answer.streaming else b"".join(answer).decode()


def rows(query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(get(query, f"{PATH}.csv").lstrip("\ufeff"))))


def numbers(query: str = "") -> list[str]:
    return [one["Number"] for one in rows(query)]


@pytest.fixture
def register() -> dict[str, Action]:
    """Five public actions: late, lapsed, closed in time, closed late, and one without a date."""
    Area.objects.create(force=Force.objects.create(office=make.office(), name="Wyvern Police"), name="Mere")
    first = make.meeting("2018-03-27")
    item = make.item(first, "2.1", "Answering 101")
    made = {
        "lapsed": make.action(item, "DCC to share the baseline for Mere", ["DCC"], "2018-06-30"),
        "kept": make.action(item, "ACC to bring the plan", ["ACC"], "2018-05-31"),
        "undated": make.action(item, "CC to think about it", ["CC"]),
    }
    second = make.meeting("2018-05-22")
    arising = make.item(second, "1", "Matters arising")
    make.update(arising, made["kept"], "The plan was brought.", "complete")
    made["late"] = make.action(arising, "=HYPERLINK(1) DCC to write", ["DCC"], "2019-04-01")
    made["kept late"] = make.action(arising, "ACC to close the gap", ["ACC"], "2018-06-01")
    third = make.meeting("2019-03-26")
    ending = make.item(third, "1", "Matters arising")
    make.update(ending, made["kept late"], "Closed.", "complete")
    make.update(ending, made["late"], "Still being written.")
    fourth = make.meeting("2019-04-23")
    for meeting in (first, second, third, fourth):
        publish.published("minutes", meeting)
    publish.published("register")
    return made


def test_says_where_each_stands_on_the_day_of_the_register(register: dict[str, Action]) -> None:
    states = {one["Number"]: (one["State"], one["Since or by how much"]) for one in rows()}
    assert states[str(register["lapsed"].number)] == ("Lapsed", "10 months late")
    assert states[str(register["late"].number)] == ("Overdue", "31 days late")
    assert states[str(register["kept"].number)][0] == "Closed"
    page = get()
    assert "As of 2 May 2019, from the public minutes of 4 meetings" in page
    assert "31 days late" in page


def test_figures_stand_over_what_they_are_counted_of(register: dict[str, Action]) -> None:
    page = " ".join(get().replace("<b>", "").replace("</b>", "").split())
    for figure in (
        "1 of 2 that are done and had a date were kept in time",
        "3 of 5 are open",
        "2 of 2 that are open and have a date are late",
        "2 of 3 that are open have lapsed",
    ):
        assert figure in page, figure


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?state=overdue", ["late", "lapsed"]),
        ("?state=lapsed", ["undated", "lapsed"]),
        ("?state=closed", ["kept late", "kept"]),
        ("?owner=DCC", ["late", "lapsed"]),
        ("?year=2018&owner=ACC&state=closed", ["kept late", "kept"]),
        ("?area=mere", ["lapsed"]),
        ("?text=plan", ["kept"]),
        ("?text=A-0003", ["undated"]),
        ("?forum=assurance-meeting&text=gap", ["kept late"]),
        ("?text=nothing+is+so", []),
    ],
)
def test_filters(register: dict[str, Action], query: str, names: list[str]) -> None:
    assert numbers(query) == [register[name].number for name in names]
    page = get(query)
    assert all(f"/actions/{register[name].number}" in page for name in names)
    assert f"<b>{len(names)} action" in page


def test_every_status_counts_what_the_record_counts(register: dict[str, Action]) -> None:
    renew_lives(make.office().pk, Action.objects.all())
    for status in STATUSES:
        of_record = Action.objects.filter(has_status(status, dt.date(2019, 5, 2)))
        assert set(numbers(f"?state={status}")) == set(of_record.values_list("number", flat=True)), status


def test_a_file_of_just_these(register: dict[str, Action]) -> None:
    told = json.loads(get("?owner=ACC", f"{PATH}.json"))
    assert (told["count"], told["as_of"]) == (2, "2019-05-02")
    assert told["actions"][0]["life"][-1]["words"] == "Closed."
    assert told["actions"][0]["address"].endswith(f"/wyvern-valley/actions/{register['kept late'].number}")
    assert 'href="/wyvern-valley/actions.csv?owner=ACC"' in get("?owner=ACC")


def test_the_spreadsheet_runs_nothing(register: dict[str, Action]) -> None:
    assert rows("?state=overdue")[0]["Action"] == "'=HYPERLINK(1) DCC to write"


@pytest.mark.parametrize("query", ["?state=odd", "?owner=%00", "?year=99999999999", "?topic=none&area=x"])
def test_what_cannot_be_asked_is_said(register: dict[str, Action], query: str) -> None:
    answer = Client().get(PATH + query)
    assert answer.status_code in (200, 400)
    if answer.status_code == 400:
        assert "is not on it" in answer.content.decode()
        assert Client().get(f"{PATH}.csv{query}").status_code == 404


def test_without_a_register_it_says_so() -> None:
    publish.published("office")
    assert "not published yet" in get()
    assert Client().get(f"{PATH}.csv").status_code == 404
    assert Client().get("/nowhere/actions").status_code == 404


def test_an_action_whose_minutes_are_public_no_more_goes_with_the_next_register(
    register: dict[str, Action],
) -> None:
    gone = register["late"]
    Action.objects.filter(pk=gone.pk).update(restricted=True)
    publish.published("register", at=publish.AT + dt.timedelta(days=3))
    assert gone.number not in numbers()
    answer = Client().get(f"{PATH}/{gone.number}")
    assert answer.status_code == 410
    assert "HYPERLINK" not in answer.content.decode()


def test_as_many_queries_at_ten_times_the_size(register: dict[str, Action]) -> None:
    few = queries_of(PATH)
    meeting = make.meeting("2017-03-28")
    item = make.item(meeting, "1", "Calls")
    for place in range(50):
        make.action(item, f"Share part {place}", [f"P{place}"], "2018-06-30")
    publish.published("minutes", meeting)
    publish.published("register", at=publish.AT + dt.timedelta(days=1))
    assert "page=2" in get()
    assert queries_of(PATH) == few <= 15


def test_steps_between_meetings_count(register: dict[str, Action]) -> None:
    follow.step(register["lapsed"], "closed", "2019-05-01", basis="tested", reason="Larkspur saw it.")
    publish.published("register", at=publish.AT + dt.timedelta(days=1))
    assert "Larkspur" not in get("?state=closed")
    assert register["lapsed"].number in numbers("?state=closed")


def test_nothing_is_asked_of_whoever_reads(register: dict[str, Action]) -> None:
    answer: Any = Client().get(PATH)
    assert not answer.cookies
    assert b"<script" not in answer.content
    assert Client().post(PATH).status_code == 405
