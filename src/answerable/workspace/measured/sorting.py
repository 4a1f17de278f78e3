"""What a person says of a quoted figure: it is not this measure, or it is after all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.accounts.doing import do
from answerable.measures.models import Measure
from answerable.meetings.models import Figure
from answerable.meetings.operations.claiming import not_this_measure, this_measure_after_all
from answerable.web.address import Asked
from answerable.workspace.here import here


def not_this(request: HttpRequest, key: int) -> HttpResponse:
    """The figure leaves the measure's page; ``key`` is the figure's."""
    return _said(request, key, not_this_measure, "It does not stand beside this measure any more.")


def this_again(request: HttpRequest, key: int) -> HttpResponse:
    """It comes back."""
    return _said(request, key, this_measure_after_all, "It stands beside this measure again.")


def _said(request: HttpRequest, key: int, operation: Callable[..., Any], done: str) -> HttpResponse:
    at = here(request)
    rows = at.sees(Figure.objects.filter(pk=key, meeting__office_id=at.office_id))
    figure = rows.select_related("meeting__forum").first()
    wanted = Asked(request.POST.dict()).number("measure", "a measure")
    measure = at.sees(Measure.objects.filter(pk=wanted or 0, office_id=at.office_id)).first()
    if figure is None:
        raise Http404("There is no such figure.")
    if measure is None:
        messages.error(request, "There is no such measure any more.")
        return redirect("measures")
    do(request, done, operation, figure=figure, measure=measure)
    return redirect("measure", measure.pk)
