"""What became of an action: states, dates, kept or late, lapsed, and its line of time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions.life import (
    Mention,
    MentionKind,
    Sitting,
    done_on,
    dues,
    first_dues,
    kept,
    lapsed,
    overdue,
    silent_sittings,
    state,
    times_moved,
)
from answerable.core.actions.timeline import timeline

HTA, BOARD, SIB = "assurance meeting", "accountability board", "improvement board"
JAN, MARCH, MAY, JULY, SEPT = (date(2025, month, 10) for month in (1, 3, 5, 7, 9))
DUE = date(2025, 4, 30)


def given_in(on: date, *due: date, forum: str = HTA) -> Mention:
    return Mention(on, "given", forum, dues=due)


def said(on: date, kind: MentionKind, *due: date, forum: str = HTA, to: str | None = None) -> Mention:
    return Mention(on, kind, forum, dues=due, to_forum=to)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], "open"),
        (["outstanding"], "open"),
        (["carried", "moved"], "open"),
        (["reported"], "reported"),
        (["reported", "outstanding"], "open"),
        (["reported", "referred"], "reported"),
        (["reported", "closed"], "closed"),
        (["complete"], "closed"),
        (["complete", "outstanding"], "open"),
        (["withdrawn"], "withdrawn"),
    ],
)
def test_the_last_word_is_the_state(kinds: list[MentionKind], expected: str) -> None:
    assert state([given_in(JAN), *(said(MARCH, kind) for kind in kinds)]) == expected


def test_a_moved_date_stands_and_the_first_is_remembered() -> None:
    life = [given_in(JAN, DUE), said(MAY, "moved", SEPT), said(JULY, "outstanding")]
    assert (dues(life), first_dues(life), times_moved(life)) == ((SEPT,), (DUE,), 1)
    assert overdue(life, date(2025, 8, 1)) == 0
    assert overdue(life, date(2025, 9, 20)) == 10


def test_only_what_is_open_and_dated_is_overdue() -> None:
    assert overdue([given_in(JAN, DUE)], DUE) == 0
    assert overdue([given_in(JAN, DUE)], MAY) == 10
    assert overdue([given_in(JAN)], SEPT) == 0
    assert overdue([given_in(JAN, DUE), said(MAY, "reported")], SEPT) == 0
    assert overdue([given_in(JAN, JULY, DUE)], MAY) == 10, "the first of two dates counts"


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([given_in(JAN, DUE)], None),
        ([given_in(JAN, DUE), said(MARCH, "complete")], "kept"),
        ([given_in(JAN, DUE), said(MAY, "complete")], "kept late"),
        ([given_in(JAN, DUE), said(MARCH, "reported"), said(MAY, "closed")], "kept"),
        (
            [given_in(JAN, DUE), said(MARCH, "reported"), said(MAY, "outstanding"), said(JULY, "closed")],
            "kept late",
        ),
        ([given_in(JAN, DUE), said(MARCH, "moved", SEPT), said(JULY, "closed")], "kept late"),
        ([given_in(JAN, MARCH, JULY), said(MAY, "closed")], "kept"),
        ([given_in(JAN), said(SEPT, "complete")], "kept"),
        ([given_in(JAN, DUE), said(MAY, "withdrawn")], None),
    ],
)
def test_kept_or_kept_late(mentions: list[Mention], expected: str | None) -> None:
    assert kept(mentions) == expected


def test_the_day_it_was_done_is_believed_before_the_day_it_was_told() -> None:
    told = Mention(MAY, "complete", HTA, done_on=date(2025, 4, 20))
    assert done_on([given_in(JAN, DUE), told]) == date(2025, 4, 20)
    assert kept([given_in(JAN, DUE), told]) == "kept"


def sittings(*days: date, forum: str = HTA) -> list[Sitting]:
    return [Sitting(day, forum) for day in days]


def test_silence_at_two_later_meetings_lapses_what_is_past_its_date() -> None:
    life = [given_in(JAN, DUE)]
    held = sittings(JAN, MARCH, MAY)
    assert lapsed(life, held, {}, MAY)
    assert not lapsed(life, held, {}, DUE), "its date has not passed"
    assert not lapsed(life, sittings(JAN, MAY), {}, MAY), "one meeting is not enough"
    assert not lapsed(life, [*sittings(MAY), Sitting(MARCH, HTA, cancelled=True)], {}, MAY)


def test_what_is_not_dated_lapses_at_six_months() -> None:
    life, held = [given_in(JAN)], sittings(MARCH, MAY, JULY)
    assert not lapsed(life, held, {}, date(2025, 7, 9))
    assert lapsed(life, held, {}, date(2025, 7, 10))


def test_what_was_spoken_of_has_not_lapsed_until_it_is_passed_over_again() -> None:
    life = [given_in(JAN, DUE), said(MAY, "outstanding")]
    assert not lapsed(life, sittings(MARCH, MAY, JULY), {}, JULY)
    assert lapsed(life, sittings(MARCH, MAY, JULY, SEPT), {}, SEPT)


@pytest.mark.parametrize("kind", ["reported", "complete", "closed", "withdrawn"])
def test_what_is_no_longer_open_cannot_lapse(kind: MentionKind) -> None:
    assert not lapsed([given_in(JAN, DUE), said(MARCH, kind)], sittings(MAY, JULY, SEPT), {}, SEPT)


def test_meetings_of_the_successor_count() -> None:
    life, held = [given_in(JAN, DUE)], [*sittings(MARCH), *sittings(JULY, forum=BOARD)]
    assert not lapsed(life, held, {}, SEPT)
    assert lapsed(life, held, {HTA: BOARD}, SEPT)
    assert not lapsed([*life, said(JULY, "outstanding", forum=BOARD)], held, {HTA: BOARD}, SEPT)


def test_meetings_of_the_forum_it_was_referred_to_count() -> None:
    life = [given_in(JAN, DUE), said(MARCH, "referred", to=SIB)]
    held = sittings(MAY, JULY, forum=SIB)
    assert lapsed(life, held, {}, JULY)
    assert not lapsed(life[:1], held, {}, JULY)


def test_a_forum_that_succeeds_itself_does_not_hang() -> None:
    assert lapsed([given_in(JAN, DUE)], sittings(MARCH, MAY), {HTA: BOARD, BOARD: HTA}, JULY)


def test_the_line_of_time_shows_what_was_said_and_the_silences() -> None:
    life = [given_in(JAN, DUE), said(MAY, "moved", JULY), said(SEPT, "complete")]
    held = [
        *sittings(JAN, MARCH, MAY, SEPT),
        Sitting(date(2025, 6, 10), HTA, cancelled=True),
        *sittings(MARCH, forum=SIB),
    ]
    marks = [(moment.on, moment.kind, moment.late) for moment in timeline(life, held, {}, date(2026, 1, 1))]
    assert marks == [
        (JAN, "given", False),
        (MARCH, "silent", False),
        (DUE, "due", True),
        (MAY, "moved", False),
        (date(2025, 6, 10), "cancelled", False),
        (JULY, "due", True),
        (SEPT, "complete", False),
    ]


def test_after_it_was_closed_nobody_need_speak_of_it() -> None:
    moments = timeline([given_in(JAN), said(MARCH, "complete")], sittings(MAY, JULY), {}, SEPT)
    assert [moment.kind for moment in moments] == ["given", "complete"]


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
KINDS = st.sampled_from(
    ["outstanding", "carried", "reported", "moved", "referred", "complete", "closed", "withdrawn"]
)
FORUMS = st.sampled_from([HTA, BOARD, SIB])
LATER = st.lists(
    st.builds(
        Mention,
        DAYS,
        KINDS,
        FORUMS,
        dues=st.lists(DAYS, max_size=2).map(tuple),
        to_forum=st.one_of(st.none(), FORUMS),
    ),
    max_size=8,
)
LIVES = st.builds(
    lambda due, later: [
        Mention(date(2024, 1, 1), "given", HTA, dues=due),
        *sorted(later, key=lambda one: one.on),
    ],
    st.lists(DAYS, max_size=2).map(tuple),
    LATER,
)
HELD = st.lists(st.builds(Sitting, DAYS, FORUMS, st.booleans()), max_size=12)


@given(LIVES, HELD, DAYS)
def test_lapsed_means_open_ripe_and_passed_over(
    life: list[Mention], held: list[Sitting], today: date
) -> None:
    is_lapsed = lapsed(life, held, {HTA: BOARD}, today)
    if is_lapsed:
        assert state(life) == "open"
        assert len(silent_sittings(life, held, {HTA: BOARD}, today)) >= 2
        assert not lapsed([*life, said(today, "outstanding")], held, {HTA: BOARD}, today)
        assert not lapsed([*life, said(today, "closed")], held, {HTA: BOARD}, today)
    assert not lapsed(life, [replace(one, cancelled=True) for one in held], {HTA: BOARD}, today)


@given(LIVES, HELD, DAYS)
def test_what_has_lapsed_stays_so_while_nothing_is_said(
    life: list[Mention], held: list[Sitting], today: date
) -> None:
    if lapsed(life, held, {}, today):
        assert lapsed(life, held, {}, today + timedelta(days=40))


@given(LIVES, HELD, DAYS)
def test_the_line_of_time_is_in_order_and_holds_every_mention(
    life: list[Mention], held: list[Sitting], today: date
) -> None:
    moments = timeline(life, held, {HTA: BOARD}, today)
    assert [moment.on for moment in moments] == sorted(moment.on for moment in moments)
    assert [moment.mention for moment in moments if moment.mention] == [
        one for one in life if one.on <= today
    ]
    assert all(moment.on <= today for moment in moments)


@given(LIVES, DAYS)
def test_what_is_kept_is_closed_and_never_overdue(life: list[Mention], today: date) -> None:
    assert (kept(life) is not None) == (state(life) == "closed")
    if kept(life):
        assert overdue(life, today) == 0
