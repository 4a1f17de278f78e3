"""What the law asks to be published, and how each duty stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication.duties import BY_CODE, DUTIES, Every
from answerable.core.publication.standing import MeetingFact, Met, Standing, right_until, standing

TODAY = dt.date(2026, 11, 20)
MONTHLY, YEARLY, ALWAYS, MINUTES = (BY_CODE[code] for code in ("grants", "budget", "interests", "minutes"))


def met(on: str | None, **more: object) -> Met:
    made = Met("It", dt.date.fromisoformat(on) if on else None, address="https://wyvern.example/it")
    return replace(made, **more)  # type: ignore[arg-type]


def meeting(day: str, by: str | None, *, done: bool) -> MeetingFact:
    last = dt.date.fromisoformat(by) if by else None
    return MeetingFact(f"Assurance, {day}", dt.date.fromisoformat(day), last, done)


def test_every_duty_has_a_code_of_its_own_its_law_and_what_it_asks() -> None:
    assert len(BY_CODE) == len(DUTIES)
    for one in DUTIES:
        assert one.asks.endswith(".")
        assert one.address.startswith("https://www.legislation.gov.uk/")
    of_order = [one for one in DUTIES if one.law == f"SI 2011/3050, schedule, paragraph {one.paragraph}"]
    paragraphs = {one.paragraph.split("(")[0] for one in of_order}
    assert paragraphs == {"1", "2", "2A", "3", "4", "5", "6", "7", "7A", "7B", "7C", "8"}


def test_every_letter_of_paragraph_3_is_there_with_what_the_order_of_2013_added() -> None:
    letters = {one.paragraph for one in DUTIES if one.paragraph.startswith("3(")}
    assert letters == {f"3({letter})" for letter in "abcdefgh"}


def test_the_accounts_are_asked_for_by_regulations_and_not_by_the_order() -> None:
    assert BY_CODE["accounts"].law == "SI 2015/234, regulation 10"
    assert [one.code for one in DUTIES if "2011/3050" not in one.law] == ["accounts"]


def test_nothing_published_is_missing() -> None:
    """The office may publish it all the same, where nobody has noted it: the public is told what is known."""
    found = standing(ALWAYS, [], [], [], TODAY)
    assert (found.standing, found.sentence) == (Standing.MISSING, "Nothing is noted that meets it.")


def test_what_stands_elsewhere_or_here_meets_it() -> None:
    for some in (([met("2020-01-01")], []), ([], [met("2020-01-01")])):
        found = standing(ALWAYS, *some, [], TODAY)
        assert (found.standing, found.sentence) == (Standing.MET, "Last published on 1 January 2020.")


def test_a_month_is_late_a_month_after_it_ended() -> None:
    held = [met("2026-09-20")]
    assert right_until(MONTHLY, held[0]) == dt.date(2026, 11, 20)
    assert standing(MONTHLY, held, [], [], TODAY).standing is Standing.MET
    late = standing(MONTHLY, held, [], [], TODAY + dt.timedelta(1))
    assert late.standing is Standing.LATE
    assert late.sentence == "Was to be published again by 20 November 2026."


@pytest.mark.parametrize(
    ("published", "until"),
    [("2027-01-31", "2027-03-31"), ("2028-01-31", "2028-03-31"), ("2026-11-30", "2027-01-30")],
)
def test_a_month_ends_with_its_last_day(published: str, until: str) -> None:
    """28 or 29 February and 31 days more; 30 December and 31 days more."""
    assert right_until(MONTHLY, met(published)) == dt.date.fromisoformat(until)


def test_the_newest_counts() -> None:
    held = [met("2019-01-01"), met("2026-04-01")]
    assert standing(YEARLY, held, [], [], TODAY).standing is Standing.MET
    assert standing(YEARLY, held[:1], [], [], TODAY).standing is Standing.LATE


def test_the_offices_own_day_goes_before_the_period() -> None:
    held = [met("2026-11-01", review_by=dt.date(2026, 11, 10))]
    assert standing(ALWAYS, held, [], [], TODAY).standing is Standing.LATE


def test_a_duty_can_be_said_not_to_apply() -> None:
    found = standing(
        BY_CODE["precept"], [met(None, applies=False, note="The mayor issues it")], [], [], TODAY
    )
    assert found.standing is Standing.NOT_APPLICABLE
    assert found.sentence == "Does not apply: The mayor issues it."


@pytest.mark.parametrize(
    ("meetings", "wanted", "sentence"),
    [
        ([], Standing.NOT_APPLICABLE, "No public meeting is held or planned."),
        ([meeting("2026-11-19", "2026-12-03", done=False)], Standing.MET, "Nothing is due yet."),
        (
            [meeting("2026-03-01", "2026-03-15", done=False)],
            Standing.MISSING,
            "Published for none of 1 meeting.",
        ),
        (
            [
                meeting("2026-02-01", "2026-06-01", done=False),
                meeting("2026-03-01", "2026-03-15", done=False),
            ],
            Standing.MISSING,
            "Published for none of 2 meetings.",
        ),
        (
            [meeting("2026-03-01", "2026-03-15", done=False), meeting("2026-06-01", "2026-06-15", done=True)],
            Standing.LATE,
            "Not published for 1 of 2 meetings.",
        ),
        ([meeting("2026-06-01", "2026-06-15", done=True)], Standing.MET, "Published for all meetings: 1."),
    ],
)
def test_duties_about_meetings_ask_for_each(
    meetings: list[MeetingFact], wanted: Standing, sentence: str
) -> None:
    found = standing(MINUTES, [], [], meetings, TODAY)
    assert (found.standing, found.sentence) == (wanted, sentence)
    if found.wanting:
        assert "Assurance, 2026-03-01" in found.wanting


def test_minutes_that_stand_elsewhere_are_not_said_to_be_unpublished() -> None:
    some = [
        meeting("2026-03-01", "2026-03-15", done=False),
        meeting("2026-06-01", "2026-06-15", done=True),
        meeting("2026-11-19", "2026-12-03", done=False),
    ]
    elsewhere = met("2026-03-10", review_by=TODAY)
    found = standing(MINUTES, [elsewhere], [], some, TODAY)
    assert (found.standing, found.wanting) == (Standing.MET, ())
    assert found.sentence == "Published elsewhere, as the office says; here for 1 of 2 meetings."
    later = standing(MINUTES, [elsewhere], [], some, TODAY + dt.timedelta(1))
    assert (later.standing, later.sentence) == (
        Standing.LATE, "Was to be published again by 20 November 2026.",
    )  # fmt: skip


def test_minutes_that_all_stand_here_are_met_whatever_was_noted_elsewhere() -> None:
    some = [meeting("2026-06-01", "2026-06-15", done=True)]
    found = standing(MINUTES, [met("2020-01-01", review_by=dt.date(2020, 2, 1))], [], some, TODAY)
    assert (found.standing, found.sentence) == (Standing.MET, "Published for all meetings: 1.")


@given(
    st.sampled_from([one for one in DUTIES if one.every is not Every.MEETING]),
    st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)),
    st.integers(0, 4000),
)
def test_once_late_it_stays_late_until_something_newer_is_published(
    duty: object, on: dt.date, days: int
) -> None:
    held = [Met("It", on, address="https://wyvern.example")]
    today = on + dt.timedelta(days)
    if standing(duty, held, [], [], today).standing is Standing.LATE:  # type: ignore[arg-type]
        later = standing(duty, held, [], [], today + dt.timedelta(30))  # type: ignore[arg-type]
        assert later.standing is Standing.LATE
        newer = [*held, Met("It", today, address="https://wyvern.example")]
        assert standing(duty, newer, [], [], today).standing is Standing.MET  # type: ignore[arg-type]
