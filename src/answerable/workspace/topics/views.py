"""Topics: the list, and one over the years."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.accounts.doing import do
from answerable.components.thread_picture import picture_of
from answerable.core.permissions.table import Permission
from answerable.topics.models import Topic
from answerable.topics.operations import decide_topic
from answerable.topics.queries import topic_version
from answerable.web.address import asked
from answerable.web.clash import seen_in
from answerable.web.paging import page_of
from answerable.web.sorting import Sort
from answerable.workspace.here import here
from answerable.workspace.measured.claiming import claims_of_topic
from answerable.workspace.standing import standing
from answerable.workspace.topics import queries, saying


def topics(request: HttpRequest) -> HttpResponse:
    """Subjects that return, offered by the finder or kept by a person."""
    at, values = here(request), asked(request)
    state, name = values.choice("state", queries.STATES, "a state"), values.text("name")
    sort = Sort(request, queries.COLUMNS, "-meetings")
    page = page_of(request, sort.apply(queries.topics(at, state, name)))
    context = {
        "page": page,
        "sort": sort,
        "asked": values,
        "state": state,
        "name": name,
        "states": queries.STATES,
    }
    return render(request, "workspace/topics/topics.html", context, status=400 if values.problems else 200)


def topic(request: HttpRequest, key: int) -> HttpResponse:
    """One subject: what it comes to, the years as a picture, then everything in the order of time."""
    at = here(request)
    now = queries.merged_into(at, key)
    if now is not None:
        return redirect("topic", now, permanent=False)
    one = queries.topic_at(at, key)
    thread = queries.thread(at, one, queries.links_of(at, one))
    summary = queries.summary(at, thread)
    page = page_of(request, thread.lines)
    context = {
        "topic": one,
        "version": topic_version(one),
        "all": summary,
        "by": saying.asked_by(summary.askers, one.office),
        "outcomes": saying.outcomes(summary.outcomes),
        "page": page,
        "days": saying.days(page.rows),
        "picture": picture_of(one.name, [line.event for line in thread.lines]),
        "tied": queries.ties(one),
        "figures_of": claims_of_topic(
            at, one, [line.row.key for line in page.rows if line.event.kind == "figure"]
        ),
        "merged": queries.merged_names(at, one),
        "may_decide": at.actor.may(Permission.DECIDE_TOPICS),
        "judgements": saying.JUDGEMENTS,
        "promises": saying.PROMISES,
        "later": saying.later,
        "standing": lambda action: standing(action, at.today),
    }
    return render(request, "workspace/topics/topic.html", context)


def decide(request: HttpRequest, key: int) -> HttpResponse:
    """Keep a topic that is offered, or drop it; either can be changed later."""
    one = get_object_or_404(Topic, pk=key, office_id=here(request).office_id)
    answer = request.POST.get("answer", "")
    if answer not in ("keep", "drop"):
        messages.error(request, "Say whether to keep the topic or to drop it.")
        return redirect("topic", key)
    kept = "Kept: it stays among the topics." if answer == "keep" else "Dropped: it is not offered again."
    do(request, kept, decide_topic, topic=one, keep=answer == "keep", seen=seen_in(request.POST))
    return redirect("topic", key)
