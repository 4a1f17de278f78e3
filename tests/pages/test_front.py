"""The front page: what matters today."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.components.words import as_name
from answerable.workspace.front.owed import Counter, median
from tests import factories as make

Get = Callable[..., Any]


def test_it_says_what_comes_next_and_what_was_last(archive: object, get: Get) -> None:
    page = get("/")
    assert page.heading == "Wyvern Valley"
    assert "The next meeting is in 7 days: Assurance Meeting, Thursday 9 May 2019 at 10:30am." in page.main
    assert "The last was the Assurance Meeting on 12 March 2019." in page.main


def test_each_number_leads_to_the_actions_that_it_counts(archive: object, get: Get) -> None:
    front = get("/")
    for words, many in [
        ("actions are open", 6),
        ("actions are overdue", 4),
        ("come back", 6),
    ]:
        link = front.find(words)
        assert f"{many} {words}" in front.main or f"{many} open actions {words}" in front.main
        assert len(get(link).rows()) == many, words


def test_every_number_of_the_table_leads_to_as_many_rows(archive: object, get: Get) -> None:
    links = get("/").tree.xpath("//table//td//a")
    assert len(links) >= 9
    for link in links:
        assert len(get(link.get("href")).rows()) == int(link.text_content()), link.get("href")


def test_what_each_post_owes_stands_under_its_side(archive: object, get: Get) -> None:
    rows = get("/").rows()
    assert ["The force"] in rows
    assert ["The office"] in rows
    assert ["Assistant Chief Constable", "2", "1", "1", "10 months", ""] in rows
    assert ["Deputy Chief Constable", "2", "1", "0", "2 months", ""] in rows
    assert ["Police and Crime Commissioner", "1", "1", "0", "4 months", ""] in rows
    assert rows.index(["The office"]) < rows.index(
        ["Police and Crime Commissioner", "1", "1", "0", "4 months", ""]
    )
    assert ["Nobody is named", "1", "1", "0", "7 months", ""] in rows


def test_the_bars_say_in_words_what_they_show(archive: object, get: Get) -> None:
    labels = get("/").tree.xpath("//*[name()='svg']/@aria-label")
    assert "2 open: 2 of 6 to 11 months" in labels
    assert "2 open: 1 under 3 months old, 1 of 3 to 5 months" in labels


def test_it_names_what_is_late_longest_and_what_has_lapsed(archive: object, get: Get) -> None:
    page = get("/")
    late = "the longest: ACC to compare the lost callers with neighbouring forces, 7 months late"
    assert late in page.main
    lapsed = "1 has lapsed: no meeting speaks of them any more the oldest is the same one, given in July 2018"
    assert lapsed in page.main


def test_where_nothing_is_late_it_says_so(db: None, get: Get) -> None:
    make.action(make.meeting("2019-03-12"), "Count", ["CC"], "2020-01-01")
    page = get("/")
    assert "0 actions are overdue no date has passed" in page.main
    assert "0 have lapsed nothing has dropped out of sight" in page.main


def test_an_owner_has_capitals_however_the_name_came(archive: list[Any], get: Get) -> None:
    made = make.action(archive[0], "Chair to write", ["lcjb chair"])
    made.owners.update(post=make.post("lcjb chair", "", side="body"))
    assert "LCJB Chair" in [row[0] for row in get("/").rows()]


def test_a_promise_that_falls_due_before_the_meeting_is_quoted(archive: object, get: Get) -> None:
    line = make.Entry.objects.get(text__startswith="The CC said")
    make.promise(line, ["CC"], "the rota settled by the week after", "2019-05-05")
    page = get("/")
    assert (
        "1 promise falls due by 9 May 2019 “the rota settled by the week after” (CC, 3 July 2018)"
        in page.main
    )
    assert get(page.find("the rota settled")).status == 200


def test_a_planned_meeting_comes_before_an_announced_one(archive: object, get: Get) -> None:
    planned = make.meeting("2019-05-03", of=make.forum("Crime Board"), state="planned", start_time="14:00")
    page = get("/")
    assert "The next meeting is tomorrow: Crime Board, Friday 3 May 2019 at 2pm." in page.main
    assert page.find("Crime Board") == f"/meetings/{planned.pk}/"


def test_a_cancelled_meeting_is_neither_next_nor_last(archive: object, get: Get) -> None:
    make.meeting("2019-05-03", of=make.forum("Crime Board"), state="cancelled")
    make.meeting("2019-05-01", of=make.forum("Crime Board"), state="cancelled")
    assert "Crime Board" not in get("/").main


def test_the_newest_doubts_lead_to_their_review(archive: object, get: Get) -> None:
    page = get("/")
    assert "3 lines want a person’s eye" in page.main
    assert page.find("Nobody is named as the owner").startswith("/review/meetings/")


def test_without_minutes_it_says_how_to_begin(db: None, get: Get) -> None:
    page = get("/")
    assert page.heading == "No minutes yet"
    assert "answerable import FOLDER" in page.main


def test_without_a_next_date_it_says_so(db: None, get: Get) -> None:
    make.meeting("2019-03-12")
    assert "No date is known for the next meeting." in get("/").main


@pytest.mark.parametrize(
    ("came", "printed"),
    [
        ("lcjb chair", "LCJB Chair"),
        ("LCJB Chair", "LCJB Chair"),
        ("county council", "County Council"),
        ("director of the hub", "Director of the Hub"),
        ("Head of Place", "Head of Place"),
        ("rcc", "RCC"),
        ("", ""),
    ],
)
def test_a_name_is_printed_as_it_came_or_with_capitals(came: str, printed: str) -> None:
    assert as_name(came) == printed


@pytest.mark.parametrize(
    ("counts", "middle"),
    [({}, 0), ({4: 1}, 4), ({1: 1, 9: 1}, 1), ({1: 1, 2: 1, 9: 5}, 9), ({0: 3, 7: 3}, 0)],
)
def test_the_median_is_the_lower_one(counts: dict[int, int], middle: int) -> None:
    assert median(Counter(counts)) == middle
