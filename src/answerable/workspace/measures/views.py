"""All measures at once, one measure over time, what was set about it, and its figures as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from answerable.accounts.shown import shows
from answerable.components import words
from answerable.core.measures import words as wording
from answerable.core.permissions.table import Permission
from answerable.measures.models import Measure
from answerable.measures.models.measure import TIERS
from answerable.web.address import asked
from answerable.web.csv_file import csv_response
from answerable.workspace.here import here
from answerable.workspace.measured.claiming import claims_on
from answerable.workspace.measures import board, queries, setting
from answerable.workspace.measures.whole import MOST_SMALL, sounds_like, whole

BAD = 400
HEAD = (
    "whose", "kind", "source", "from", "to", "value", "numerator", "denominator", "sample", "provisional",
    "reported", "expected", "mark",
)  # fmt: skip


def measures(request: HttpRequest) -> HttpResponse:
    """The dashboard."""
    at, values = here(request), asked(request)
    found = board.board(at, values)
    context = {
        "board": found, "asked": values, "today": at.today,
        "tiers": [("", "Every tier"), *TIERS.items(), ("none", board.NO_TIER)],
        "objectives": [("", "Every objective"), *found.objectives],
        "shown": [("", "All that are kept"), *board.SHOWN.items()],
        "any": any(values.text(name) for name in ("tier", "objective", "show")),
        "sets": at.actor.may(Permission.SET_MEASURES),
    }  # fmt: skip
    return render(request, "workspace/measures/board.html", context, status=BAD if values.problems else 200)


def measure(request: HttpRequest, key: int) -> HttpResponse:
    """One measure: the sentence, the chart, areas side by side, what was asked and done about it."""
    at, values = here(request), asked(request)
    found = queries.measure_at(at, key)
    every = values.choice("from", {"all": "all of it"}, "how far back") == "all"
    shown = whole(at, found, values.number("of", "whose figures"), every=every)
    context = {
        "measure": found, "whole": shown, "found": [] if shown.topic else sounds_like(at, found),
        "every": every, "asked": values, "wording": wording, "most_small": MOST_SMALL, "today": at.today,
        "sets": at.actor.may(Permission.SET_MEASURES), "decides": at.actor.may(Permission.DECIDE_PHASES),
        "marks": at.actor.may(Permission.MARK), "claims": claims_on(at, found),
    }  # fmt: skip
    return render(request, "workspace/measures/measure.html", context, status=BAD if values.problems else 200)


def set_about(request: HttpRequest, key: int) -> HttpResponse:
    """What was set about it: definitions, lines, events, gaps, whose figures."""
    at = here(request)
    found = queries.measure_at(at, key)
    context = {
        "measure": found, "set": setting.all_set(found), "wording": wording,
        "sets": at.actor.may(Permission.SET_MEASURES),
    }  # fmt: skip
    return render(request, "workspace/measures/set.html", context)


def figures(request: HttpRequest, key: int) -> HttpResponseBase:
    """Every figure of a measure, as CSV."""
    at = here(request)
    found = queries.measure_at(at, key)
    shows(request, found)
    return csv_response(f"measure-{found.pk}.csv", HEAD, _rows(found))


def _rows(found: Measure) -> Iterator[list[Any]]:
    for one in queries.observed(found):
        who = one.series
        yield [
            who.name, words.sentence(who.get_who_display()).rstrip("."), who.source, one.start, one.last,
            one.value, one.numerator, one.denominator, one.sample, "yes" if one.provisional else "no",
            one.reported, one.expected, one.note,
        ]  # fmt: skip
