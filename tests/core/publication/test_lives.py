"""Lives as the public is told them: moments with words, and silence where public minutes said nothing."""

from __future__ import annotations

import datetime as dt

from answerable.core.actions.life import Mention, Sitting
from answerable.core.publication.lives import Said, moments

TODAY = dt.date(2019, 5, 2)
AT = "office/board"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


GIVEN = (
    Mention(day("2018-03-27"), "given", 1, "Share it", (day("2018-06-30"),)),
    Said("Share it", f"{AT}/2018-03-27", f"{AT}/2018-03-27#entry-1"),
)


def test_a_moment_has_its_words_and_where_they_stand() -> None:
    first, due = moments([GIVEN], [], {}, TODAY)
    assert (first["kind"], first["words"], first["entry"]) == (
        "given",
        "Share it",
        f"{AT}/2018-03-27#entry-1",
    )
    assert first["dues"] == ["2018-06-30"]
    assert (due["kind"], due["on"], due["late"], due["words"]) == ("due", "2018-06-30", True, "")


def test_a_silent_meeting_has_its_address() -> None:
    held = [(Sitting(day("2018-07-24"), 1), f"{AT}/2018-07-24"), (Sitting(day("2018-08-21"), 2), "other")]
    told = moments([GIVEN], held, {}, TODAY)
    assert [(one["kind"], one["meeting"]) for one in told[2:]] == [("silent", f"{AT}/2018-07-24")]


def test_a_cancelled_meeting_and_the_forum_that_took_over() -> None:
    held = [
        (Sitting(day("2018-07-24"), 1, True), f"{AT}/2018-07-24"),
        (Sitting(day("2018-09-25"), 2), "office/new/2018-09-25"),
    ]
    told = moments([GIVEN], held, {1: 2}, TODAY)
    assert [one["kind"] for one in told] == ["given", "due", "cancelled", "silent"]


def test_a_step_is_told_by_kind_day_and_basis() -> None:
    closed = (Mention(day("2018-06-01"), "closed", None), Said(basis="shown"))
    told = moments([GIVEN, closed], [], {}, TODAY)
    assert [(one["kind"], one["basis"], one["meeting"]) for one in told] == [
        ("given", "", f"{AT}/2018-03-27"), ("closed", "shown", None),
    ]  # fmt: skip


def test_nothing_after_the_day_is_told() -> None:
    assert [one["kind"] for one in moments([GIVEN], [], {}, day("2018-05-01"))] == ["given"]
    assert moments([], [], {}, TODAY) == []
