# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Fills a site's database with measures and observations. Run by ``measures.py``: series and weeks a measure.

The database is the one that ANSWERABLE_DATA names.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
django.setup()

from django.db import connection, transaction
from generating.figures import FIRST, counted, measure_name, weeks

from answerable.accounts.models import User
from answerable.measures.models import Definition, Line, Measure, MeasureEvent, Observation, Series
from answerable.offices.models import Area, Force, Office
from benching.visit import NOW

MEASURES = 50
AREAS = ("Tarnebury", "Saltmere", "Brackenholt", "Estmoor", "Upper Wyvern")
FORCE = "Wyvern Valley Police"
INSERT = f"""INSERT INTO {Observation._meta.db_table}
    (series_id, start, last, value, numerator, denominator, provisional, note)
    VALUES (%s, %s, %s, %s, %s, %s, FALSE, '')"""
TARGET = 70

Span = tuple[dt.date, dt.date]


def main(series: int, count: int) -> None:
    office = Office.objects.create(name="Wyvern Valley", slug="wyvern-valley")
    force = Force.objects.create(office=office, name=FORCE)
    areas = [Area.objects.create(force=force, name=name) for name in AREAS]
    by = User.objects.create(email="bench@wyvern.example", name="Bench", made_at=NOW, password="!")
    spans = weeks(count)
    for number in range(MEASURES):
        with transaction.atomic():
            measure = _measure(office, number, by, spans[-1][0])
            for one in _series(measure, force, areas, series):
                one.save()
                _observe(one, spans)


def _measure(office: Office, number: int, by: User, last: dt.date) -> Measure:
    tier = ("gold", "silver", "")[number % 3]
    measure = Measure.objects.create(
        office=office, name=measure_name(number), kind="proportion", unit="%", better="higher",
        frequency="week", tier=tier,
    )  # fmt: skip
    said = {"measure": measure, "at": NOW, "by": by}
    Definition.objects.create(start=FIRST, text="Done within a day, of those counted.", **said)
    Line.objects.create(kind="target", value=TARGET, start=FIRST, words="The plan", **said)
    MeasureEvent.objects.create(on=last, kind="action", text="A pilot began", **said)
    return measure


def _series(measure: Measure, force: Force, areas: list[Area], count: int) -> Iterator[Series]:
    """The force's, the areas', and as many of other forces as are wanted."""
    yield Series(measure=measure, who="force", force=force, name=FORCE)
    for area in areas:
        yield Series(measure=measure, who="area", force=force, area=area, name=area.name)
    for number in range(count - 1 - len(areas)):
        yield Series(measure=measure, who="other", name=f"Force {number + 1}")


def _observe(series: Series, spans: Sequence[Span]) -> None:
    """One statement for all weeks, without a model in between: 2 million rows are much else to wait for."""
    values = counted(len(spans), f"{series.measure_id} {series.name}")
    rows = (
        (series.pk, str(start), str(last), 100 * met / of, met, of)
        for (start, last), (met, of) in zip(spans, values, strict=True)
    )
    with connection.cursor() as cursor:
        cursor.executemany(INSERT, list(rows))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
