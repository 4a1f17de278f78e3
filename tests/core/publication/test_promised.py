"""Which public promises have passed their date or lapsed, as of a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.publication.lines.giving import Gift, gifts
from answerable.core.publication.parts import Kind, made
from answerable.core.publication.promised import Sitting, SoFar, so_far, words_said
from tests.core.publication import contents

PROMISE = "all vacancies in the digital forensics team filled by September"
OTHER = "The rota was looked at."
FIRST, SECOND, THIRD = dt.date(2022, 8, 25), dt.date(2022, 10, 27), dt.date(2022, 12, 15)
TODAY = dt.date(2023, 1, 10)


def promise(due: str | None = "2022-09-30", standing: str = "found", text: str = PROMISE) -> Any:
    dues = [{"text": "by September", "date": due, "precision": "month"}] if due else []
    return {"path": "w/a/2022-08-25#promise-1", "item": 0, "entry": 0, "by": ["CC"], "text": text,
            "dues": dues, "standing": standing, "became": None}  # fmt: skip


def told(*later: str, forum: int = 1, today: dt.date = TODAY, heirs: Any = None, **more: Any) -> SoFar:
    """A promise in August, and what meetings in October and December said."""
    held = [Sitting(FIRST, 1, [PROMISE], [promise(**more)])]
    held += [Sitting(on, forum, [text], []) for on, text in zip((SECOND, THIRD), later, strict=False)]
    return so_far(held[::-1], heirs or {}, today)


PATHS = ["w/a/2022-08-25#promise-1"]


def test_a_date_has_passed_the_day_after_it() -> None:
    assert told(today=dt.date(2022, 9, 30)) == SoFar([], [])
    assert told(today=dt.date(2022, 10, 1)) == SoFar(PATHS, [])


def test_it_has_lapsed_when_two_later_meetings_said_nothing() -> None:
    assert told(OTHER) == SoFar(PATHS, [])
    assert told(OTHER, OTHER) == SoFar(PATHS, PATHS)


def test_a_meeting_that_speaks_of_it_is_enough() -> None:
    spoken = "The DCC said that two vacancies in digital forensics were still not filled."
    assert told(OTHER, spoken) == SoFar(PATHS, [])


def test_what_ended_or_went_on_as_an_action_neither_passes_nor_lapses() -> None:
    for standing in ("kept", "broken", "promoted"):
        assert told(OTHER, OTHER, standing=standing) == SoFar([], [])
    assert told(OTHER, OTHER, standing="watched") == SoFar(PATHS, PATHS)


def test_without_a_date_it_lapses_after_six_months() -> None:
    assert told(OTHER, OTHER, due=None) == SoFar([], [])
    assert told(OTHER, OTHER, due=None, today=dt.date(2023, 3, 1)) == SoFar([], PATHS)


def test_only_its_forum_and_the_one_that_took_over_count() -> None:
    assert told(OTHER, OTHER, forum=2) == SoFar(PATHS, [])
    assert told(OTHER, OTHER, forum=2, heirs={1: 2}) == SoFar(PATHS, PATHS)


def test_headings_and_what_is_left_out_say_nothing() -> None:
    lines = [contents.entry(1, 0, "heading", "Forensics"), contents.entry(2, 0, "note", "It was said."),
             contents.entry(3, 0, "note", "[left out: personal data]", left_out="personal")]  # fmt: skip
    assert words_said(contents.meeting(entries=lines)) == ["It was said."]


def test_the_register_gives_it_to_their_lines() -> None:
    part = made(
        "w/actions", Kind.REGISTER, {"promises_passed": [*PATHS, "w/b#promise-2"], "promises_lapsed": PATHS}
    )
    assert gifts(part) == [
        Gift(PATHS[0], "so_far", "passed"), Gift("w/b#promise-2", "so_far", "passed"),
        Gift(PATHS[0], "so_far", "lapsed"),
    ]  # fmt: skip
    assert gifts(made("w/actions", Kind.REGISTER, {"as_of": "2019-01-01"})) == []
