"""What accountability adds up to: counts with their denominators, by one dimension at a time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from answerable.components.shares import Share, counts, shares
from answerable.core.actions.outcomes import (
    LETTERS,
    NAMES,
    RULES,
    SMALLEST_MEDIAN,
    SMALLEST_SHARE,
    Outcome,
    bands,
    median,
    share,
)
from answerable.web.address import Asked, asked, with_values
from answerable.web.csv_file import csv_response
from answerable.workspace.figures import queries
from answerable.workspace.figures.queries import DIMENSIONS, MOST_ROWS, Row, Span
from answerable.workspace.here import Here, here

CHOICES = {key: name for key, (name, _) in DIMENSIONS.items()}


def figures(request: HttpRequest) -> HttpResponse:
    """How many were kept, late, slipped, open and lapsed."""
    at, values = here(request), asked(request)
    span, chosen = _span(values), values.choice("by", CHOICES, "what to count by") or "year"
    whole, rows = queries.total(at, span), DIMENSIONS[chosen][1](at, span)
    taken, moved = queries.days_taken(at, span), queries.moved(at, span)
    context = {
        "at": at, "asked": values, "span": span, "by": chosen, "choices": CHOICES, "names": NAMES,
        "rules": RULES, "outcomes": list(Outcome), "whole": whole, "rows": rows[:MOST_ROWS],
        "more": len(rows) - MOST_ROWS, "picture": picture, "letters": LETTERS, "share": share,
        "bands": bands(taken), "counts": counts, "taken": sum(taken.values()), "median": median(taken),
        "few": sorted(taken.elements()) if median(taken) is None else [], "moved": moved,
        "reported": queries.reported(at, span),
        "smallest_share": SMALLEST_SHARE, "smallest_median": SMALLEST_MEDIAN,
        "moved_by": median(moved.days), "promises": queries.promises(at, span),
        "download": "/figures/figures.csv" + with_values(request),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/figures/figures.html", context, status=status)


def picture(row: Row) -> str:
    """What became of a row's actions, as one bar."""
    return shares([Share(key, LETTERS[key], row.counts[key]) for key in Outcome], row.in_words)


def figures_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The table that the address asks for, as a CSV file."""
    at, values = here(request), asked(request)
    span, chosen = _span(values), values.choice("by", CHOICES, "what to count by") or "year"
    if values.problems:
        return figures(request)
    head = [CHOICES[chosen], "Given", *NAMES.values()]
    return csv_response("figures.csv", head, _lines(DIMENSIONS[chosen][1](at, span), at, span))


def _lines(rows: list[Row], at: Here, span: Span) -> list[list[object]]:
    everything = [*rows, queries.total(at, span)]
    return [[one.name, one.given, *(one.counts[key] for key in NAMES)] for one in everything]


def _span(values: Asked) -> Span:
    span = Span(values.date("from", "the first day"), values.date("to", "the last day"))
    if span.start and span.end and span.end < span.start:
        values.refuse("to", "The last day is before the first: write a later one")
        return Span(span.start, None)
    return span
