"""Decisions of significant public interest: the list, and the form of one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.core.permissions.table import Permission
from answerable.meetings.models import Entry
from answerable.plans.editing import fields_version, shown
from answerable.publishing.models import DecisionRecord
from answerable.publishing.operations.recording import DECISION, change_decision, record_decision
from answerable.web.address import Asked, asked
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.here import Here, here
from answerable.workspace.inspections.typed import long, needed
from answerable.workspace.plan.typed import line
from answerable.workspace.sent import version_of_form, went_through

BAD = 400
LONGEST, LONGEST_LINE, LONGEST_NAME, LONGEST_NUMBER = 20_000, 300, 200, 40  # letters
READY = {"yes": "Yes, with the next publication of decisions", "no": "Not yet"}
CATEGORIES = dict(DecisionRecord.Category.choices)
EXEMPT_WHY = "Choose why the exempt part is left out: the public is told so"


def decisions(request: HttpRequest) -> HttpResponse:
    """Every record, and decisions in minutes that have none."""
    at = here(request)
    rows = DecisionRecord.objects.filter(office_id=at.office_id)
    context = {
        "page": page_of(request, rows), "keeps": at.actor.may(Permission.KEEP_SCHEME),
        "unrecorded": _said(at).filter(decision_records=None).order_by("-meeting__date", "position")[:10],
    }  # fmt: skip
    return render(request, "workspace/decisions/decisions.html", context)


def add(request: HttpRequest) -> HttpResponse:
    """A record, begun from a line of minutes where one is named."""
    at, values = here(request), Asked(request.POST.dict())
    if at.office is None:
        raise Http404("There is no office.")
    entry = _entry(at, asked(request).number("entry", "a line of minutes"))
    if request.method == "POST":
        found = _values(values)
        if not values.problems and went_through(
            request, "Recorded.", record_decision, office=at.office, values=found, entry=entry
        ):
            return redirect("decisions")
    held = _of_entry(entry) if entry else {"ready": "no", "taken_on": str(at.today)}
    context = {"heading": "Record a decision", "to": request.get_full_path(), "entry": entry}
    return _form(request, values, held, **context)


def change(request: HttpRequest, key: int) -> HttpResponse:
    """A record, put right."""
    at, sent = here(request), chosen(request.POST.dict())
    one = get_object_or_404(DecisionRecord, pk=key, office_id=at.office_id)
    values = Asked(sent)
    if request.method == "POST":
        found = {name: value for name, value in _values(values).items() if name in sent}
        what = {"decision": one, "values": found, "seen": seen_in(request.POST)}
        if not values.problems and went_through(request, "Saved.", change_decision, **what):
            return redirect("decisions")
    version = version_of_form(request, fields_version(one, DECISION))
    context = {
        "heading": f"Decision {one.number}",
        "to": request.path,
        "version": version,
        "entry": one.entry,
    }
    return _form(request, values, shown(one, DECISION), **context)


def _values(values: Asked) -> dict[str, Any]:
    """What the form says, of ``DECISION``."""
    day = values.date("taken_on", "the day on which it was taken")
    if day is None and not values.error("taken_on") and "taken_on" in values.values:
        values.refuse("taken_on", "Write the day on which it was taken")
    found = {
        "number": line(values, "number", "the number", LONGEST_NUMBER),
        "title": _needed(
            values, "title", "the title", LONGEST_LINE, "Write what was decided, in a few words"
        ),
        "taken_on": day,
        "taken_by": _needed(
            values, "taken_by", "who took it", LONGEST_NAME, "Write who took it, by their post"
        ),
        "background": long(values, "background", "the background", LONGEST),
        "decision": long(values, "decision", "the decision", LONGEST),
        "papers": long(values, "papers", "the papers", LONGEST),
        "exempt": long(values, "exempt", "the exempt part", LONGEST),
        "category": values.choice("category", CATEGORIES, "why it is exempt") or "",
        "ready": values.choice("ready", READY, "whether it is ready") == "yes",
    }
    if "decision" in values.values and not found["decision"]:
        values.refuse("decision", "Write what was decided")
    if found["exempt"] and not found["category"] and "category" in values.values:
        values.refuse("category", EXEMPT_WHY)
    return found


def _needed(values: Asked, name: str, what: str, most: int, missing: str) -> str:
    return needed(values, name, what, most, missing) if name in values.values else ""


def _said(at: Here) -> Any:
    """Lines of minutes that are decisions and open to all: a record is made to be published."""
    rows = Entry.objects.filter(kind="decision", meeting__office_id=at.office_id, restricted=False)
    return rows.exclude(item__restricted=True).select_related("meeting__forum", "item")


def _entry(at: Here, key: int | None) -> Entry | None:
    if key is None:
        return None
    found: Entry = get_object_or_404(_said(at), pk=key)
    return found


def _of_entry(entry: Entry) -> dict[str, str]:
    return {
        "title": entry.heading or (entry.item.title if entry.item else ""), "decision": entry.text,
        "taken_on": str(entry.meeting.date), "ready": "no",
    }  # fmt: skip


def _form(request: HttpRequest, values: Asked, held: dict[str, str], **more: Any) -> HttpResponse:
    context = {
        "asked": values, "shown": {**held, **request.POST.dict()}, "version": "",
        "categories": [("", "Nothing is left out"), *CATEGORIES.items()], "ready": list(READY.items()),
        **more,
    }  # fmt: skip
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/decisions/form.html", context, status=status)
