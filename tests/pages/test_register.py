"""The register of actions: filters, sorting, pages, and the same as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import factories as make

Get = Callable[..., Any]


def numbers(page: Any) -> list[str]:
    return [row[0] for row in page.rows()]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["A-0007", "A-0006", "A-0005", "A-0004", "A-0003", "A-0002", "A-0001"]),
        ("?status=open", ["A-0007", "A-0006", "A-0005", "A-0004", "A-0003", "A-0002"]),
        ("?status=overdue", ["A-0007", "A-0006", "A-0004", "A-0002"]),
        ("?status=lapsed", ["A-0002"]),
        ("?status=closed", ["A-0001"]),
        ("?status=reported", []),
        ("?owner=none", ["A-0004"]),
        ("?owner=DPCC", ["A-0003"]),
        ("?from=2019-03-31&to=2019-04-30", ["A-0007", "A-0006"]),
        ("?from=31/3/2019", ["A-0007", "A-0006", "A-0005"]),
        ("?text=callers", ["A-0007", "A-0002"]),
        ("?text=callers+neighbouring", ["A-0002"]),
        ("?text=a-0003", ["A-0003"]),
        ("?text=telephones", []),
        ("?status=open&owner=ACC&text=farm", ["A-0003"]),
    ],
)
def test_the_filters(query: str, expected: list[str], archive: object, get: Get) -> None:
    page = get(f"/actions/{query}")
    assert numbers(page) == expected
    assert page.main.count("No action is like that") == (not expected)
    if expected:
        assert f"{len(expected)} action{'s' if len(expected) > 1 else ''}" in page.main


def test_owner_forum_and_topic_can_be_chosen(archive: object, get: Get) -> None:
    board = make.forum("Crime Board")
    make.action(
        make.item(make.meeting("2019-04-01", of=board), "1", "Cars"), "ACC to count the cars", ["ACC"]
    )
    choices = {
        option.text_content(): f"{select.get('name')}={option.get('value')}"
        for select in get("/actions/").tree.iter("select")
        for option in select
    }
    assert numbers(get("/actions/?" + choices["Crime Board"])) == ["A-0008"]
    assert numbers(get("/actions/?" + choices["Assistant Chief Constable (ACC)"])) == [
        "A-0008",
        "A-0003",
        "A-0002",
    ]
    about = numbers(get("/actions/?" + choices["Answering the telephone"]))
    assert about == ["A-0007", "A-0006", "A-0005", "A-0002", "A-0001"]


def test_the_form_shows_what_was_asked_for(archive: object, get: Get) -> None:
    page = get("/actions/?status=overdue&text=callers&from=2018-01-01")
    assert page.tree.xpath("//select[@id='status']/option[@selected]/@value") == ["overdue"]
    assert page.tree.get_element_by_id("text").get("value") == "callers"
    assert page.tree.get_element_by_id("from").get("value") == "2018-01-01"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("status=late", "Choose a status from the list: “late” is not one of open, overdue"),
        ("from=soon", "Write the first day as a day, month and year, such as 27/3/2018"),
        ("to=2019-02-30", "Write the last day as a day, month and year"),
        ("forum=x", "Choose a forum from the list: “x” is not on it"),
        ("topic=-4", "Choose a topic from the list: “-4” is not on it"),
    ],
)
def test_a_value_that_cannot_be_used_is_said_in_a_sentence(
    query: str, sentence: str, archive: object, get: Get
) -> None:
    page = get(f"/actions/?{query}", 400)
    assert page.tree.find_class("govuk-error-summary")
    assert sentence in page.main
    assert len(page.rows()) == 7


@pytest.mark.parametrize("column", ["number", "text", "owner", "given", "first", "due", "state"])
def test_every_column_sorts_both_ways(column: str, archive: object, get: Get) -> None:
    up, down = get(f"/actions/?sort={column}"), get(f"/actions/?sort=-{column}")
    assert sorted(numbers(up)) == sorted(numbers(down))
    assert numbers(up)[0] != numbers(down)[0] or column in ("first", "due")
    heads = {head.get("aria-sort") for head in up.tree.iter("th")}
    assert heads == {"ascending", "none"}
    assert {head.get("aria-sort") for head in down.tree.iter("th")} == {"descending", "none"}


def test_dates_sort_and_what_has_none_stands_last(archive: object, get: Get) -> None:
    assert numbers(get("/actions/?sort=due"))[:2] == ["A-0002", "A-0001"]
    assert numbers(get("/actions/?sort=due"))[-1] == "A-0003"
    assert numbers(get("/actions/?sort=-due"))[-1] == "A-0003"


def test_numbers_sort_as_numbers(archive: object, get: Get) -> None:
    make.Action.objects.filter(number="A-0007").update(number="A-10000")
    make.Action.objects.filter(number="A-0006").update(number="A-9999")
    assert numbers(get("/actions/?sort=-number"))[:2] == ["A-10000", "A-9999"]


def test_a_column_keeps_the_filters(archive: object, get: Get) -> None:
    link = get("/actions/?status=overdue").find("Owner")
    assert "status=overdue" in link
    assert numbers(get("/actions/" + link)) == ["A-0004", "A-0002", "A-0007", "A-0006"]


def test_pages_keep_filters_and_order(archive: list[Any], get: Get) -> None:
    item = archive[0].items.first()
    for number in range(120):
        make.action(item, f"Thing {number}", ["CC"], "2019-01-01")
    page = get("/actions/?status=open&text=thing&sort=number")
    assert "120 actions, 1 to 50 shown" in page.main
    last = get("/actions/" + next(link for link in page.links if "page=3" in link))
    assert len(last.rows()) == 20
    assert "101 to 120 shown" in last.main
    assert "status=open" in last.find("Previous")


def download(client: Client, query: str) -> list[list[str]]:
    response = client.get(f"/actions.csv{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="actions.csv"'
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[arg-type,attr-defined]
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("query", ["", "?status=overdue", "?sort=due", "?owner=ACC&sort=-text", "?text=zzz"])
def test_the_download_is_what_is_shown(query: str, archive: object, get: Get, client: Client) -> None:
    page = get(f"/actions/{query}")
    rows = download(client, query)
    assert rows[0] == ["Number", "Action", "Owner", "Given", "First due", "Now due", "State"]
    assert [row[0] for row in rows[1:]] == numbers(page)
    assert [row[1] for row in rows[1:]] == [row[1] for row in page.rows()]
    assert [row[2] for row in rows[1:]] == [row[2].replace("nobody is named", "") for row in page.rows()]
    assert [row[6] for row in rows[1:]] == [row[6] for row in page.rows()]


def test_the_link_downloads_all_pages_of_what_is_filtered(
    archive: list[Any], get: Get, client: Client
) -> None:
    item = archive[0].items.first()
    for number in range(60):
        make.action(item, f"Thing {number}", ["CC"], "2019-01-01")
    link = get("/actions/?text=thing&page=2").find("Download all 60")
    assert link == "/actions.csv?text=thing"
    assert len(download(client, link.removeprefix("/actions.csv"))) == 61


def test_dates_are_dates_in_the_download(archive: object, client: Client) -> None:
    row = download(client, "?text=a-0002")[1]
    assert row[3:6] == ["2018-07-03", "2018-09-30", "2018-09-30"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1"])
def test_no_cell_is_a_formula(start: str, archive: list[Any], client: Client) -> None:
    make.action(archive[0].items.first(), start, [start])
    row = next(row for row in download(client, "?sort=-number")[1:] if row[0] == "A-0008")
    for shown in row[1:3]:
        assert shown.startswith("'")
        assert shown.replace("'", "") == start


def test_a_download_of_a_wrong_filter_says_so(archive: object, client: Client) -> None:
    response = client.get("/actions.csv?status=late")
    assert response.status_code == 400
    assert "There is a problem" in response.content.decode()


def test_a_download_does_not_read_everything_at_once(
    archive: object, client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        download(client, "")


def test_the_columns_of_the_page_are_those_of_the_download(archive: object, get: Get, client: Client) -> None:
    heads = [head.text_content().strip(" ▼▲") for head in get("/actions/").tree.xpath("//thead//th")]
    assert heads == download(client, "")[0]


def test_a_due_that_was_not_moved_is_a_dash_that_says_so(archive: object, get: Get) -> None:
    make.Action.objects.filter(number="A-0005").update(due="2019-07-31")
    due = {row[0]: row[5] for row in get("/actions/").rows()}
    assert due["A-0005"] == "31 Jul 2019"
    assert due["A-0002"] == "–as first due"
    assert due["A-0003"] == "–no date"


def test_what_is_late_says_by_how_much(archive: object, get: Get) -> None:
    state = {row[0]: row[6] for row in get("/actions/?status=overdue").rows()}
    assert state["A-0006"] == "Overdue, 32 days late"
    assert state["A-0002"] == "Lapsed, 7 months late"


def test_what_is_asked_for_stands_in_the_title_and_in_the_print(archive: object, get: Get) -> None:
    page = get("/actions/?status=overdue&owner=none&text=training&from=2018-01-01")
    words = "overdue, Nobody is named, due from 1 January 2018, “training”"
    assert page.title == f"Actions: {words} – Answerable"
    printed = page.tree.find_class("ans-print")[0].text_content()
    assert printed == f"{words[0].upper()}{words[1:]}. Printed on 2 May 2019."
    assert get("/actions/").title == "Actions – Answerable"
