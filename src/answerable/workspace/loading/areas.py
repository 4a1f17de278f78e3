"""Which small areas lie in which policing area: a table that is sent in, and set as a whole."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.core.measures.loading.faults import Fault
from answerable.core.measures.loading.lookup import Lookup, read_lookup
from answerable.intake.uploads import Limits, Spool, clean_name, limits, problem_with
from answerable.measures.operations.area_codes import set_area_codes
from answerable.measures.queries.loading import area_codes, areas_of, places_of
from answerable.readers.errors import Unreadable
from answerable.web.address import Asked
from answerable.workspace.here import Here, here
from answerable.workspace.loading.reading import read_figures_file

MOST_SHOWN = 100  # faults that the page lists


@csrf_exempt
def areas(request: HttpRequest) -> HttpResponse:
    """The lookup; how a file is received is settled before anything of the form is looked at."""
    if request.method != "POST":
        return _page(request, Asked({}), [])
    most = limits()
    request.upload_handlers = [Spool(request, Limits(most.file, most.file, 1))]
    return _send(request)


@csrf_protect
def _send(request: HttpRequest) -> HttpResponse:
    files: list[Any] = request.FILES.getlist("file")
    typed = Asked(request.POST.dict())
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    at = here(request)
    problem = spool.problem or problem_with(files)
    if problem or at.office is None:
        typed.refuse("file", problem)
        return _page(request, typed, [])
    try:
        found = _read(at, files[0])
    except Unreadable as refusal:
        typed.refuse("file", str(refusal))
        return _page(request, typed, [])
    if found.faults:
        return _page(request, typed, found.faults)
    said = f"Set the lookup: {len(found.codes):,} small areas."
    do(request, said, set_area_codes, office=at.office, codes=found.codes)
    return redirect("load_areas")


def _read(at: Here, file: Any) -> Lookup:
    """Raises Unreadable, also of a workbook with several sheets."""
    name = clean_name(file.name)
    book = read_figures_file(file.read(), name)
    if not book.sheets:
        raise Unreadable(
            f"{name} has {len(book.names)} sheets; keep the one with the lookup and send it again."
        )
    _, places = places_of(at.office_id)
    return read_lookup(
        book.sheets[0], {name: to for name, to in places.items() if to in areas_of(at.office_id)}
    )


def _page(request: HttpRequest, typed: Asked, faults: list[Fault]) -> HttpResponse:
    at = here(request)
    counted = Counter(area_codes(at.office_id).values())
    context = {
        "asked": typed, "faults": faults[:MOST_SHOWN], "more_faults": len(faults) - MOST_SHOWN,
        "all_faults": len(faults), "limit": f"{limits().file // 2**20} MB",
        "areas": [(span.name, counted[place]) for place, span in areas_of(at.office_id).items()],
        "total": sum(counted.values()),
    }  # fmt: skip
    status = 400 if typed.problems or faults else 200
    return render(request, "workspace/loading/areas.html", context, status=status)
