"""Before and after an event: what changed, with its range, and never what caused it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from answerable.core.measures.facts import Better, Event, EventKind, Facts, Frequency, Kind, Phase
from answerable.core.measures.was_it_us import Answer, was_it_us
from tests.core.measures.series import facts, noise, raised

ON = dt.date(2024, 1, 1)
TODAY = dt.date(2026, 5, 20)
FELL = raised(noise(7, 36), 24, -10)


def asked(series: Facts, on: dt.date = ON, today: dt.date = TODAY) -> Answer:
    return was_it_us(series, on, [], today)


def whole(answer: Answer) -> str:
    return " ".join([answer.headline, *answer.sentences, *answer.cautions, answer.method])


class TestChange:
    def test_a_real_fall_where_lower_is_better(self) -> None:
        answer = asked(facts(FELL))
        assert answer.headline == "Better after it, and a real change: 8.7 calls lower than before it."
        assert answer.moved == "better"
        assert answer.lower is not None and answer.upper is not None and answer.estimate is not None
        assert answer.lower < -10 < answer.upper < 0
        assert (answer.points_before, answer.points_after) == (24, 12)

    def test_the_same_fall_where_higher_is_better_or_neither(self) -> None:
        assert asked(facts(FELL, better=Better.HIGHER)).headline.startswith(
            "Worse after it, and a real change"
        )
        assert asked(facts(FELL, better=Better.NEITHER)).moved == "lower"

    def test_noise_is_said_to_be_noise(self) -> None:
        answer = asked(facts(noise(11, 36)))
        assert answer.headline == (
            "Nothing says that it changed: the difference after it is within ordinary variation."
        )
        assert answer.moved == "no"
        assert "anywhere from" in answer.sentences[1]

    def test_the_means_are_told(self) -> None:
        answer = asked(facts([40.0, 42.0] * 12 + [30.0, 32.0] * 6))
        assert answer.sentences[0] == (
            "The mean was 41 calls in the 24 months before it and 31 calls in the 12 months after it."
        )
        assert answer.estimate == pytest.approx(-10)

    def test_per_cent_differ_by_points(self) -> None:
        answer = asked(facts(raised(noise(6, 36, 70, 2), 24, 12), unit="%", better=Better.HIGHER))
        assert "points higher than before it" in answer.headline
        assert "%" in answer.sentences[0]

    def test_nothing_is_ever_said_to_be_caused(self) -> None:
        chance = random.Random(5)
        for _ in range(12):
            answer = asked(facts(raised(noise(chance.randrange(99), 40), 24, chance.choice([-12, 0, 8]))))
            words = whole(answer).lower()
            assert not any(word in words for word in ("caus", "because", "thanks to", "due to", "led to a"))
            assert "what went with it, not what brought it about" in words


class TestTrendAndSeason:
    def test_what_goes_on_as_before_is_no_change(self) -> None:
        going = [60 - 0.5 * k + e for k, e in enumerate(noise(1, 36, 0, 1.5))]
        answer = asked(facts(going))
        assert answer.moved == "no"
        assert answer.headline == (
            "Nothing says that it changed: it was falling before it, and what came after is within what that "
            "trend led to expect."
        )
        assert "a fall of 0.45 calls a month" in answer.sentences[1]

    def test_a_trend_too_weak_to_be_sure_of_leaves_a_change_in_doubt(self) -> None:
        """Nine months before it fall a little each: half of what came after is where they led."""
        before = [45.0, 41.0, 44.0, 40.0, 43.0, 39.0, 42.0, 38.0, 41.0]
        after = [36.0, 40.0, 35.0, 39.0, 36.0, 40.0, 35.0, 39.0]
        answer = asked(facts(before + after), dt.date(2022, 10, 1))
        assert answer.moved == "better"
        assert answer.headline.endswith("but it may have been going that way already.")
        level = [43.0, 39.0, 42.0, 38.0, 41.0, 39.0, 43.0, 38.0, 42.0]
        assert (
            "and a real change" in asked(facts(level + after[:4] * 2 + [30.0]), dt.date(2022, 10, 1)).headline
        )

    def test_a_step_on_top_of_a_trend_is_seen(self) -> None:
        going = raised([60 - 0.5 * k + e for k, e in enumerate(noise(1, 36, 0, 1.5))], 24, -8)
        answer = asked(facts(going))
        assert answer.moved == "better"
        assert "than the trend before it led to expect" in answer.headline

    def test_a_winter_that_comes_every_year_is_no_change(self) -> None:
        """Eight months after it hold all of a winter and little of a summer."""
        winter = {12, 1, 2, 3}
        values = [40 + 15 * (k % 12 + 1 in winter) + e for k, e in enumerate(noise(4, 32, 0, 2))]
        answer = asked(facts(values))
        assert (answer.refused, answer.moved) == ("", "no")
        assert any("same of other years" in one for one in answer.sentences)

    def test_a_step_that_a_winter_hides_is_seen(self) -> None:
        winter = {12, 1, 2, 3}
        values = [40 + 15 * (k % 12 + 1 in winter) + e for k, e in enumerate(noise(4, 33, 0, 2))]
        answer = asked(facts(raised(values, 24, -5)))
        assert answer.moved == "better"
        assert answer.estimate == pytest.approx(-5, abs=2)

    def test_too_few_for_a_season_is_said(self) -> None:
        answer = asked(facts(noise(2, 24)), dt.date(2022, 11, 1))
        assert any("fewer than 24 months before it the time of year" in one for one in answer.cautions)
        assert any("a slow trend" in one for one in answer.cautions)

    def test_of_years_no_season_is_asked(self) -> None:
        answer = asked(
            facts(noise(2, 20), frequency=Frequency.YEAR, start=dt.date(2004, 4, 1)), dt.date(2014, 4, 1)
        )
        assert answer.refused == ""
        assert not any("time of year" in one for one in [*answer.cautions, *answer.sentences])

    def test_alike_neighbours_are_said(self) -> None:
        waves = [40.0 + 6 * ((k // 6) % 2) + e for k, e in enumerate(noise(9, 40, 0, 0.5))]
        answer = asked(facts(waves[:20] + waves[20:]), dt.date(2023, 9, 1))
        assert "Neighbouring months are alike, which makes the range of the change wider." in answer.cautions

    def test_all_figures_alike_on_each_side(self) -> None:
        answer = asked(facts([5.0] * 20 + [7.0] * 10), dt.date(2023, 9, 1))
        assert (answer.estimate, answer.moved) == (pytest.approx(2), "worse")
        assert any("so the range of the change says nothing" in one for one in answer.cautions)
        flat = asked(facts([5.1] * 30), dt.date(2023, 9, 1))
        assert (flat.estimate, flat.moved) == (0, "no")


class TestSmallCounts:
    def test_they_are_counted(self) -> None:
        chance = random.Random(3)
        counts = [float(chance.choice([0, 1, 1, 2, 3])) for _ in range(24)] + [0.0] * 11 + [1.0]
        answer = asked(facts(counts, kind=Kind.COUNT, unit="complaints"))
        assert answer.is_ratio
        assert answer.headline.startswith("Better after it, and a real change: 1 after it, where ")
        assert answer.upper is not None and answer.upper < 1
        assert answer.before == pytest.approx(sum(counts[:24]) / 24)

    def test_few_are_no_change(self) -> None:
        answer = asked(facts([0.0, 1.0] * 18, kind=Kind.COUNT))
        assert answer.headline == (
            "Nothing says that it changed: 6 after it, where 6.0 would have come at the rate before, and "
            "chance could explain the difference."
        )

    def test_none_before_has_no_upper_end(self) -> None:
        answer = asked(facts([0.0] * 24 + [1.0] * 12, kind=Kind.COUNT))
        assert (answer.estimate, answer.upper, answer.moved) == (None, None, "worse")
        assert "at least" in answer.sentences[1]

    def test_none_at_all(self) -> None:
        answer = asked(facts([0.0] * 36, kind=Kind.COUNT))
        assert (answer.estimate, answer.moved) == (None, "no")

    def test_what_comes_in_clusters_is_not_counted_one_by_one(self) -> None:
        clusters = ([0.0] * 7 + [24.0]) * 5
        assert not asked(facts(clusters[:36], kind=Kind.COUNT)).is_ratio

    def test_shares_of_few_are_counted_over_their_denominators(self) -> None:
        series = facts([2.0] * 24 + [0.5] * 12, kind=Kind.PROPORTION, unit="%")
        rows = [
            replace(one, numerator=4.0 if k < 24 else 1.0, denominator=200.0)
            for k, one in enumerate(series.observed)
        ]
        answer = asked(replace(series, observed=rows))
        assert answer.is_ratio and answer.estimate == pytest.approx(0.25)
        assert (answer.before, answer.after) == pytest.approx((2.0, 0.5))

    def test_large_counts_are_measured(self) -> None:
        assert not asked(facts([float(round(v)) for v in FELL], kind=Kind.COUNT)).is_ratio


class TestTooEarly:
    def test_it_says_when_to_ask_again(self) -> None:
        """It began in January 2026; March's figure is in; the eighth month is over in August's end."""
        series = facts(noise(1, 27), start=dt.date(2024, 1, 1))
        answer = asked(series, dt.date(2026, 1, 1), dt.date(2026, 4, 20))
        assert answer.headline == (
            "Too early to tell: 3 months after; ask again in September 2026 when there are 8."
        ).replace("after;", "after it;")
        assert answer.ask_again == dt.date(2026, 9, 1)
        assert answer.refused == answer.headline
        assert (answer.estimate, answer.moved) == (None, "unknown")

    def test_eight_are_enough(self) -> None:
        series = facts(noise(1, 32), start=dt.date(2024, 1, 1))
        assert asked(series, dt.date(2026, 1, 1), dt.date(2026, 9, 1)).refused == ""
        assert asked(series, dt.date(2026, 1, 1), dt.date(2026, 8, 31)).refused != ""

    def test_none_yet(self) -> None:
        series = facts(noise(1, 24), start=dt.date(2024, 1, 1))
        answer = asked(series, dt.date(2026, 1, 15), dt.date(2026, 2, 2))
        assert answer.headline.startswith(
            "Too early to tell: no whole month after it; ask again in October 2026"
        )

    @pytest.mark.parametrize(
        ("frequency", "on", "again", "said"),
        [
            (Frequency.QUARTER, dt.date(2025, 7, 1), dt.date(2027, 7, 1), "in July 2027"),
            (Frequency.WEEK, dt.date(2026, 5, 4), dt.date(2026, 6, 29), "on 29 June 2026"),
            (Frequency.WEEK, dt.date(2026, 5, 6), dt.date(2026, 7, 6), "on 6 July 2026"),
            (Frequency.YEAR, dt.date(2025, 4, 1), dt.date(2033, 4, 1), "in April 2033"),
        ],
    )
    def test_other_periods(self, frequency: Frequency, on: dt.date, again: dt.date, said: str) -> None:
        start = {Frequency.QUARTER: dt.date(2022, 1, 1), Frequency.WEEK: dt.date(2026, 1, 5)}
        many = {Frequency.QUARTER: 14, Frequency.WEEK: 17}.get(frequency, 12)
        series = facts(noise(1, many), frequency=frequency, start=start.get(frequency, dt.date(2013, 4, 1)))
        answer = asked(series, on)
        assert (answer.ask_again, said in answer.headline) == (again, True)

    def test_what_has_stopped_being_counted_has_no_day(self) -> None:
        answer = asked(facts(noise(1, 27)))
        assert answer.headline == "Too early to tell: 3 months after it; ask again when there are 8."
        assert answer.ask_again is None

    def test_it_has_not_begun(self) -> None:
        answer = asked(facts(noise(1, 27)), dt.date(2026, 6, 1))
        assert answer.headline == "It has not begun yet: it is to begin on 1 June 2026."

    def test_too_few_before_no_waiting_helps(self) -> None:
        answer = asked(facts(noise(1, 40)), dt.date(2022, 6, 1))
        assert answer.headline == (
            "Before and after cannot be told: 5 months before it, and it takes 8 to know what was ordinary."
        )
        assert answer.ask_again is None

    def test_no_figures_at_all(self) -> None:
        assert asked(facts([])).headline.startswith("Before and after cannot be told: no months before it")
        assert asked(facts([None] * 40)).refused

    def test_rolling_figures_are_refused_with_the_reason(self) -> None:
        answer = asked(facts(FELL, frequency=Frequency.ROLLING))
        assert "eleven of them are also in the one before" in answer.refused
        assert "single months" in answer.headline

    def test_a_mistake_of_a_figure(self) -> None:
        assert "a mistake" in asked(facts([*FELL, 1e16])).refused
        assert "a mistake" in asked(facts([*FELL, float("nan")])).refused


class TestSides:
    def test_the_month_in_which_it_began_is_on_neither_side(self) -> None:
        answer = asked(facts(FELL), dt.date(2024, 1, 9))
        assert (answer.points_before, answer.points_after) == (24, 11)
        assert "It began within January 2024, which is counted on neither side." in answer.cautions

    def test_a_phase_that_people_began_is_where_before_begins(self) -> None:
        """Thirty, then thirteen since the phase of June 2022, then five: it changed by eight, not by more."""
        values = [30.0 + e for e in noise(1, 5, 0, 1)] + [13.0 + e for e in noise(2, 19, 0, 1)]
        series = facts([*values, *(5.0 + e for e in noise(3, 12, 0, 1))])
        phased = replace(series, phases=[Phase(dt.date(2022, 6, 1), "New team"), Phase(ON, "Ring-fenced")])
        answer = asked(phased)
        assert answer.points_before == 19
        assert answer.estimate == pytest.approx(-8, abs=1)
        assert any("only what came since June 2022" in one for one in answer.cautions)

    def test_a_phase_too_short_to_compare_is_no_beginning(self) -> None:
        answer = asked(facts(FELL, phases=[Phase(dt.date(2023, 9, 1), "New team")]))
        assert answer.points_before == 24

    def test_a_change_long_before_leaves_it_in_doubt(self) -> None:
        values = [30.0] * 4 + [13.0 + e for e in noise(2, 16, 0, 1)] + [5.0 + e for e in noise(3, 12, 0, 1)]
        answer = asked(facts(values), dt.date(2023, 9, 1))
        assert answer.headline == (
            "Nothing says that it changed then: it may have been going that way already."
        )

    def test_three_years_before_and_two_after_are_looked_at(self) -> None:
        answer = asked(facts(noise(1, 120), start=dt.date(2015, 1, 1)), dt.date(2020, 1, 1))
        assert (answer.points_before, answer.points_after) == (36, 24)

    def test_a_month_that_is_not_over_is_not_counted(self) -> None:
        series = facts(noise(1, 36))
        assert asked(series, today=dt.date(2024, 12, 30)).points_after == 11

    def test_months_without_a_figure_are_said(self) -> None:
        values: list[float | None] = [*FELL]
        values[5] = values[30] = None
        answer = asked(facts(values))
        assert (answer.points_before, answer.points_after) == (23, 11)
        assert "2 months in that time have no figure." in answer.cautions

    def test_provisional_figures_and_areas_that_did_not_report(self) -> None:
        series = facts(FELL)
        rows = list(series.observed)
        rows[35] = replace(rows[35], provisional=True)
        rows[34] = replace(rows[34], reported=4, expected=5)
        answer = asked(replace(series, observed=rows))
        assert "1 of the figures is provisional." in answer.cautions
        assert "In 1 month not every area had reported." in answer.cautions

    def test_what_else_happened_is_said(self) -> None:
        events = [
            Event(dt.date(2024, 3, 4), EventKind.OUTSIDE, "A flood."),
            Event(dt.date(2019, 3, 4), EventKind.OUTSIDE, "Long ago"),
            Event(ON, EventKind.STRATEGY, "The strategy itself"),
            Event(dt.date(2024, 6, 1), EventKind.ACTION, "New rota"),
        ]
        answer = asked(facts(FELL, events=events))
        said = [one for one in answer.cautions if one.startswith("In the same time")]
        assert said == ["In the same time: A flood (March 2024).", "In the same time: New rota (June 2024)."]


class TestRecording:
    def event(self, year: int, month: int, kind: EventKind = EventKind.RECORDING) -> list[Event]:
        return [Event(dt.date(year, month, 1), kind, "new counting rules")]

    def test_before_it_only_what_came_later_is_compared(self) -> None:
        answer = asked(facts(FELL, events=self.event(2023, 2)))
        assert answer.points_before == 11
        assert (
            "In February 2023 the recording changed (new counting rules); only what came later is compared."
        ) in answer.cautions

    def test_after_it_only_what_came_before_that(self) -> None:
        answer = asked(facts(FELL, events=self.event(2024, 10, EventKind.DEFINITION)))
        assert (answer.refused, answer.points_after) == ("", 9)
        assert any("the definition changed" in one for one in answer.cautions)

    def test_too_soon_before_it_is_refused(self) -> None:
        answer = asked(facts(FELL, events=self.event(2023, 10)))
        assert answer.headline == (
            "In October 2023 the recording changed (new counting rules), 3 months before it, and it takes 8 "
            "on the same footing to know what was ordinary: before and after cannot be told."
        )

    def test_just_when_it_began_is_refused(self) -> None:
        answer = asked(facts(FELL, events=self.event(2024, 1)))
        assert answer.headline == (
            "In January 2024 the recording changed (new counting rules), just when it began: one cannot be "
            "told from the other."
        )

    def test_too_soon_after_it_is_refused_and_no_waiting_helps(self) -> None:
        answer = asked(facts(FELL, events=self.event(2024, 4)))
        assert "(new counting rules), 3 months after it: what came later" in answer.headline
        assert answer.ask_again is None

    def test_long_ago_it_does_not_matter(self) -> None:
        answer = asked(facts(FELL, events=self.event(2020, 1)))
        assert answer.points_before == 24
        assert not any("recording" in one for one in answer.cautions)
