"""How a forum meets and what its papers look like: read, set, and a new forum; an office's own words."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.agendas.operations.standing import as_typed, from_lines, set_standing
from answerable.core.clash import version
from answerable.core.minutes.titles import item_kind
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Forum
from answerable.meetings.operations import make_forum, set_forum
from answerable.meetings.queries import settings_version
from answerable.offices.operations import set_labels
from answerable.offices.queries import LABELS as OFFICE_LABELS
from answerable.offices.queries import labels_version
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.forums import queries
from answerable.workspace.forums.typed import DAYS, KINDS, LABELS, MONTHS, RULE_YEARS, WEEKDAYS, WEEKS, typed
from answerable.workspace.forums.typed import shown as as_shown
from answerable.workspace.here import here
from answerable.workspace.sent import version_of_form, went_through

MOST_TYPED = 20_000  # letters of standing items: many times what an agenda has
CHOICES = {
    "kinds": KINDS, "weeks": WEEKS, "weekdays": WEEKDAYS, "months": MONTHS, "labels": LABELS, "days": DAYS,
    "rule_years": RULE_YEARS, "rhythms": dict(Forum.Rhythm.choices),
    "numberings": dict(Forum.Numbering.choices), "layouts": dict(Forum.Layout.choices),
}  # fmt: skip


def forum(request: HttpRequest, key: int) -> HttpResponse:
    """How one forum meets."""
    at = here(request)
    found = queries.forum_at(at, key)
    context = {
        **CHOICES, "forum": found, "standing": list(found.standing_items.all()),
        "sets": at.actor.may(Permission.SET_FORUMS), "after": queries.continued_as(at, found),
    }  # fmt: skip
    return render(request, "workspace/forums/forum.html", context)


def settings(request: HttpRequest, key: int) -> HttpResponse:
    """The form of how it meets."""
    found = queries.forum_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        changes = typed(values)
        seen = seen_in(request.POST)
        if not values.problems and went_through(
            request, "Saved.", set_forum, forum=found, changes=changes, seen=seen
        ):
            return redirect("forum", key)
    shown = values.values if request.method == "POST" else as_shown(found)
    context = {
        **CHOICES,
        "forum": found,
        "asked": values,
        "shown": shown,
        "version": version_of_form(request, settings_version(found)),
    }
    status = 400 if values.problems else 200
    return render(request, "workspace/forums/settings.html", context, status=status)


def standing(request: HttpRequest, key: int) -> HttpResponse:
    """What every agenda of it has, a line to an item."""
    found = queries.forum_at(here(request), key)
    held = as_typed(list(found.standing_items.all()))
    text = chosen(request.POST.dict()).get("items", held)[:MOST_TYPED]
    items = from_lines(text)
    if request.method == "POST":
        seen = seen_in(request.POST)
        if went_through(request, "Saved.", set_standing, forum=found, items=items, seen=seen):
            return redirect("forum", key)
    context = {
        "forum": found, "asked": Asked({}), "shown": {"items": text},
        "version": version_of_form(request, version(held)),
        "read": [(one, item_kind(one.title)) for one in items],
    }  # fmt: skip
    return render(request, "workspace/forums/standing.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """A forum that has no minutes yet."""
    at = here(request)
    values = Asked(request.POST.dict())
    if request.method == "POST" and at.office is not None:
        name = values.text("name")
        if not name:
            values.refuse("name", "Give the forum a name")
        elif went_through(request, f"Made: {name}.", make_forum, office=at.office, name=name):
            made = Forum.objects.filter(office=at.office, name__iexact=" ".join(name.split())).first()
            return redirect("forum_settings", made.pk) if made else redirect("forums")
    status = 400 if values.problems else 200
    return render(
        request, "workspace/forums/new.html", {"asked": values, "shown": values.values}, status=status
    )


def words(request: HttpRequest) -> HttpResponse:
    """What the commissioner, the chief officer and the office are called here."""
    office = here(request).office
    if office is None:
        raise Http404("There is no office.")
    values = Asked(chosen(request.POST.dict()))
    if request.method == "POST":
        labels = {name: values.text(name) for name in OFFICE_LABELS if name in values.values}
        seen = seen_in(request.POST)
        if went_through(request, "Saved.", set_labels, office=office, labels=labels, seen=seen):
            return redirect("forums")
    held = {name: getattr(office, name) for name in OFFICE_LABELS}
    context = {
        "asked": values, "shown": {**held, **values.values}, "names": OFFICE_LABELS,
        "version": version_of_form(request, labels_version(office)),
    }  # fmt: skip
    return render(request, "workspace/forums/words.html", context)
