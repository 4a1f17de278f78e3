"""Templates: lists of points under a name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.core.papers.points import points_in, problem_with
from answerable.meetings.models import Forum
from answerable.offices.models import Office
from answerable.papers.models import Point, Template
from answerable.papers.operations import remove_template, save_template
from answerable.papers.operations.templates import LONGEST_NAME
from answerable.papers.versions import template_version
from answerable.web.address import Asked, Problem, asked
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import Here, here
from answerable.workspace.papers import queries
from answerable.workspace.sent import version_of_form


def templates(request: HttpRequest) -> HttpResponse:
    """All of them."""
    page = page_of(request, queries.templates(here(request)))
    return render(request, "workspace/papers/templates.html", {"page": page})


def new(request: HttpRequest) -> HttpResponse:
    """A form for a new one."""
    return _form(request, None)


def template(request: HttpRequest, key: int) -> HttpResponse:
    """One template, to be changed."""
    return _form(request, queries.template_at(here(request), key))


def remove(request: HttpRequest, key: int) -> HttpResponse:
    """Terms of reference that were made from it stay."""
    found = queries.template_at(here(request), key)
    do(
        request, f"Removed the template {found.name}.", remove_template, template=found,
        seen=seen_in(request.POST),
    )  # fmt: skip
    return redirect("templates")


def _form(request: HttpRequest, held: Template | None) -> HttpResponse:
    at = here(request)
    typed = Asked(request.POST.dict())
    if request.method == "POST":
        sent = Asked(chosen(request.POST.dict()), typed.problems)
        saved = _save(request, at, held, sent)
        if saved is not None:
            return saved
    context = {
        "template": held,
        "version": version_of_form(request, template_version(held)),
        "typed": typed,
        "listed_points": as_list(held.points if held else _points_asked_for(request, at)),
        "forums": forum_choices(at),
    }
    return render(request, "workspace/papers/template.html", context, status=400 if typed.problems else 200)


def _points_asked_for(request: HttpRequest, at: Here) -> list[str]:
    """The points of the meeting that the address names: ?meeting=7"""
    key = asked(request).number("meeting", "a meeting")
    rows = Point.objects.filter(terms__meeting=key, terms__meeting__office_id=at.office_id) if key else None
    return list(rows.values_list("text", flat=True)) if rows is not None else []


def as_list(points: list[str]) -> str:
    """Points as they can be typed again: a numbered line to each."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate(points, 1))


def _save(request: HttpRequest, at: Here, held: Template | None, sent: Asked) -> HttpResponse | None:
    """Save what was sent; None where something must be put right first."""
    name = sent.text("name") if "name" in sent.values or held is None else held.name
    text = sent.values.get("points", as_list(held.points) if held else "")
    points = points_in(text).points
    forum = _forum(at, sent) if "forum" in sent.values or held is None else held.forum
    _check(at, held, name, points, sent)
    if sent.problems or not isinstance(at.office, Office):
        return None
    do(
        request, f"Saved the template {name}.", save_template, office=at.office, name=name, points=points,
        forum=forum, template=held, seen=seen_in(request.POST),
    )  # fmt: skip
    return redirect("templates")


def _check(at: Here, held: Template | None, name: str, points: list[str], sent: Asked) -> None:
    taken = queries.templates(at).filter(name__iexact=name).exclude(pk=held.pk if held else 0)
    if not name:
        sent.problems.append(Problem("name", "Give the template a name"))
    elif len(name) > LONGEST_NAME or taken.exists():
        sent.problems.append(
            Problem("name", f"There is a template called “{name}” already: choose another name")
        )
    problem = problem_with(points)
    if problem:
        sent.problems.append(Problem("points", problem))


def _forum(at: Here, sent: Asked) -> Forum | None:
    key = sent.number("forum", "a forum")
    found = Forum.objects.filter(pk=key, office_id=at.office_id).first() if key else None
    if key and found is None:
        sent.problems.append(Problem("forum", "Choose a forum from the list"))
    return found
