"""Tags that a part gives to lines of others: whichever comes first, whatever is told anew."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from answerable.core.publication.parts import Kind, Part, made
from answerable.published.models import Line
from answerable.published.operations import Delivery, take

pytestmark = [pytest.mark.django_db(databases=["default", "published"]), pytest.mark.any_database]

AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
MEETING = "wyvern-valley/assurance-meeting/2019-04-30"
TOPIC = "wyvern-valley/topics/calls"


def delivered(number: int, *parts: Part, withdrawn: tuple[str, ...] = ()) -> None:
    header = json.dumps({"before": f"{number - 1:064}"})
    take(
        Delivery("wyvern-valley", number, AT, "publish", "Some", "", "", header, f"{number:064}", "", "",
                 parts, withdrawn),
        at=AT,
    )  # fmt: skip


def meeting(*titles: str) -> Part:
    items = [
        {"path": f"{MEETING}/item/{at}", "number": str(at), "title": title, "level": 1, "kind": "other",
         "assurance": None, "left_out": None}
        for at, title in enumerate(titles, 1)
    ]  # fmt: skip
    told = {
        "path": MEETING, "forum": "Assurance", "forum_path": "wyvern-valley/assurance-meeting",
        "date": "2019-04-30", "title": "Minutes", "kind": None, "state": "held", "start_time": None,
        "end_time": None, "venue": None, "chair": None, "attendance": [], "items": items, "entries": [],
        "exchanges": [], "actions": [], "promises": [], "updates": [], "figures": [], "files": [],
        "next_meeting": None, "left_out": [], "approved_on": None, "how_read": "written here",
    }  # fmt: skip
    return made(MEETING, Kind.MEETING, told)


def topic(*items: int) -> Part:
    places = [f"{MEETING}/item/{one}" for one in items]
    told = {"path": TOPIC, "name": "Calls", "places": places, "spoken": [], "measures": [], "also": [],
            "into": None}  # fmt: skip
    return made(TOPIC, Kind.TOPIC, told)


def tagged() -> list[str]:
    lines = Line.objects.filter(tags__name="topic", tags__value=TOPIC).order_by("position")
    return [one.title for one in lines]


def test_a_line_that_is_public_gets_the_tag() -> None:
    delivered(1, meeting("Calls", "Vehicles"))
    delivered(2, topic(1))
    assert tagged() == ["Calls"]


def test_a_line_that_comes_later_has_it_from_the_first() -> None:
    delivered(1, topic(2))
    delivered(2, meeting("Calls", "Vehicles"))
    assert tagged() == ["Vehicles"]


def test_lines_that_are_told_anew_keep_it() -> None:
    delivered(1, meeting("Calls", "Vehicles"), topic(1, 2))
    delivered(2, meeting("Calls answered", "Vehicles"))
    assert tagged() == ["Calls answered", "Vehicles"]


def test_what_is_given_no_more_is_taken_back() -> None:
    delivered(1, meeting("Calls", "Vehicles"), topic(1, 2))
    delivered(2, topic(2))
    assert tagged() == ["Vehicles"]


def test_nothing_is_given_to_what_is_gone_until_it_is_back() -> None:
    delivered(1, meeting("Calls"), topic(1))
    delivered(2, withdrawn=(MEETING,))
    assert tagged() == []
    delivered(3, meeting("Calls"))
    assert tagged() == ["Calls"]


def test_a_topic_that_is_withdrawn_gives_nothing() -> None:
    delivered(1, meeting("Calls"), topic(1))
    delivered(2, withdrawn=(TOPIC,))
    assert tagged() == []
