"""The register of promises: what stands in it, its filters, its file, and one promise with what was heard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Commitment, Silence
from answerable.meetings.models import Entry
from tests import factories as make
from tests.pages.conftest import Page


@pytest.fixture
def promises(db: None) -> dict[str, Commitment]:
    """Four promises of two meetings; today is 2 May 2019."""
    july = make.item(make.meeting("2018-07-03"), "1", "Answering the telephone")
    march = make.item(make.meeting("2019-03-12"), "2", "Rural burglary")
    made = {
        "late": _promise(july, "A new rota would be in place by October.", ["CC"], "2018-10-31"),
        "undated": _promise(july, "The wardens would be told in due course.", ["ACC", "DCC"]),
        "ahead": _promise(march, "Every farm would be visited by June.", ["ACC"], "2019-06-30"),
        "watched": _promise(march, "The survey would be repeated.", ["DCC"], "2019-04-30"),
    }
    when = {"standing": "watched", "watched_until": dt.date(2019, 7, 31), "decided_at": make.NOW}
    Commitment.objects.filter(pk=made["watched"].pk).update(**when, decided_by=make.user())
    lapsed = {"lapses_from": dt.date(2018, 11, 1), "silent_from": dt.date(2019, 3, 12)}
    Commitment.objects.filter(pk=made["late"].pk).update(**lapsed)
    return made


def _promise(item: Any, text: str, by: list[str], due: str | None = None) -> Commitment:
    return make.promise(make.entry(item, "response", text, by), by, text, due)


def texts(page: Page) -> list[str]:
    return [row[1] for row in page.rows()]


def test_it_says_who_promised_what_when_and_where_it_stands(
    promises: object, get: Callable[..., Page]
) -> None:
    page = get("/promises/?sort=due")
    assert "4 promises" in page.main
    assert [row[1:] for row in page.rows()] == [
        ["A new rota would be in place by October.", "CC", "3 Jul 2018 Assurance Meeting", "31 Oct 2018",
         "Lapsed, 6 months ago"],
        ["The survey would be repeated.", "DCC", "12 Mar 2019 Assurance Meeting", "30 Apr 2019",
         "Watched, until 31 Jul 2019"],
        ["Every farm would be visited by June.", "ACC", "12 Mar 2019 Assurance Meeting", "30 Jun 2019",
         "Open, due in 59 days"],
        ["The wardens would be told in due course.", "ACC and DCC", "3 Jul 2018 Assurance Meeting", "no date",
         "Open, no date"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("by=ACC", ["ahead", "undated"]),
        ("by=DCC&status=watched", ["watched"]),
        ("status=lapsed", ["late"]),
        ("status=late", ["watched", "late"]),
        ("status=live", ["ahead", "watched", "late", "undated"]),
        ("status=found", ["ahead", "late", "undated"]),
        ("from=2019-05-01&to=2019-12-31", ["ahead"]),
        ("text=farm+visited", ["ahead"]),
        ("text=nothing+like+it", []),
        ("status=kept", []),
    ],
)
def test_the_address_is_the_filter(
    promises: dict[str, Commitment], get: Callable[..., Page], query: str, found: list[str]
) -> None:
    page = get(f"/promises/?{query}")
    assert sorted(texts(page)) == sorted(promises[name].text for name in found)
    if not found:
        assert "No promise is like that." in page.main


def test_by_forum(promises: dict[str, Commitment], get: Callable[..., Page]) -> None:
    other = make.item(make.meeting("2019-04-09", make.forum("Ethics Panel")), "1", "Searches")
    _promise(other, "The sheets would be shown.", ["DCC"])
    page = get(f"/promises/?forum={make.forum('Ethics Panel').pk}")
    assert texts(page) == ["The sheets would be shown."]


def test_a_speaker_with_an_accent_is_found(promises: object, get: Callable[..., Page]) -> None:
    line = make.entry(make.item(make.meeting("2019-04-09"), "1", "Fire"), "response", "Soon.", ["Zoë Ånd"])
    make.promise(line, ["Zoë Ånd"], "The doors would be checked.")
    assert texts(get("/promises/?by=Zo%C3%AB+%C3%85nd")) == ["The doors would be checked."]


def test_bad_filters_are_said(promises: object, get: Callable[..., Page]) -> None:
    page = get("/promises/?status=odd&from=whenever", 400)
    assert "Choose a standing from the list" in page.main
    assert "Write the first day as a day, month and year" in page.main
    assert len(page.rows()) == 4


def test_the_file_has_what_the_address_asks_for(promises: dict[str, Commitment], client: Client) -> None:
    answer: Any = client.get("/promises/all.csv?by=ACC&sort=due")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines == [
        "Promise,By,Said at,On,Due,Standing,Why,Action,Until",
        "Every farm would be visited by June.,ACC,Assurance Meeting,2019-03-12,2019-06-30,"
        '"Open, due in 59 days",,,',
        'The wardens would be told in due course.,"ACC, DCC",Assurance Meeting,2018-07-03,,'
        '"Open, no date",,,',
    ]


def test_one_promise_says_what_was_heard_of_it(
    promises: dict[str, Commitment], get: Callable[..., Page]
) -> None:
    near = Entry.objects.get(text__startswith="Every farm")
    Silence.objects.create(
        office=make.office(), commitment=promises["late"], meetings=1, first="2019-03-12", last="2019-03-12",
        nearest=near, score=0.31,
    )  # fmt: skip
    page = get(f"/promises/{promises['late'].pk}/")
    assert page.heading == "A promise of CC, 3 July 2018"
    assert "1 meeting was searched, of 12 March 2019." in page.main
    assert "The nearest thing said: “Every farm would be visited by June.” (31% alike)" in page.main
    assert page.find("1 meeting") == f"/lapsed/promises/{promises['late'].pk}/"


def test_one_that_no_meeting_followed_says_so(
    promises: dict[str, Commitment], get: Callable[..., Page]
) -> None:
    page = get(f"/promises/{promises['ahead'].pk}/")
    assert "No meeting that should speak of it has been held since." in page.main


def test_whoever_may_not_see_what_is_restricted_does_not(
    promises: dict[str, Commitment], as_panel: Callable[..., Page]
) -> None:
    Commitment.objects.filter(pk=promises["late"].pk).update(restricted=True)
    near = Entry.objects.get(text__startswith="Every farm")
    Entry.objects.filter(pk=near.pk).update(restricted=True)
    Silence.objects.create(
        office=make.office(), commitment=promises["undated"], meetings=2, first="2018-10-09",
        last="2019-03-12", nearest=near, score=0.31,
    )  # fmt: skip
    assert promises["late"].text not in as_panel("/promises/").main
    as_panel(f"/promises/{promises['late'].pk}/", 404)
    page = as_panel(f"/promises/{promises['undated'].pk}/")
    assert "Nothing like it was said in the open." in page.main
    assert "Every farm" not in page.main


def test_a_reader_is_offered_no_decision(
    promises: dict[str, Commitment], as_panel: Callable[..., Page]
) -> None:
    assert not as_panel("/promises/").tree.xpath("//main//form[@method='post']")
    assert not as_panel(f"/promises/{promises['late'].pk}/").tree.xpath("//main//form[@method='post']")


@pytest.fixture
def as_panel(db: None) -> Callable[..., Page]:
    from answerable.core.permissions.roles import Role
    from tests.pages.desk import Desk

    desk = Desk(Role.PANEL_READER)
    return lambda path, status=200: desk.open(path, status)
