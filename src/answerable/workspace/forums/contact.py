"""How the public reaches the office, its last day, and who comes after it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.offices.models import Office
from answerable.offices.operations import set_contact
from answerable.offices.queries import CONTACT, contact_version
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.sent import version_of_form, went_through


def contact(request: HttpRequest) -> HttpResponse:
    office = here(request).office
    if office is None:
        raise Http404("There is no office.")
    values = Asked(chosen(request.POST.dict()))
    if request.method == "POST":
        ends_on = values.date("ends_on", "the office’s last day")
        typed = {name: values.values.get(name, "").replace("\r\n", "\n") for name in CONTACT}
        seen = seen_in(request.POST)
        if not values.problems and went_through(
            request, "Saved.", set_contact, office=office, contact=typed, ends_on=ends_on,
            successor=values.text("successor"), seen=seen,
        ):  # fmt: skip
            return redirect("forums")
    context = {
        "asked": values, "shown": {**_held(office), **values.values}, "names": CONTACT,
        "version": version_of_form(request, contact_version(office)),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/forums/contact.html", context, status=status)


def _held(office: Office) -> dict[str, str]:
    said = {name: office.contact.get(name, "") for name in CONTACT}
    day = f"{office.ends_on:%-d/%-m/%Y}" if office.ends_on else ""
    return {**said, "ends_on": day, "successor": office.successor}
