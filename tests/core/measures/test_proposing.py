"""What a series proposes for an agenda."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Line, LineKind, Observed, Phase
from answerable.core.measures.proposing import Outside, Proposed, passed, proposed, target_now
from answerable.core.measures.verdict import Verdict

TODAY = dt.date(2026, 7, 10)
LIMIT = Line(LineKind.LIMIT, 30)
QUIET = Verdict("Ordinary variation.", (), (), "XmR", (), ())
WORSE = replace(
    QUIET, headline="Worse since May 2026.", signal=True, variation="concern-high", since=dt.date(2026, 5, 1)
)  # fmt: skip


def series(*values: float | None, lines: tuple[Line, ...] = (), **more: object) -> Facts:
    """Months that end with June 2026."""
    months = []
    for back, value in zip(range(len(values) - 1, -1, -1), values, strict=True):
        place = 2026 * 12 + 5 - back
        start, end = (
            dt.date(place // 12, place % 12 + 1, 1),
            dt.date((place + 1) // 12, (place + 1) % 12 + 1, 1),
        )
        months.append(Observed(start, end - dt.timedelta(days=1), value))
    held = Facts(
        "Unresourced incidents", Kind.COUNT, "incidents", Better.LOWER, Frequency.MONTH, months, lines
    )  # fmt: skip
    return replace(held, **more)  # type: ignore[arg-type]


def question(facts: Facts, verdict: Verdict = QUIET, **more: object) -> str:
    found = proposed(facts, verdict, TODAY, **more)  # type: ignore[arg-type]
    assert found is not None
    return found.question


def test_ordinary_variation_proposes_nothing() -> None:
    assert proposed(series(20, 22, 21, lines=(LIMIT,)), QUIET, TODAY) is None
    assert proposed(series(), QUIET, TODAY) is None
    assert proposed(series(None), WORSE, TODAY) is None


def test_a_change_and_a_limit_make_one_question() -> None:
    facts = series(20, 33, 34, lines=(LIMIT,))
    found = proposed(facts, WORSE, TODAY, place="North")
    assert found is not None
    assert found.question == (
        "What explains the rise in unresourced incidents in North since May 2026, above the limit of "
        "30 incidents that was set?"
    )
    assert found.keys == ["limit:30:2026-05-01", "change:2026-05-01"]


def test_a_limit_alone_asks_what_passed_it() -> None:
    facts = series(34, 20, 34, lines=(LIMIT,))
    assert question(facts, place="North") == (
        "What has put unresourced incidents in North above the limit of 30 incidents that was set "
        "(34 incidents, June 2026)?"
    )


def test_the_last_value_must_be_beyond_the_limit_and_not_on_it() -> None:
    assert passed(series(31, 30, lines=(LIMIT,))) is None
    assert passed(series(30, 30.1, lines=(LIMIT,))) == (LIMIT, dt.date(2026, 6, 1))
    assert passed(series(40, None, lines=(LIMIT,))) == (LIMIT, dt.date(2026, 5, 1))


def test_where_higher_is_better_a_limit_is_a_lower_one() -> None:
    facts = series(31, 29, lines=(LIMIT,), better=Better.HIGHER)
    assert passed(facts) == (LIMIT, dt.date(2026, 6, 1))
    assert "below the limit of 30" in question(facts)
    assert passed(series(20, 40, lines=(LIMIT,), better=Better.HIGHER)) is None


def test_of_two_limits_the_farther_that_is_passed_counts() -> None:
    far = Line(LineKind.LIMIT, 40)
    assert passed(series(41, lines=(LIMIT, far))) == (far, dt.date(2026, 6, 1))
    assert passed(series(35, lines=(LIMIT, far))) == (LIMIT, dt.date(2026, 6, 1))


def test_a_limit_that_no_longer_holds_is_not_passed() -> None:
    over = replace(LIMIT, last=dt.date(2026, 6, 29))
    assert passed(series(34, lines=(over,))) is None
    assert passed(series(34, lines=(replace(LIMIT, last=dt.date(2026, 6, 30)),))) is not None
    assert passed(series(34, lines=(replace(LIMIT, start=dt.date(2026, 7, 1)),))) is None


def test_a_target_is_no_limit() -> None:
    assert passed(series(34, lines=(Line(LineKind.TARGET, 30),))) is None


def test_an_improvement_asks_whether_it_will_last() -> None:
    better = replace(WORSE, variation="improvement-low")
    assert question(series(20), better) == (
        "What explains the fall in unresourced incidents since May 2026, and will it last?"
    )


def test_a_target_out_of_reach_asks_what_would_have_to_change() -> None:
    facts = series(
        70, lines=(Line(LineKind.TARGET, 85),), unit="%", better=Better.HIGHER, name="Satisfaction"
    )
    fails = replace(QUIET, assurance="fail")
    assert question(facts, fails) == (
        "What would have to change for satisfaction to meet the target of 85%, which will not be met as "
        "things are?"
    )
    both = replace(WORSE, assurance="fail", variation="concern-low")
    assert question(facts, both) == (
        "What explains the fall in satisfaction since May 2026? And what would have to change to meet the "
        "target of 85%?"
    )
    assert proposed(facts, replace(QUIET, assurance="inconsistent"), TODAY) is None
    assert proposed(replace(facts, lines=()), fails, TODAY) is None


def test_the_target_that_was_set_last_counts() -> None:
    old, new = Line(LineKind.TARGET, 80), Line(LineKind.TARGET, 85, start=dt.date(2026, 1, 1))
    assert target_now(series(lines=(new, old)), TODAY) == new
    assert target_now(series(lines=(new, old)), dt.date(2025, 12, 31)) == old


def test_an_area_outside_what_chance_gives_is_asked_about() -> None:
    away = Outside(above=True, since=dt.date(2026, 6, 1))
    assert question(series(20), place="North", outside=away) == (
        "What makes unresourced incidents in North differ from the other areas, by more than chance gives?"
    )


def test_words_of_a_set_limit_and_of_the_ordinary_range_are_never_mixed() -> None:
    found = proposed(series(34, lines=(LIMIT,)), WORSE, TODAY)
    assert found is not None
    words = " ".join([found.question, *(one.told for one in found.signals)])
    assert words.count("limit of 30 incidents") == words.count("that was set")
    assert "sigma" not in words and "control limit" not in words


def test_what_was_answered_is_not_proposed_again_until_it_begins_anew() -> None:
    facts = series(34, 34, lines=(LIMIT,))
    first = proposed(replace(facts, observed=facts.observed[:1]), QUIET, TODAY)
    assert first is not None and first.keys == ["limit:30:2026-05-01"]
    assert proposed(facts, QUIET, TODAY, answered=first.keys) is None
    again = series(34, 20, 34, lines=(LIMIT,))
    assert _keys(again) == ["limit:30:2026-06-01"]


def _keys(facts: Facts) -> list[str]:
    found = proposed(facts, QUIET, TODAY)
    assert isinstance(found, Proposed)
    return found.keys


def test_of_two_signals_the_one_that_was_not_answered_is_asked_about() -> None:
    facts = series(20, 33, 34, lines=(LIMIT,))
    found = proposed(facts, WORSE, TODAY, answered=["change:2026-05-01"])
    assert found is not None
    assert found.question.startswith("What has put unresourced incidents above")
    assert found.keys == ["limit:30:2026-05-01"]


def test_a_missed_target_is_news_again_in_a_new_phase() -> None:
    lines = (Line(LineKind.TARGET, 85),)
    fails = replace(QUIET, assurance="fail")
    facts = series(70, 70, lines=lines, better=Better.HIGHER)
    first = proposed(facts, fails, TODAY)
    assert first is not None and first.keys == ["target:85:always"]
    phased = replace(facts, phases=[Phase(dt.date(2026, 6, 1), "A new survey.")])
    again = proposed(phased, fails, TODAY, answered=first.keys)
    assert again is not None and again.keys == ["target:85:2026-06-01"]


def test_a_refused_chart_proposes_only_a_limit_that_is_passed() -> None:
    refused = replace(WORSE, refused="It is a rolling average.", assurance="fail")
    assert proposed(series(20, lines=(Line(LineKind.TARGET, 10),)), refused, TODAY) is None
    found = proposed(series(34, lines=(LIMIT,)), refused, TODAY)
    assert found is not None and [one.sign for one in found.signals] == ["limit"]


@pytest.mark.parametrize(("days", "asks"), [(190, True), (191, False)])
def test_old_figures_propose_nothing(days: int, asks: bool) -> None:
    facts = series(34, lines=(LIMIT,))
    day = facts.observed[-1].last + dt.timedelta(days=days)
    assert (proposed(facts, WORSE, day) is not None) == asks


def test_every_key_fits_its_column() -> None:
    line = Line(LineKind.LIMIT, -123456.789e10)
    found = proposed(series(34, lines=(line,)), WORSE, TODAY, outside=Outside(False, TODAY))
    assert found is not None and all(len(key) <= 80 for key in found.keys)
