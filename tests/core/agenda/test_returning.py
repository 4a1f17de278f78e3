"""To which meeting something comes back."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.agenda.building import Returned, Sources, wanted
from answerable.core.agenda.returning import Ahead, Returning, comes_to

BOARD, OTHER, HEIR = 1, 2, 3
MARCH, JUNE, JULY = dt.date(2025, 3, 1), dt.date(2025, 6, 1), dt.date(2025, 7, 1)
PLANNED = [Ahead(10, OTHER, JUNE), Ahead(11, BOARD, JUNE), Ahead(12, BOARD, JULY), Ahead(13, HEIR, JULY)]


def to(due: dt.date | None, passed: dt.date | None = None, forum: int = BOARD) -> int | None:
    found = comes_to(Returning(forum, MARCH, due, passed), PLANNED, {BOARD: [HEIR]})
    return found.key if found else None


def test_it_comes_to_the_first_of_its_forum_on_or_after_its_day() -> None:
    assert to(JUNE) == 11
    assert to(dt.date(2025, 6, 2)) == 12
    assert to(None) == 11
    assert to(dt.date(2025, 8, 1)) is None
    assert to(JUNE, forum=OTHER) == 10


def test_what_a_meeting_passed_over_comes_to_a_later_one() -> None:
    assert to(JUNE, passed=JUNE) == 12
    assert to(JUNE, passed=JULY) is None


def test_a_forum_that_took_over_takes_it() -> None:
    only = [one for one in PLANNED if one.forum == HEIR]
    found = comes_to(Returning(BOARD, MARCH, JUNE), only, {BOARD: [HEIR], HEIR: [BOARD]})
    assert found == PLANNED[3]


@given(st.integers(1, 400), st.lists(st.tuples(st.integers(1, 3), st.integers(1, 400))))
def test_it_never_comes_before_its_day(after: int, meetings: list[tuple[int, int]]) -> None:
    due = MARCH + dt.timedelta(days=after)
    made = [Ahead(at, forum, MARCH + dt.timedelta(days)) for at, (forum, days) in enumerate(meetings)]
    planned = sorted(made, key=lambda one: one.date)
    found = comes_to(Returning(BOARD, MARCH, due), planned, {})
    able = [one for one in planned if one.forum == BOARD and one.date >= due]
    assert found == (able[0] if able else None)


def test_on_the_agenda_it_stands_behind_the_matters_arising_with_its_question() -> None:
    back = Returned(7, "Call handling", "How many give up?", "Said on 1 March.")
    outline = wanted(Sources(returned=[back]))
    assert [one.key for one in outline] == ["arising", "revisit:7", "aob", "next"]
    assert outline[1].title == "To come back: Call handling"
    assert outline[1].note == "Asked then: “How many give up?”\nSaid on 1 March."
