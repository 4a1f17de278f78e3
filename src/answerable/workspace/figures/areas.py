"""The form that names the force and its areas."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.offices.operations import set_areas
from answerable.offices.queries import areas_of, areas_version, force_of
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.sent import version_of_form, went_through

MOST_TYPED = 20_000  # letters: many times what a list of areas has


def areas(request: HttpRequest) -> HttpResponse:
    """A line to an area: figures count by them, and measures have a series for each."""
    office = here(request).office
    if office is None:
        raise Http404("There is no office here.")
    typed = chosen(request.POST.dict())
    force = force_of(office)
    shown = {
        "force": typed.get("force", force.name if force else "")[:MOST_TYPED],
        "areas": typed.get("areas", "\n".join(areas_of(office)))[:MOST_TYPED],
    }
    if request.method == "POST" and went_through(
        request, "Saved.", set_areas, office=office, force=shown["force"],
        areas=shown["areas"].splitlines(), seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("/figures/?by=area")
    context = {"shown": shown, "version": version_of_form(request, areas_version(office))}
    return render(request, "workspace/figures/areas.html", context)
