"""All judgements over all meetings, and the form that puts one on an item."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable.accounts.doing import do
from answerable.core.live.judging import Judged, problem_of
from answerable.minuting.models import Assurance
from answerable.minuting.operations import put_assurance
from answerable.minuting.queries import assurance_version, standing_assurance
from answerable.web.address import Problem, asked, with_values
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.assurance import queries
from answerable.workspace.assurance.forms import judged_in
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import here

TESTS = {str(one): str(one.label) for one in Assurance.Test if one}
BASES = {str(one): str(one.label) for one in Assurance.Basis}
FIRST = {"judgement": "judgement-assured", "basis": "basis-given"}
"""The first button of a choice, which an error leads to."""


def assurance(request: HttpRequest) -> HttpResponse:
    """Every judgement that holds, with its evidence; what was only told; what falls due for another test."""
    at, values = here(request), asked(request)
    want = queries.Wanted(
        judgement=values.choice("judgement", queries.JUDGEMENTS, "the judgement"),
        basis=values.choice("basis", queries.BASES, "what it rests on"),
        due=values.choice("due", queries.DUE, "when it is to be tested again"),
        forum=values.number("forum", "a forum"),
    )
    context = {
        "at": at,
        "want": want,
        "asked": values,
        "page": page_of(request, queries.judgements(at, want)),
        "counts": queries.counts(at),
        "forums": forum_choices(at),
        "judgements": [("", "Any judgement"), *queries.JUDGEMENTS.items()],
        "bases": [("", "Told or tested"), *queries.BASES.items()],
        "dues": [("", "Any day"), *queries.DUE.items()],
        "with_values": lambda **values: with_values(request, **values),
    }
    status = 400 if values.problems else 200
    return render(request, "workspace/assurance/assurance.html", context, status=status)


def judge(request: HttpRequest, key: int) -> HttpResponse:
    """How far the office is assured of one item, and what that rests on."""
    at = here(request)
    item = queries.item_at(at, key)
    held = standing_assurance(item)
    judged, values = _shown(held), asked(request)
    if request.method == "POST":
        judged, values = judged_in(chosen({**_held_fields(held), **request.POST.dict()}))
        problem = None if values.problems else problem_of(judged, timezone.localdate())
        if problem:
            values.problems.append(Problem(FIRST.get(problem.field, problem.field), problem.why))
        if not values.problems:
            do(request, "Put down.", put_assurance, item=item, judged=judged, seen=seen_in(request.POST))
            return redirect("judge", key)
    context = {
        "at": at,
        "item": item,
        "held": held,
        "judged": judged,
        "asked": values,
        "version": assurance_version(item, held),
        "judgements": queries.JUDGEMENTS,
        "bases": BASES,
        "tests": TESTS,
        "quoted": queries.quoted(at, item),
        "before": queries.judged_before(at, item),
    }
    status = 400 if values.problems else 200
    return render(request, "workspace/assurance/judge.html", context, status=status)


def _shown(held: Assurance | None) -> Judged:
    """What the form holds before anything is typed."""
    return Judged(*(getattr(held, name) for name in Judged._fields)) if held else Judged("none", "given")


def _held_fields(held: Assurance | None) -> dict[str, str]:
    """Of a field of which theirs was kept, the form sends nothing: it is what is held."""
    judged = _shown(held)
    return {name: "" if value is None else str(value) for name, value in judged._asdict().items()}
