"""The publication scheme: what the law asks, what meets it, and what is late or missing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.accounts.doing import do
from answerable.core.permissions.table import Permission
from answerable.core.publication.duties import BY_CODE, Duty
from answerable.publishing.models import DutyMet
from answerable.publishing.operations.scheme import (
    LONGEST,
    Said,
    change_met,
    is_web_address,
    met_version,
    remove_met,
    say_met,
)
from answerable.publishing.scheme import scheme_of
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.sent import version_of_form, went_through

NO = "no"


def scheme(request: HttpRequest) -> HttpResponse:
    """Every duty, those that are missing or late first."""
    at = here(request)
    if at.office is None:
        raise Http404("There is no office.")
    context = {
        "scheme": scheme_of(at.office, at.today), "office": at.office,
        "may_keep": at.actor.may(Permission.KEEP_SCHEME),
    }  # fmt: skip
    return render(request, "workspace/scheme/scheme.html", context)


def add(request: HttpRequest, duty: str) -> HttpResponse:
    """Something that is published elsewhere and meets a duty, or why the duty does not apply."""
    at = here(request)
    if at.office is None or duty not in BY_CODE:
        raise Http404("There is no such duty.")
    asked = Asked(request.POST.dict())
    if request.method == "POST":
        said = _said(asked)
        if not asked.problems and went_through(
            request, "Added to the publication scheme.", say_met, office=at.office, duty=duty, typed=said
        ):
            return redirect("scheme")
    return _form(request, BY_CODE[duty], asked, None)


def change(request: HttpRequest, key: int) -> HttpResponse:
    """What meets a duty, put right."""
    met = _met(request, key)
    held = {
        "title": met.title, "address": met.address, "note": met.note, "applies": "" if met.applies else NO,
        "published_on": str(met.published_on or ""), "review_by": str(met.review_by or ""),
    }  # fmt: skip
    asked = Asked({**held, **chosen(request.POST.dict())})
    if request.method == "POST":
        said = _said(asked)
        if not asked.problems and went_through(
            request, "Changed.", change_met, met=met, typed=said, seen=seen_in(request.POST)
        ):
            return redirect("scheme")
    return _form(request, BY_CODE[met.duty], asked, met)


def remove(request: HttpRequest, key: int) -> HttpResponse:
    """It does not meet the duty any more."""
    do(request, "Taken off the publication scheme.", remove_met, met=_met(request, key))
    return redirect("scheme")


def _met(request: HttpRequest, key: int) -> DutyMet:
    rows = DutyMet.objects.filter(office_id=here(request).office_id, removed_at=None)
    return get_object_or_404(rows, pk=key)


def _said(asked: Asked) -> Said:
    applies = asked.text("applies") != NO
    title, address, note = (asked.values.get(name, "").strip() for name in ("title", "address", "note"))
    day = asked.date("published_on", "the day on which it was published")
    again = asked.date("review_by", "the day by which it is looked at again")
    if applies and not title:
        asked.refuse("title", "Say what it is that is published")
    if applies and not is_web_address(address):
        asked.refuse("address", "Give the address at which everybody finds it, beginning with https://")
    if not applies and not note:
        asked.refuse("note", "Say why the duty does not apply")
    for name, text in (("title", title), ("note", note)):
        if len(text) > LONGEST:
            asked.refuse(name, f"Shorten it to {LONGEST} letters: it has {len(text):,}")
    return Said(title or "Does not apply", address, day, again, note, applies)


def _form(request: HttpRequest, duty: Duty, asked: Asked, met: DutyMet | None) -> HttpResponse:
    context = {
        "duty": duty, "asked": asked, "met": met,
        "version": version_of_form(request, met_version(met)) if met else "",
    }  # fmt: skip
    return render(request, "workspace/scheme/met.html", context, status=400 if asked.problems else 200)
