"""Reads of the pages that load figures."""

from __future__ import annotations

from django.http import Http404

from answerable.core.measures.loading.shape import Known
from answerable.measures.models import Load, Mapping, Measure
from answerable.measures.queries.loading import known
from answerable.workspace.here import Here

MOST_SHOWN = 20  # loads that the page lists


def loads(at: Here, state: str) -> list[Load]:
    """The last files of a state, the newest first."""
    rows = at.sees(Load.objects.filter(office_id=at.office_id, state=state), "document")
    return list(rows.select_related("by", "mapping")[:MOST_SHOWN])


def load_at(at: Here, key: int) -> Load:
    """Raises Http404 for one of another office."""
    rows = at.sees(Load.objects.filter(office_id=at.office_id), "document")
    found = rows.select_related("document", "by", "mapping", "office").defer("document__text").filter(pk=key)
    load = found.first()
    if load is None:
        raise Http404
    return load


def waiting(at: Here, digest: str) -> Load | None:
    """The file that waits to be confirmed."""
    rows = at.sees(Load.objects.filter(office_id=at.office_id, digest=digest), "document")
    return rows.filter(state=Load.State.PENDING).first()


def mappings(at: Here) -> dict[int, Mapping]:
    """The office's mappings in the order of their names."""
    return {one.pk: one for one in Mapping.objects.filter(office_id=at.office_id).select_related("by")}


def known_here(at: Here) -> tuple[Known, list[Measure]]:
    """The measures and places that the one who asks may see, by their names; and those measures."""
    measures = list(at.sees(Measure.objects.filter(office_id=at.office_id)))
    return known(at.office_id, measures), measures
