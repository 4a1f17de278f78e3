"""What a planned meeting is about is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.audit.models import Event
from answerable.meetings.models import Meeting
from tests import cycle

Get = Callable[..., Any]


@pytest.fixture
def june(db: None) -> Meeting:
    return cycle.planned(
        "2019-06-11", kind="thematic", theme="Rural crime", start_time="10:30", venue="Room 1"
    )


def test_kind_theme_time_and_place(june: Meeting, post: Get) -> None:
    page = post(
        f"/plan/meetings/{june.pk}/edit",
        kind="public",
        theme="Confidence",
        start_time="2pm",
        venue="Town Hall",
    )
    assert "Changed." in page.main
    assert "KindPublic ThemeConfidence Time2pm PlaceTown Hall" in page.main
    june.refresh_from_db()
    assert (june.kind, june.theme, june.start_time, june.venue) == (
        "public",
        "Confidence",
        "14:00",
        "Town Hall",
    )
    assert june.revision == 1
    assert Event.objects.filter(operation="meetings.edit_planned").count() == 1


def test_what_is_emptied_is_not_said_any_more(june: Meeting, post: Get) -> None:
    post(f"/plan/meetings/{june.pk}/edit", kind="", theme="", start_time="", venue="")
    june.refresh_from_db()
    assert (june.kind, june.theme, june.start_time, june.venue) == (None, "", None, None)


def test_nothing_changed_is_said(june: Meeting, post: Get) -> None:
    page = post(f"/plan/meetings/{june.pk}/edit", theme="Rural crime")
    assert "Nothing was changed: that is what it says already." in page.main


@pytest.mark.parametrize(
    ("typed", "sentence", "status"),
    [
        ({"start_time": "soon"}, "Write the time as 10:30am, or 14:00", 400),
        ({"theme": "x" * 501}, "Shorten the theme", 400),
        ({"kind": "party"}, "has no meetings of the kind “party”", 200),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(
    typed: dict[str, str], sentence: str, status: int, june: Meeting, post: Get
) -> None:
    page = post(f"/plan/meetings/{june.pk}/edit", status, **{"venue": "Kept place", **typed})
    assert sentence in page.main
    assert page.tree.xpath("//input[@name='venue']/@value") == ["Kept place"]
    june.refresh_from_db()
    assert june.venue == "Room 1"


def test_two_people_choose(june: Meeting, get: Get, post: Get) -> None:
    seen = get(f"/plan/meetings/{june.pk}/edit").tree.xpath("//input[@name='seen']/@value")[0]
    post(f"/plan/meetings/{june.pk}/edit", theme="Theirs")
    page = post(f"/plan/meetings/{june.pk}/edit", 409, theme="Mine", venue="Room 1", seen=seen)
    assert "“Theirs” became “Mine”" in page.main
    fields = {str(one.get("name")): one.get("value") for one in page.tree.xpath("//main//input")}
    now = {"seen": fields["seen"], "first-seen": seen, "to-choose": "theme", "choose-theme": "mine"}
    post(f"/plan/meetings/{june.pk}/edit", theme="Mine", **now)
    june.refresh_from_db()
    assert june.theme == "Mine"


def test_what_was_held_is_not_planned_anew(june: Meeting, post: Get) -> None:
    Meeting.objects.update(state="held")
    page = post(f"/plan/meetings/{june.pk}/edit", theme="Other")
    assert "has minutes: what was held is not planned anew" in page.main


def test_a_form_that_is_shown_again_keeps_what_it_was_made_from(june: Meeting, get: Get, post: Get) -> None:
    seen = get(f"/plan/meetings/{june.pk}/edit").tree.xpath("//input[@name='seen']/@value")[0]
    post(f"/plan/meetings/{june.pk}/edit", theme="Theirs")
    again = post(f"/plan/meetings/{june.pk}/edit", 400, theme="Mine", start_time="soon", seen=seen)
    kept = again.tree.xpath("//form[contains(@action, '/edit')]//input[@name='seen']/@value")[0]
    page = post(f"/plan/meetings/{june.pk}/edit", 409, theme="Mine", start_time="10:30", seen=kept)
    assert "“Theirs” became “Mine”" in page.main
