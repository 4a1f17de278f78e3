"""What a figure cannot bear, each in a sentence."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pytest

from answerable.core.measures.facts import Event, EventKind, Facts, Frequency, Gap, Kind
from answerable.core.measures.judging import judge
from tests.core.measures.built import TODAY, facts, month, monthly, zigzag

TODAY_IS_NEAR = dt.date(2025, 3, 9)  # a week after the last of 26 months


def said(of: Facts, today: dt.date = TODAY_IS_NEAR) -> list[str]:
    return list(judge(of, today).cautions)


def test_a_plain_series_has_none() -> None:
    irregular = [50 + 4 * math.sin(at * at) for at in range(26)]
    assert said(facts(irregular, decimals=1)) == []


def test_provisional_months_are_counted_from_the_end() -> None:
    rows = monthly(zigzag(26))
    one = [*rows[:-1], replace(rows[-1], provisional=True)]
    assert "The last month is provisional." in said(facts(one))
    two = [*rows[:-2], *(replace(row, provisional=True) for row in rows[-2:])]
    assert "The last 2 months are provisional." in said(facts(two))
    early = [replace(rows[0], provisional=True), *rows[1:]]
    assert not any("provisional" in one for one in said(facts(early)))


def test_a_month_that_is_not_over() -> None:
    assert "February 2025 is not over yet." in said(facts(zigzag(26)), dt.date(2025, 2, 28))
    assert "February 2025 is not over yet." not in said(facts(zigzag(26)), dt.date(2025, 3, 1))


def test_figures_that_are_too_old() -> None:
    told = "The last figure is for February 2025: it says nothing of today."
    assert told in said(facts(zigzag(26)), TODAY)
    assert told not in said(facts(zigzag(26)))


def test_areas_that_have_not_reported() -> None:
    rows = monthly(zigzag(26), reported=5, expected=5)
    assert not any("reported" in one for one in said(facts(rows)))
    rows[-1] = replace(rows[-1], reported=4)
    assert "4 of 5 areas reported for February 2025." in said(facts(rows))


def test_a_gap_with_its_reason() -> None:
    rows = monthly(zigzag(26))
    gap = Gap(month(4)[0], month(7)[1], "Surveys stopped.")
    told = said(facts([*rows[:4], *rows[8:]], gaps=[gap]))
    assert "No figures for May to August 2023: surveys stopped." in told


def test_a_gap_that_is_written_as_rows_without_values_reads_the_same() -> None:
    values = [*zigzag(4), None, None, None, None, *zigzag(18)]
    gap = Gap(month(4)[0], month(7)[1], "Surveys stopped.")
    assert "No figures for May to August 2023: surveys stopped." in said(facts(values, gaps=[gap]))


def test_a_gap_without_a_reason_says_so() -> None:
    rows = monthly(zigzag(26))
    told = said(facts([*rows[:4], *rows[5:9], *rows[10:]]))
    assert "No figures for May 2023 and October 2023: no reason is given." in told


def test_many_gaps_are_counted() -> None:
    values = [None if at % 5 == 4 else one for at, one in enumerate(zigzag(26))]
    assert "No figures for 5 stretches: no reason is given." in said(facts(values))


def test_no_range_and_no_run_crosses_a_gap() -> None:
    rows = monthly([*zigzag(20), *[51.0] * 4, *[51.0] * 4])
    whole = judge(facts(rows), TODAY)
    parted = judge(facts([*rows[:23], *rows[24:]]), TODAY)
    assert whole.signal and not parted.signal
    assert len(parted.points) == 28 and parted.points[23].shape == "missing"


def test_a_gap_across_the_new_year() -> None:
    rows = monthly(zigzag(26))
    told = said(facts([*rows[:10], *rows[14:]]))
    assert "No figures for November 2023 to February 2024: no reason is given." in told


@pytest.mark.parametrize(
    ("kind", "how"), [(EventKind.RECORDING, "recorded"), (EventKind.DEFINITION, "defined")]
)
def test_a_change_of_what_is_counted_without_a_new_phase(kind: EventKind, how: str) -> None:
    told = said(facts(zigzag(26), events=[Event(dt.date(2024, 4, 1), kind, "new counting rules")]))
    assert told[0] == (
        f"It is {how} differently since 1 April 2024 (new counting rules), and no new phase was decided: "
        "figures before and after are not of the same thing."
    )


def test_other_events_say_nothing_of_what_is_counted() -> None:
    told = said(facts(zigzag(26), events=[Event(dt.date(2024, 4, 1), EventKind.ACTION, "More staff")]))
    assert not any("differently" in one for one in told)


def test_a_season() -> None:
    values = [50 + 8 * math.sin(at / 6 * math.pi) + (at * 7 % 5) for at in range(36)]
    told = said(facts(values, decimals=1), dt.date(2026, 1, 5))
    assert any(one.startswith("It follows the seasons (correlation 0.9 with a year before)") for one in told)


def test_a_season_needs_two_years() -> None:
    values = [50 + 8 * math.sin(at / 6 * math.pi) + (at * 7 % 5) for at in range(23)]
    assert not any("seasons" in one for one in said(facts(values, decimals=1), dt.date(2025, 1, 5)))


def test_neighbours_that_are_alike() -> None:
    values = [50 + 5 * math.sin(at / 2.5) + (at * 7 % 5) / 2 for at in range(36)]
    told = said(facts(values, decimals=1), dt.date(2026, 1, 5))
    assert any(one.startswith("Each month is like the one before (correlation") for one in told)


def test_a_small_sample() -> None:
    # Wilson of 111 in 150: 0.664 to 0.804, so 7 points either way
    rows = monthly([74.0, 76.0] * 13, sample=150)
    told = said(facts(rows, kind=Kind.SURVEY, unit="%"))
    assert (
        "February 2025 rests on 150 answers: by sampling alone it could be about 7 points higher or lower."
        in told
    )
    rows = monthly([74.0, 76.0] * 13, sample=3000)
    assert not any("answers" in one for one in said(facts(rows, kind=Kind.SURVEY, unit="%")))


def test_values_that_are_rounded_too_coarsely() -> None:
    told = "The values are rounded so coarsely that the ordinary range is only roughly right."
    assert told in said(facts([3, 4, 3, 3, 5, 4, 3, 4, 4, 3, 5, 4, 3, 4, 4, 3.0]))
    assert told not in said(
        facts([3.1, 4.4, 3, 3.8, 5, 4.9, 3.3, 4, 4.1, 3, 5.2, 4, 3.7, 4, 2, 3], decimals=1)
    )


def test_a_short_baseline() -> None:
    told = said(facts(zigzag(26), baseline=8))
    assert "The ordinary range comes from the first 8 months only." in told
    assert not any("comes from" in one for one in said(facts(zigzag(26), baseline=13)))


@pytest.mark.parametrize("value", [100.5, -0.5])
def test_a_share_beyond_the_whole(value: float) -> None:
    told = said(facts([*zigzag(20), value, *zigzag(5)], kind=Kind.PROPORTION, unit="%", decimals=1))
    sign = "−0.5%" if value < 0 else "100.5%"
    assert told[0] == f"A share of {sign} (September 2024) cannot be."


def test_fewer_than_none() -> None:
    told = said(facts([*zigzag(25), -4.0], kind=Kind.COUNT, unit="calls"))
    assert told[0] == "−4 calls (February 2025) cannot be counted."
    assert "cannot" not in " ".join(said(facts([*zigzag(25), -4.0], kind=Kind.INDEX)))


def test_rare_events_are_charted_by_their_waits() -> None:
    counts = [1.0 if at % 3 == 0 or at == 10 else 0.0 for at in range(60)]
    told = judge(
        facts(counts, kind=Kind.COUNT, unit="deaths", frequency=Frequency.MONTH), dt.date(2028, 1, 5)
    )
    assert told.rules.startswith("g chart") and told.unit == "months without one"
    assert {point.value for point in told.points} <= {0, 1, 2}
    assert "There has been none for 2 months now." in told.cautions
    assert any("how many periods passed" in one for one in told.cautions)


def test_fewer_events_are_better_though_the_waits_are_longer() -> None:
    counts = [float(at % 2) for at in range(40)] + [float(at % 9 == 0) for at in range(70)]
    told = judge(facts(counts, kind=Kind.COUNT, unit="deaths"), dt.date(2032, 3, 5))
    assert told.rules.startswith("g chart")
    assert told.headline.startswith("Better since") and told.variation == "improvement-high"
    assert "waits in a row" in told.headline


def test_shares_of_few_have_limits_for_each_month() -> None:
    of = [20.0, 90.0]
    rows = [
        replace(row, numerator=of[at % 2] * 0.8, denominator=of[at % 2], value=80.0)
        for at, row in enumerate(monthly([80.0] * 26))
    ]
    rows[-1] = replace(rows[-1], numerator=45.0, denominator=90.0, value=50.0)
    told = judge(facts(rows, kind=Kind.PROPORTION, unit="%"), TODAY_IS_NEAR)
    assert told.rules.startswith("p chart")
    assert len({(span.lower, span.upper) for span in told.spans}) == 2 and len(told.spans) == 26
    assert told.signal and told.points[-1].shape == "better"  # a duration's builder: lower is better
    assert any("limits" in one for one in told.cautions)
