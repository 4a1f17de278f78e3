"""A note that a meeting was not held, and minutes that only mention one."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.core.cancelled import was_cancelled
from tests.records import action, note, record


@pytest.mark.parametrize(
    "said",
    [
        "This meeting was cancelled.",
        "The meeting did not take place because of the election.",
        "Postponed to 4 June.",
        "MEETING CANCELED",
    ],
)
def test_a_note_that_says_so_is_of_no_meeting(said: str) -> None:
    assert was_cancelled(cast_record(record("2024-04-09", note(said), people=[])))


def test_minutes_that_mention_a_cancelled_meeting_are_minutes() -> None:
    said = note("The April meeting was cancelled.")
    assert not was_cancelled(cast_record(record("2024-05-14", said)))
    assert not was_cancelled(cast_record(record("2024-05-14", said, action("CC to write", "CC"), people=[])))
    assert not was_cancelled(cast_record(record("2024-05-14", *[said] * 20, people=[])))


def cast_record(made: dict[str, Any]) -> Any:
    return made
