"""The table behind a chart says what the chart shows; values and periods as a person writes them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.template import engines

from answerable.components import figures_gallery as gallery
from answerable.components.figures_table import rows
from answerable.components.figures_words import set_line, short_period, state, value
from answerable.core.measures.facts import Line, LineKind, Observed
from answerable.core.measures.telling import span_in_words
from answerable.core.measures.verdict import Point


@pytest.mark.parametrize(
    ("number", "unit", "decimals", "expected"),
    [
        (83.44, "%", 1, "83.4%"), (83.5, "per cent", 0, "84%"), (1204, "calls", 0, "1,204"),
        (62000, "£", 0, "£62,000"), (-3, "points", 0, "−3"), (-0.04, "points", 1, "0.0"), (-5, "£", 0, "−£5"),
    ],
)  # fmt: skip
def test_values(number: float, unit: str, decimals: int, expected: str) -> None:
    assert value(number, unit, decimals) == expected


@pytest.mark.parametrize(
    ("start", "last", "long", "short"),
    [
        ("2022-05-01", "2022-05-31", "May 2022", "May 2022"),
        ("2022-04-01", "2022-06-30", "April to June 2022", "Apr to Jun 2022"),
        ("2021-12-01", "2022-02-28", "December 2021 to February 2022", "Dec 2021 to Feb 2022"),
        ("2025-04-01", "2026-03-31", "2025/26", "2025/26"),
        ("2026-05-04", "2026-05-10", "week to 10 May 2026", "10 May 2026"),
        ("2026-05-04", "2026-05-04", "4 May 2026", "4 May 2026"),
        ("2026-05-04", "2026-05-17", "4 May 2026 to 17 May 2026", "17 May 2026"),
    ],
)
def test_periods(start: str, last: str, long: str, short: str) -> None:
    days = dt.date.fromisoformat(start), dt.date.fromisoformat(last)
    assert (span_in_words(*days), short_period(*days)) == (long, short)


@pytest.mark.parametrize("kind", LineKind)
def test_a_line_says_what_it_is(kind: LineKind) -> None:
    said = set_line(Line(kind, 85), "%")
    assert said == f"{kind} 85%{' (set)' if kind == LineKind.LIMIT else ''}"


def test_the_newest_stands_first_with_its_state() -> None:
    found = rows(gallery.breached())
    assert found.unit == "Incidents a week"
    assert found.rows[0][:2] == ("week to 27 February 2022", "42")
    assert found.rows[0].state == "worse, a real change"
    assert found.rows[-1].state == "ordinary variation"
    assert found.rows[-21].value == "–" and found.rows[-21].state == "no value"
    assert not found.parts and not found.samples


def test_what_the_values_are_made_of_stands_beside_them() -> None:
    picture = gallery.few()
    observed = [Observed(one.start, one.last, one.value, 4, 1204, 300.5) for one in picture.points[:1]]
    found = rows(picture, observed)
    assert found.parts and found.samples
    assert found.rows[-1][2:5] == ("4", "1,204", "300.5")
    assert found.rows[0][2:5] == ("–", "–", "–")


def test_provisional_is_said() -> None:
    month = gallery.months(2024, 1, 1)[0]
    assert state(Point(*month, 4, "better", provisional=True)) == "better, a real change; provisional"
    assert state(Point(*month, None, provisional=True)) == "no value"


def test_the_macro_makes_a_table_with_heads_for_rows_and_columns() -> None:
    source = (
        '{% from "components/figures.html" import series_table, places_table %}'
        "{{ series_table(picture) }}{{ places_table(places, '%', 0) }}"
    )
    picture = replace(gallery.few(), title="Complaints <b>")
    html = engines.all()[0].from_string(source).render({"picture": picture, "places": gallery.five()})
    assert html.count("<tr") == 1 + 3 + 1 + 5
    assert html.count('scope="row"') == 8
    assert "Complaints &lt;b&gt;</caption>" in html
    assert "March 2024" in html and "83%" in html
