"""The forms on a part's page: how far it is, with its evidence; what of the record belongs to it."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.actions.models import Action, PlanTie
from answerable.actions.operations.tying import tie_to_plan, untie_from_plan
from answerable.core.plans.cells import Cell
from answerable.core.plans.rows import LONGEST
from answerable.core.plans.values import Wrong, read_percent
from answerable.intake.uploads import Limits, Spool, keep, limits, original_path, problem_with
from answerable.meetings.models import Item
from answerable.meetings.seen import topics_seen_by
from answerable.plans.models import PlanItem, PlanTopic
from answerable.plans.operations.files import NewFile
from answerable.plans.operations.plan_topics import tie_topic, untie_topic
from answerable.plans.operations.progress import report_progress
from answerable.plans.part_fields import STATES
from answerable.topics.models import Topic
from answerable.web.address import Asked
from answerable.workspace.here import Here, here
from answerable.workspace.plans import queries
from answerable.workspace.plans.views import part_page

WHY_RESTRICTED = "Evidence of how far a plan is"
UNKNOWN = "application/octet-stream"


@csrf_exempt
def progress(request: HttpRequest, key: int) -> HttpResponse:
    """How far a part is. How its file is received is settled before anything of the form is looked at."""
    most = limits()
    request.upload_handlers = [Spool(request, Limits(most.file, most.file, 1))]
    return _progress(request, key)


@csrf_protect
def _progress(request: HttpRequest, key: int) -> HttpResponse:
    files: list[Any] = request.FILES.getlist("file")
    at = here(request)
    part = queries.part_at(at, key)
    typed = Asked(request.POST.dict())
    values = _values(at, typed)
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    problem = spool.problem or (problem_with(files) if files else "")
    if problem:
        typed.refuse("file", problem)
    if typed.problems:
        return part_page(request, part, typed)
    file = _file(files[0]) if files else None
    do(request, "Noted.", report_progress, part=part, file=file, **values)
    return redirect("plans_part", part.pk)


def _values(at: Here, typed: Asked) -> dict[str, Any]:
    """What the form of a report says; usable where it left no problem."""
    text = typed.values.get("text", "").strip()
    if len(text) > LONGEST["note"]:
        typed.refuse("text", f"Shorten it to {LONGEST['note']:,} letters, or send it as a file")
    on = typed.date("on", "the day") or (None if typed.error("on") else at.today)
    if on and on > at.today:
        typed.refuse("on", "Choose a day that is not ahead: this says how far it is, not how far it will be")
    state = typed.choice("state", STATES, "the state")
    if not state and not typed.error("state"):
        typed.refuse("state", "Choose the state")
    return {"on": on, "state": state, "progress": _percent(typed), "text": text}


def _percent(typed: Asked) -> int | None:
    value = typed.text("progress")
    if not value:
        return None
    try:
        return read_percent(Cell(value), fractions=False)
    except Wrong:
        typed.refuse("progress", "Per cent done: write a whole number from 0 to 100, or leave it empty")
        return None


def _file(sent: Any) -> NewFile:
    """Evidence is for those who may read what is restricted, until the office opens it."""
    stored = keep(sent)
    kind = mimetypes.guess_type(stored.name)[0] or UNKNOWN
    return NewFile(
        stored.name, kind, stored.sha256, original_path(stored.sha256).read_bytes(), WHY_RESTRICTED
    )


def tie(request: HttpRequest, key: int) -> HttpResponse:
    """An action or an agenda item belongs to this part."""
    at = here(request)
    part = queries.part_at(at, key)
    what = _what(at, request.POST.get("what", ""))
    if what is None:
        messages.error(request, "Choose from the list what to tie.")
    else:
        do(request, f"Tied to {part.number}.", tie_to_plan, to=part, what=what)
    return _back(part, request.POST.get("find", ""))


def _what(at: Here, value: str) -> Action | Item | None:
    """ "action-12" or "item-7", as far as the actor sees it."""
    kind, _, digits = value.partition("-")
    key = Asked({"key": digits}).number("key", "what to tie")
    if key is None:
        return None
    if kind == "action":
        rows = Action.objects.filter(office_id=at.office_id, draft=False, pk=key)
        return at.sees(rows).first()
    return at.sees(Item.objects.filter(meeting__office_id=at.office_id, pk=key)).first()


def untie(request: HttpRequest, key: int) -> HttpResponse:
    """What was tied belongs to this part no more."""
    at = here(request)
    part = queries.part_at(at, key)
    wanted = Asked(request.POST.dict()).number("tie", "what to untie")
    found = PlanTie.objects.filter(plan_item=part, pk=wanted).first() if wanted else None
    if found is None:
        messages.error(request, "That was untied already.")
    else:
        do(request, f"Untied from {part.number}.", untie_from_plan, tie=found)
    return _back(part)


def topic(request: HttpRequest, key: int) -> HttpResponse:
    """A topic belongs to this part, or (``remove``) does no more."""
    at = here(request)
    part = queries.part_at(at, key)
    typed = Asked(request.POST.dict())
    wanted = typed.number("topic", "a topic")
    seen = topics_seen_by(at.actor, Topic.objects.filter(office_id=at.office_id))
    found = get_object_or_404(seen, pk=wanted) if wanted else None
    if found is None:
        messages.error(request, "Choose the topic from the list.")
    elif request.POST.get("remove"):
        held = PlanTopic.objects.filter(item=part, topic=found).first()
        if held is None:
            messages.error(request, "That topic was untied already.")
        else:
            do(request, f"Untied from {part.number}.", untie_topic, tie=held)
    else:
        do(request, f"Tied to {part.number}.", tie_topic, part=part, topic=found)
    return _back(part)


def _back(part: PlanItem, find: str = "") -> HttpResponse:
    there = reverse("plans_part", args=[part.pk])
    return redirect(f"{there}?{urlencode({'find': find})}#tie" if find else f"{there}#belongs")
