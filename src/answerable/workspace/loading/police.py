"""The files of data.police.uk, as they are: counted, looked at and loaded without any mapping."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.measures.models import Load
from answerable.measures.operations.loading import Read, load_figures
from answerable.measures.queries.loading import area_codes, loaded_before
from answerable.readers.errors import Unreadable
from answerable.web.clash import seen_in
from answerable.workspace.here import Here
from answerable.workspace.loading.preview import Preview, police_preview
from answerable.workspace.loading.reading import count_police_file
from answerable.workspace.sent import went_through

MOST_SHOWN = 100  # changes, and faults, that the page lists


def look_at_police(request: HttpRequest, load: Load, at: Here) -> HttpResponse:
    """What the file counts to, held against what is kept; sent as a form, it is loaded."""
    assert load.document is not None
    codes = area_codes(at.office_id)
    try:
        tally = count_police_file(load.document.content.path, load.document.name, codes)
    except Unreadable as refusal:
        return unread(request, load, str(refusal))
    found = police_preview(at.office_id, tally, at.today)
    if request.method == "POST" and found.is_usable and _loaded(request, load, found):
        return redirect("load_preview", load.pk)
    moved = [one for one in found.changes if one.what != "same"]
    context = {
        "load": load, "before": None if found.is_usable else loaded_before(load), "found": found,
        "has_lookup": bool(codes),
        "faults": found.faults[:MOST_SHOWN], "more_faults": len(found.faults) - MOST_SHOWN,
        "changes": moved[:MOST_SHOWN], "more": len(moved) - MOST_SHOWN,
    }  # fmt: skip
    status = 400 if request.method == "POST" and not found.is_usable else 200
    return render(request, "workspace/loading/police.html", context, status=status)


def unread(request: HttpRequest, load: Load, why: str) -> HttpResponse:
    """A file that cannot be read any more, with the way to drop it."""
    return render(request, "workspace/loading/unread.html", {"load": load, "why": why}, status=400)


def _loaded(request: HttpRequest, load: Load, found: Preview) -> bool:
    counted = found.counts
    said = f"Loaded {load.name}: {counted['new']:,} values are new and {counted['revised']:,} revised."
    seen = seen_in(request.POST)
    return went_through(request, said, load_figures, load=load, figures=found.figures, read=Read(), seen=seen)
