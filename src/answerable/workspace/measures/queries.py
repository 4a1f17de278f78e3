"""A measure and what was set about it, as far as the actor sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404

from answerable.measures.models import Measure, Observation, PhaseChange, Series
from answerable.workspace.here import Here

T = TypeVar("T", bound=models.Model)


def measure_at(here: Here, key: int) -> Measure:
    """Raises Http404."""
    rows = here.sees(Measure.objects.select_related("office", "objective__plan", "topic"))
    return get_object_or_404(rows, pk=key, office_id=here.office_id)


def part_at(here: Here, model: type[T], key: int) -> T:
    """A line, event, gap, definition or series of a measure. Raises Http404."""
    rows = model._default_manager.filter(measure__office_id=here.office_id)
    found = (
        here.sees(rows, "measure").select_related("measure__office", "measure__topic").filter(pk=key).first()
    )
    if found is None:
        raise Http404("There is nothing like that about a measure.")
    return found


def series_at(here: Here, key: int) -> Series:
    """Raises Http404."""
    return part_at(here, Series, key)


def phase_at(here: Here, key: int) -> PhaseChange:
    """Raises Http404."""
    rows = PhaseChange.objects.filter(series__measure__office_id=here.office_id)
    rows = here.sees(rows, "series__measure").select_related("series__measure__office", "by", "taken_back_by")
    return get_object_or_404(rows, pk=key)


def observed(measure: Measure) -> Iterator[Observation]:
    """Every figure of a measure, series by series, without keeping them all. One query."""
    rows = Observation.objects.filter(series__measure=measure).select_related("series")
    return rows.order_by("series__who", "series__name", "series__source", "series", "start").iterator()
