"""Plans, one plan with its parts, and one part with its history and all that belongs to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.permissions.table import Permission
from answerable.measures.models import MeasureTie
from answerable.plans.models import PlanItem
from answerable.plans.part_fields import KINDS, PART_KINDS, STATES
from answerable.web.address import LONGEST_TEXT, Asked
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.measured.telling import moved
from answerable.workspace.plans import queries
from answerable.workspace.standing import standing

LINES = 100  # parts on a page of a long plan


def plans(request: HttpRequest) -> HttpResponse:
    """Every plan, and how far it is."""
    at = here(request)
    context = {"plans": queries.plans(at), "kinds": KINDS, "writes": at.actor.may(Permission.WRITE_PLANS)}
    return render(request, "workspace/plans/plans.html", context)


def plan(request: HttpRequest, key: int) -> HttpResponse:
    """One plan: the sentence first, then its parts."""
    at = here(request)
    found = queries.plan_at(at, key)
    tree = queries.tree_of(at, found)
    shows_file = found.document is not None and (
        at.actor.sees_restricted or not found.document.restricted
    )  # fmt: skip
    context = {
        "plan": found, "tree_words": tree, "today": at.today, "kinds": KINDS,
        "page": page_of(request, tree.lines, LINES),
        "states": STATES, "writes": at.actor.may(Permission.WRITE_PLANS), "shows_file": shows_file,
    }  # fmt: skip
    return render(request, "workspace/plans/plan.html", context)


def part(request: HttpRequest, key: int) -> HttpResponse:
    """One part of a plan."""
    return part_page(request, queries.part_at(here(request), key), Asked({}))


def part_page(request: HttpRequest, of: PlanItem, typed: Asked) -> HttpResponse:
    """The same page, with the form of a report as it was sent where it could not be used."""
    at = here(request)
    writes = at.actor.may(Permission.WRITE_PLANS)
    words = request.GET.get("find", "").strip()[:LONGEST_TEXT]
    whole = queries.whole_part(at, of)
    tied = {one.pk for one in whole.topics}
    context = {
        "part": of, "late": queries.lateness(of, at),
        "served": whole.served_words(at),
        "standings": {one.action_id: standing(one.action, at.today) for one in whole.ties if one.action},
        "plan": of.plan, "whole": whole, "typed": typed, "states": STATES,
        "part_kinds": PART_KINDS, "today": at.today, "writes": writes, "find": words,
        "reports": at.actor.may(Permission.REPORT_ON_PLANS),
        "moves": moved(at, MeasureTie.objects.filter(plan_item=of), of.plan.start),
        "offered": queries.found_to_tie(at, of, words) if writes else None,
        "topics": [one for one in queries.topics_to_tie(at) if one[0] not in tied] if writes else [],
    }  # fmt: skip
    return render(request, "workspace/plans/part.html", context, status=400 if typed.problems else 200)
