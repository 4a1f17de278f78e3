"""All measures, and one over time: its sentence, its chart, what was asked and done about it, its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.measures import words as wording
from answerable.core.publication.shapes_measures import MeasureContent
from answerable.public.gone import gone_or_unknown
from answerable.public.measures import brief, charts, queries
from answerable.public.pages import office_at, page
from answerable.published.previewing import NOTHING, Over
from answerable.web.csv_file import csv_response

MOST_SMALL = 12  # charts side by side: more are not compared by eye, and make the page heavy
BETTERS = {"higher": "higher is better", "lower": "lower is better", "neither": "neither way is better"}
FREQUENCIES = {
    "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly",
    "rolling": "rolling twelve months",
}  # fmt: skip
KINDS = {
    "count": "a count", "rate": "a rate", "proportion": "a proportion, in per cent",
    "duration": "a duration", "survey": "a share of those asked in a survey, in per cent",
    "index": "a number",
}  # fmt: skip
LINES = {"target": "Target", "limit": "Limit", "baseline": "Baseline", "aspiration": "Aspiration"}
WHOSE = {
    "force": "the whole force", "area": "an area", "other": "another force",
    "group": "the most similar group", "nation": "the nation",
}  # fmt: skip
HEAD = (
    "whose", "kind", "source", "from", "to", "value", "numerator", "denominator", "sample", "provisional",
    "reported", "expected", "mark", "revised",
)  # fmt: skip


def measures(request: HttpRequest, office: str) -> HttpResponse:
    """Every measure with its sentence."""
    rows = [
        (one, brief.spark(one.data["recent"]), brief.last(one.data["recent"], one.data))
        for one in queries.measures(office)
    ]
    context = {"office": office_at(office), "title": _("Measures"), "rows": rows}
    return page(request, "public/measures/measures.html", context)


def measure(request: HttpRequest, office: str, measure: str, over: Over = NOTHING) -> HttpResponse:
    """One measure."""
    told, path = office_at(office), f"{office}/measures/{measure}"
    one = queries.measure_at(path, over)
    if one is None:
        return gone_or_unknown(request, told, path)
    every = charts.charts_of(one)
    context = {
        "office": told, "title": one["name"], "measure": one, "main": every[0] if every else None,
        "areas": charts.of_areas(every)[:MOST_SMALL],
        "others": [each for each in every[1:] if each.series["who"] != "area" and each.last],
        "hidden": sum(each.hidden for each in every), "exchanges": queries.asked_about(one),
        "actions": queries.actions_about(one), "topic": queries.topic_of(one),
        "kinds": KINDS, "betters": BETTERS, "frequencies": FREQUENCIES, "lines": LINES,
        "wording": wording, "day": lambda text: words.date(brief.day(text)),
    }  # fmt: skip
    return page(request, "public/measures/measure.html", context)


def measure_csv(request: HttpRequest, office: str, measure: str) -> HttpResponseBase:
    """Every figure of a measure that is public."""
    told, path = office_at(office), f"{office}/measures/{measure}"
    one = queries.measure_at(path)
    if one is None:
        return gone_or_unknown(request, told, path)
    return csv_response(f"{measure}.csv", HEAD, _rows(one))


def _rows(measure: MeasureContent) -> Iterator[list[Any]]:
    for series in measure["series"]:
        for one in series["observed"]:
            yield [
                series["name"], WHOSE[series["who"]], series["source"], one["start"], one["last"],
                one["value"], one["numerator"], one["denominator"], one["sample"],
                "yes" if one["provisional"] else "no", one["reported"], one["expected"], one["note"],
                one["revised"],
            ]  # fmt: skip
