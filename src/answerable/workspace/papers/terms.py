"""The forms of terms of reference: each does one thing and leads back to the meeting's papers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.core.papers.points import points_in, problem_with
from answerable.meetings.models import Meeting
from answerable.papers.models import Point, Template, Terms
from answerable.papers.operations import (
    add_points,
    copy_points,
    edit_point,
    move_point,
    remove_point,
    send_terms,
    set_introduction,
)
from answerable.papers.operations.terms import LONGEST_INTRODUCTION
from answerable.papers.versions import point_version
from answerable.topics.models import Topic
from answerable.web.address import LARGEST_ID, Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.papers import queries, wording
from answerable.workspace.papers.views import meeting_page
from answerable.workspace.sent import version_of_form

UP, DOWN = "up", "down"


def add(request: HttpRequest, key: int) -> HttpResponse:
    """One point, or a pasted list of them."""
    meeting = queries.meeting_at(here(request), key)
    text = request.POST.get("points", "")
    pasted = points_in(text)
    there = Point.objects.filter(terms__meeting=meeting).count()
    problem = problem_with(pasted.points, there)
    if problem:
        return meeting_page(request, meeting, Asked(request.POST.dict(), [Problem("points", problem)]))
    count = len(pasted.points)
    said = "Added the point." if count == 1 else f"Added {count} points."
    do(request, said, add_points, meeting=meeting, text=text)
    return _to_points(meeting)


def copy(request: HttpRequest, key: int) -> HttpResponse:
    """The points of a template, or of another meeting."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    source = _source(at, request.POST.get("source", ""))
    if source is None:
        messages.error(request, "Choose from the list what to copy the points of.")
    else:
        do(request, f"Copied the points of {_called(source)}.", copy_points, meeting=meeting, source=source)
    return _to_points(meeting)


def introduction(request: HttpRequest, key: int) -> HttpResponse:
    """What stands before the points."""
    meeting = queries.meeting_at(here(request), key)
    text = chosen(request.POST.dict()).get("introduction")
    if text is None:
        messages.success(request, "Kept as it is.")
    elif len(text) > LONGEST_INTRODUCTION:
        problem = f"Make the introduction shorter: it can have {LONGEST_INTRODUCTION} characters."
        return meeting_page(request, meeting, Asked(request.POST.dict(), [Problem("introduction", problem)]))
    else:
        seen = seen_in(request.POST)
        do(request, "Saved the introduction.", set_introduction, meeting=meeting, text=text, seen=seen)
    return redirect("papers_meeting", meeting.pk)


def send(request: HttpRequest, key: int) -> HttpResponse:
    """To the force."""
    meeting = queries.meeting_at(here(request), key)
    do(request, "Sent: the force can see them now.", send_terms, meeting=meeting)
    return redirect("papers_meeting", meeting.pk)


def point(request: HttpRequest, key: int) -> HttpResponse:
    """One point: its words and its topic."""
    at = here(request)
    found = queries.point_at(at, key)
    topics = queries.topics_to_choose(at)
    typed = Asked(request.POST.dict())
    if request.method == "POST":
        sent = chosen(request.POST.dict())
        problem = _problem(sent.get("text"))
        topic = _topic(at, sent.get("topic"))
        if not problem:
            given = {"text": sent.get("text"), **({"topic": topic} if "topic" in sent else {})}
            do(request, "Saved the point.", edit_point, point=found, seen=seen_in(request.POST), **given)
            return _to_points(found.terms.meeting)
        typed.problems.append(Problem("text", problem))
    context = {
        "point": found,
        "version": version_of_form(request, point_version(found)),
        "typed": typed,
        "topics": topics,
        "proposed": queries.proposed_topics([found], topics).get(found.pk),
        "name": wording.meeting_name(found.terms.meeting),
    }
    return render(request, "workspace/papers/point.html", context, status=400 if typed.problems else 200)


def tie(request: HttpRequest, key: int) -> HttpResponse:
    """To the topic that was proposed."""
    at = here(request)
    found = queries.point_at(at, key)
    topic = _topic(at, request.POST.get("topic"))
    if topic is None:
        messages.error(request, "This topic is not there any more: choose another one.")
    else:
        seen = seen_in(request.POST)
        do(request, f"Tied to {topic.name}.", edit_point, point=found, topic=topic, seen=seen)
    return _to_points(found.terms.meeting)


def move(request: HttpRequest, key: int) -> HttpResponse:
    """One place up or down."""
    found = queries.point_at(here(request), key)
    way = request.POST.get("way")
    if way in (UP, DOWN):
        do(request, f"Moved point {found.position + 1} {way}.", move_point, point=found, up=way == UP)
    else:
        messages.error(request, "Say whether to move the point up or down.")
    return _to_points(found.terms.meeting)


def remove(request: HttpRequest, key: int) -> HttpResponse:
    """Out of the terms of reference."""
    found = queries.point_at(here(request), key)
    do(request, f"Removed point {found.position + 1}.", remove_point, point=found, seen=seen_in(request.POST))
    return _to_points(found.terms.meeting)


def _to_points(meeting: Meeting) -> HttpResponse:
    answer: HttpResponse = redirect("papers_meeting", meeting.pk)
    return answer


def _problem(text: str | None) -> str:
    """What is wrong with a point as it was typed; None is one that keeps its words."""
    if text is None:
        return ""
    words = " ".join(text.split())
    return problem_with([words]) if words else "Write what the point asks, or remove it."


def _topic(at: Here, key: str | None) -> Topic | None:
    number = _number(key or "")
    return Topic.objects.filter(pk=number, office_id=at.office_id).first() if number else None


def _source(at: Here, value: str) -> Template | Terms | None:
    """ "template-3" or "terms-7", of the office's own."""
    kind, _, key = value.partition("-")
    number = _number(key)
    if not number:
        return None
    if kind == "template":
        return queries.templates(at).filter(pk=number).first()
    rows = Terms.objects.filter(meeting__office_id=at.office_id).select_related("meeting__forum")
    return rows.filter(pk=number).first() if kind == "terms" else None


def _called(source: Template | Terms) -> str:
    return source.name if isinstance(source, Template) else wording.meeting_name(source.meeting)


def _number(value: str) -> int:
    """A key out of a form; 0 where it is none."""
    usable = value.isascii() and value.isdigit() and int(value[:20]) <= LARGEST_ID
    return int(value) if usable else 0
