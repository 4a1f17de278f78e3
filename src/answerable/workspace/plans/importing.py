"""A plan out of a spreadsheet: sent in, looked at with its columns chosen, imported whole or not at all."""

from __future__ import annotations

import mimetypes
from pathlib import PurePath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.core.plans.columns import FIELDS
from answerable.documents.models import Document
from answerable.intake.uploads import Limits, Spool, keep, limits, original_path, problem_with
from answerable.plans.models import Plan
from answerable.plans.operations.files import NewFile
from answerable.plans.operations.importing import import_plan, take_plan_file
from answerable.plans.part_fields import KINDS, PART_KINDS, STATES
from answerable.readers.errors import Unreadable
from answerable.web.address import Asked, Problem
from answerable.web.clash import seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.plans import queries
from answerable.workspace.plans.preview import COLUMN, SHOWN_FOR, Preview, chosen_in, first_day, preview
from answerable.workspace.plans.reading import read_plan_file
from answerable.workspace.plans.typed import plan_values
from answerable.workspace.sent import went_through

WHY_RESTRICTED = "A plan’s spreadsheet, as it was sent in"
MOST_SHOWN = 100  # changes, and faults, that the page lists
OF_THE_CHOICE = ("sheet", "head", "plan", "name", "kind", "start", "end", "serves", "on", SHOWN_FOR)


@csrf_exempt
def upload(request: HttpRequest) -> HttpResponse:
    """The file. How it is received is settled before anything of the form is looked at."""
    if request.method != "POST":
        return _upload_page(request, Asked({}))
    most = limits()
    request.upload_handlers = [Spool(request, Limits(most.file, most.file, 1))]
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    files: list[Any] = request.FILES.getlist("file")
    typed = Asked(request.POST.dict())
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    problem = spool.problem or problem_with(files)
    at = here(request)
    if problem or at.office is None:
        typed.refuse("file", problem)
        return _upload_page(request, typed)
    stored = keep(files[0])
    content = original_path(stored.sha256).read_bytes()
    try:
        read_plan_file(content, stored.name)
    except Unreadable as refusal:
        typed.refuse("file", str(refusal))
        return _upload_page(request, typed)
    kind = mimetypes.guess_type(stored.name)[0] or "application/octet-stream"
    file = NewFile(stored.name, kind, stored.sha256, content, WHY_RESTRICTED)
    said = f"Read {stored.name}: nothing is imported yet."
    do(request, said, take_plan_file, office=at.office, file=file)
    document = Document.objects.filter(office=at.office, sha256=stored.sha256).first()
    if document is None:
        return redirect("plans_import")
    plan = typed.number("plan", "a plan")
    there = reverse("plans_preview", args=[document.pk])
    return redirect(f"{there}?plan={plan}" if plan else there)


def _upload_page(request: HttpRequest, typed: Asked) -> HttpResponse:
    at = here(request)
    chosen = Asked(request.GET.dict()).number("plan", "a plan")
    context = {
        "asked": typed, "limit": f"{limits().file // 2**20} MB",
        "shown": {"plan": chosen or "", **typed.values},
        "plans": [("", "A new plan"), *queries.plans_to_choose(at)],
    }  # fmt: skip
    return render(request, "workspace/plans/import.html", context, status=400 if typed.problems else 200)


def look(request: HttpRequest, key: int) -> HttpResponse:
    """What the file gives, by the columns that are chosen; sent as a form, it is imported."""
    at = here(request)
    document = _document(at, key)
    typed = Asked(request.POST.dict() if request.method == "POST" else request.GET.dict())
    sheet = typed.values.get("sheet")
    with document.content.open("rb") as file:
        content = file.read()
    try:
        book = read_plan_file(content, document.name, sheet)
    except Unreadable as refusal:
        return _upload_page(request, Asked({}, [Problem("file", str(refusal))]))
    chosen = chosen_in(book, typed)
    plan = _plan(at, typed)
    values = {} if plan else _new_plan(at, typed, document)
    on = first_day(typed, at.today)
    found = preview(book, chosen, plan, values)
    if request.method == "POST" and not typed.problems and not found.found.faults and at.office:
        said = f"Imported {len(found.found.parts)} parts."
        seen = seen_in(request.POST)
        if went_through(
            request, said, import_plan, office=at.office, document=document, parts=found.found.parts,
            columns=set(chosen.columns), plan=plan, values=values, on=on, seen=seen,
        ):  # fmt: skip
            return _to_plan(at, plan, values)
    return _preview_page(request, document, found, typed, values)


def _document(at: Here, key: int) -> Document:
    """The file; raises Http404 for one of another office, or one that nobody sent in as a plan."""
    rows = at.sees(Document.objects.filter(office_id=at.office_id)).defer("text")
    return get_object_or_404(rows, pk=key)


def _plan(at: Here, typed: Asked) -> Plan | None:
    key = typed.number("plan", "the plan that it is a newer version of")
    return queries.plan_at(at, key) if key else None


def _new_plan(at: Here, typed: Asked, document: Document) -> dict[str, Any]:
    """The values of a new plan; the first time they are guessed from the file's name."""
    begun = {"name": _name_of(document), "kind": Plan.Kind.ACTION.value, "start": "", "end": "", "serves": ""}
    given = Asked({**begun, **{name: typed.values[name] for name in begun if name in typed.values}})
    values = plan_values(at, given, new=True)
    typed.problems += given.problems
    return values


def _name_of(document: Document) -> str:
    words = PurePath(document.name).stem.replace("_", " ").replace("-", " ")
    return " ".join(words.split())[:200] or "A plan"


def _to_plan(at: Here, plan: Plan | None, values: dict[str, Any]) -> HttpResponse:
    made = plan or Plan.objects.filter(office_id=at.office_id, name=values.get("name", "")).first()
    return redirect("plans_plan", made.pk) if made else redirect("plans")


def _preview_page(
    request: HttpRequest, document: Document, found: Preview, typed: Asked, values: dict[str, Any]
) -> HttpResponse:
    at = here(request)
    chosen = found.chosen
    shown = {
        "name": values.get("name", ""), "kind": values.get("kind", ""), **typed.values,
        "sheet": chosen.sheet.name, "head": chosen.head, "plan": found.plan.pk if found.plan else "",
        SHOWN_FOR: chosen.shown_for, "on": typed.values.get("on") or at.today.isoformat(),
        **{COLUMN + name: chosen.letters.get(name, "") for name in FIELDS},
    }  # fmt: skip
    kept = [one for one in found.changes if one.what != "same"]
    context = {
        "document": document, "found": found, "asked": typed, "shown": shown, "fields": FIELDS,
        "columns": [("", "–"), *chosen.options], "kinds": KINDS, "part_kinds": PART_KINDS,
        "states": STATES, "column": COLUMN,
        "sheets": [(name, name) for name in found.book.names],
        "plans": [("", "A new plan"), *queries.plans_to_choose(at)],
        "faults": found.found.faults[:MOST_SHOWN], "more_faults": len(found.found.faults) - MOST_SHOWN,
        "changes": kept[:MOST_SHOWN], "more": len(kept) - MOST_SHOWN,
        "hidden": {name: shown.get(name, "") for name in (*OF_THE_CHOICE, *(COLUMN + one for one in FIELDS))},
    }  # fmt: skip
    status = 400 if typed.problems or (request.method == "POST" and found.found.faults) else 200
    return render(request, "workspace/plans/preview.html", context, status=status)
