"""The next meeting, from the words of its item."""

from datetime import date

import pytest

from answerable.core.minutes.next_meeting import read_next_meeting
from tests.core.documents import passages

SAID_ON = date(2026, 3, 10)


def read(*lines: str) -> tuple[str | None, str | None, str | None, str | None] | None:
    found = read_next_meeting(passages(*lines), SAID_ON)
    return None if found is None else (found["date"], found["start_time"], found["venue"], found["type"])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "Inspection findings 2025",
                "Thematic – Rural crime",
                "Tuesday 14 April, 10:30 am in Meeting Room 2.07",
            ],
            ("2026-04-14", "10:30", "Meeting Room 2.07", "Inspection findings 2025; Thematic – Rural crime"),
        ),
        (
            ["Thursday 27 th August, 10:00am", "Thematic – Custody"],
            ("2026-08-27", "10:00", None, "Thematic – Custody"),
        ),
        (
            ["Public meeting on stop and search", "Monday 13th July 2026"],
            ("2026-07-13", None, None, "Public meeting on stop and search"),
        ),
        (
            ["Date: 3 May 2026", "Time: 10am", "Venue: County Hall"],
            ("2026-05-03", "10:00", "County Hall", None),
        ),
        (
            ["Date", "3 May 2026", "Time", "10am", "Venue", "County Hall"],
            ("2026-05-03", "10:00", "County Hall", None),
        ),
        (
            ["The next meeting will be held on Tuesday 5 May 2026 at 2pm in the Conference Room, HQ."],
            ("2026-05-05", "14:00", "Conference Room, HQ", None),
        ),
        (["Date of next meeting: 14 June 2026, 10:00, MS Teams"], ("2026-06-14", "10:00", "MS Teams", None)),
        (
            [
                "Board Meeting 2nd May 2026, 9.30am – 12.30pm, Room 1, County Library",
                "Forward Agenda:",
                "A paper was tabled.",
            ],
            ("2026-05-02", "09:30", "Room 1, County Library", "Board Meeting"),
        ),
        (
            ["Performance Board – 5 June 2026, 09:30, County Hall"],
            ("2026-06-05", "09:30", "County Hall", "Performance Board"),
        ),
        (["14 June 2026 – Thematic: Rural crime"], ("2026-06-14", None, None, "Thematic: Rural crime")),
        (
            ["Quarterly public assurance meeting", "Tarnebury Town Hall", "5 June 2026 at 6pm"],
            ("2026-06-05", "18:00", "Tarnebury Town Hall", "Quarterly public assurance meeting"),
        ),
        (["Tuesday 14 April 2026", "Tuesday 12 May 2026"], ("2026-04-14", None, None, None)),
        (["The next meeting is planned for November 2026."], (None, None, None, None)),
        (["9 January, 10am"], ("2027-01-09", "10:00", None, None)),
    ],
)
def test_a_next_meeting(lines: list[str], expected: tuple[str | None, ...]) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["TBC"],
        ["To be confirmed."],
        ["Next meeting: TBA"],
        ["None"],
        ["No date was set."],
        ["The meeting closed at 12.15."],
    ],
)
def test_no_next_meeting(lines: list[str]) -> None:
    assert (read(*lines) if lines else read_next_meeting([], SAID_ON)) is None


def test_without_the_meetings_own_date_a_year_is_not_guessed() -> None:
    found = read_next_meeting(passages("Tuesday 14 April, 10am"), None)
    assert found is not None
    assert (found["date"], found["start_time"]) == (None, "10:00")
