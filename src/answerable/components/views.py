"""The gallery: every component with invented values, to look at and to test."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.components import figures_gallery
from answerable.components.charts import Mark
from answerable.components.figures_icons import ASSURANCE_WORDS, VARIATION_WORDS

STATES = [
    ("Open", "due in 12 days"),
    ("Overdue", "41 days late"),
    ("Lapsed", "7 months late"),
    ("Reported", ""),
    ("Closed", "15 Jan 2019"),
    ("Withdrawn", ""),
]
MARKS = [
    Mark("full", "Given", "3 Jul", "", "2018"),
    Mark("ring", "Still open", "9 Oct"),
    Mark("bar", "Overdue", "31 Oct"),
    Mark("up", "Moved", "20 Nov"),
    Mark("small", "Not mentioned", "15 Jan", "2 meetings", "2019"),
    Mark("square", "Complete", "12 Mar"),
    Mark("now", "Today", "2 May"),
]
PAGE = {
    "count": 20,
    "number": 10,
    "previous": "?page=9",
    "next": "?page=11",
    "steps": [{"number": number, "href": f"?page={number}"} for number in (1, 0, 9, 10, 11, 0, 20)],
}
"""Stands in for a page of a list."""


def gallery(request: HttpRequest) -> HttpResponse:
    """One page with everything, for those who build pages. Raises Http404 where it is not switched on."""
    if not settings.GALLERY:
        raise Http404
    context: dict[str, Any] = {
        "states": [{"word": word, "detail": detail} for word, detail in STATES],
        "found": [{"field": "day", "message": "Write the day as a day, month and year, such as 27/3/2018"}],
        "marks": MARKS,
        "page": PAGE,
        "drawn": [make() for make in figures_gallery.CHARTS],
        "areas": figures_gallery.areas(),
        "funnel": figures_gallery.funnel(),
        "five": figures_gallery.five(),
        "variations": list(VARIATION_WORDS),
        "assurances": list(ASSURANCE_WORDS),
    }
    return render(request, "components/gallery.html", context)
