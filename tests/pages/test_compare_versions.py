"""Two versions of minutes side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.core.permissions.roles import Role
from answerable.minuting import operations as minuting
from tests import factories as make
from tests.approving import NOTED, SAID, line, take, typed, until
from tests.pages.test_approval import browser, page

Get = Callable[..., Any]


def test_what_changed_between_two_steps(db: None, get: Get) -> None:
    meeting = until("checked")
    take(meeting, "back-from-checked", words="Two figures are wrong.")
    by = {"by": make.user(), "at": make.NOW}
    minuting.change_line(line=line(meeting, SAID), values={"text": SAID.replace("two", "three")}, **by)
    minuting.remove_line(line=line(meeting, NOTED), **by)
    take(meeting, "check")
    told = get(f"/approval/{meeting.pk}/compare?from=1&to=3")
    assert "1 changed, 0 added, 1 left out, 0 moved" in told.main
    assert told.tree.xpath("//del/text()") == ["two", NOTED]
    assert told.tree.xpath("//ins/text()") == ["three"]
    assert "Left out" in told.main


def test_the_last_two_where_none_are_named(db: None, get: Get) -> None:
    meeting = until("agreed")
    told = get(f"/approval/{meeting.pk}/compare")
    assert told.heading == "Version 1 and version 2"
    assert "Nothing was changed" in told.main
    assert SAID not in told.main
    assert SAID in get(f"/approval/{meeting.pk}/compare?every=yes").main


def test_one_version_is_nothing_to_compare(db: None, get: Get) -> None:
    assert "There is nothing to compare yet" in get(f"/approval/{typed().pk}/compare").main
    assert "one was kept so far" in get(f"/approval/{until('checked', date='2019-04-16').pk}/compare").main


@pytest.mark.parametrize("query", ["from=7&to=1", "from=1&to=99"])
def test_a_version_that_is_not_there(query: str, db: None, get: Get) -> None:
    get(f"/approval/{until('agreed').pk}/compare?{query}", 404)


def test_an_odd_value_says_what_to_do(db: None, get: Get) -> None:
    told = get(f"/approval/{until('agreed').pk}/compare?from=first", 400)
    assert "Choose a version from the list" in told.main


def test_the_force_compares_only_what_it_was_sent(db: None) -> None:
    meeting = until("approved")
    client = browser(Role.CHIEF_OFFICER)
    told = page(client, f"/approval/{meeting.pk}/compare")
    assert "Version 3 and version 4" in told.main
    assert client.get(f"/approval/{meeting.pk}/compare?from=1&to=4").status_code == 404
