"""Work on a topic: its name, what it is merged with, and where it is spoken of."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.accounts.doing import do
from answerable.topics.models import Topic
from answerable.topics.queries import topic_version
from answerable.web.address import Asked, asked
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.here import Here, here
from answerable.workspace.sent import version_of_form, went_through
from answerable.workspace.topics import finding, operations, queries

EDIT = "workspace/topics/edit.html"


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """All that a person can do with a topic, on one page."""
    return _page(request, key, Asked({}))


def rename(request: HttpRequest, key: int) -> HttpResponse:
    """Another name; the topic is kept by it."""
    one, typed = _topic(here(request), key), Asked(chosen(request.POST.dict()))
    name = typed.values.get("name", one.name)
    _named(typed, "name", name)
    if typed.problems:
        return _page(request, key, typed)
    said = f"It is called {' '.join(name.split())} now."
    if went_through(request, said, operations.rename, topic=one, name=name, seen=seen_in(request.POST)):
        return redirect("topic", key)
    return _page(request, key, typed)


def merge(request: HttpRequest, key: int) -> HttpResponse:
    """Into another topic, with all that is tied to it; that one's page is shown then."""
    at = here(request)
    one, other = _topic(at, key), _chosen_topic(request, at)
    if other is None:
        typed = Asked(request.POST.dict())
        typed.refuse("into", "Choose the topic that it is part of")
        return _page(request, key, typed)
    said = f"{one} is part of {other} now."
    if went_through(request, said, operations.merge, topic=one, into=other, seen=seen_in(request.POST)):
        return redirect("topic", other.pk)
    return _page(request, key, Asked(request.POST.dict()))


def part(request: HttpRequest, key: int) -> HttpResponse:
    """A topic of its own again."""
    one = _topic(here(request), key)
    do(request, f"{one} is a topic of its own again.", operations.part, topic=one)
    return redirect("topic", key)


def split(request: HttpRequest, key: int) -> HttpResponse:
    """Some of the places become another topic, whose page is shown then."""
    at = here(request)
    one, typed = _topic(at, key), Asked(request.POST.dict())
    seen = {link.pk for link in queries.links_of(at, one)}
    links = [int(value) for value in request.POST.getlist("link") if value.isdecimal()]
    name = typed.values.get("split_name", "")
    if not links:
        typed.refuse("places", "Choose what is to become another topic.")
    _named(typed, "split_name", name)
    if typed.problems:
        return _page(request, key, typed, set(links))
    new: list[Topic] = []

    def make_it(**what: Any) -> None:
        new.append(operations.split(**what))

    said = f"Split off as {' '.join(name.split())}."
    if went_through(request, said, make_it, topic=one, links=[x for x in links if x in seen], name=name):
        return redirect("topic", new[0].pk if new else key)
    return _page(request, key, typed, set(links))


def tie(request: HttpRequest, key: int) -> HttpResponse:
    """It is spoken of in these places too."""
    at = here(request)
    one, places = _topic(at, key), finding.places_in(at, request.POST.getlist("place"))
    do(request, "Tied to it. No import takes that away.", operations.tie, topic=one, places=places)
    return redirect("edit_topic", key)


def untie(request: HttpRequest, key: int) -> HttpResponse:
    """It is not spoken of there."""
    at = here(request)
    one, link = _topic(at, key), request.POST.get("untie", "")
    seen = {str(held.pk): held.pk for held in queries.links_of(at, one)}
    said = "Taken from it. No import brings it back; tie it again to have it back."
    do(request, said, operations.untie, topic=one, link=seen.get(link, 0))
    return redirect("edit_topic", key)


def make(request: HttpRequest) -> HttpResponse:
    """A topic by hand, out of what a search finds or of a line or an item that the address names."""
    at = here(request)
    typed = Asked(request.POST.dict()) if request.method == "POST" else asked(request)
    chosen_places = request.POST.getlist("place")
    if request.method == "POST":
        assert at.office is not None
        places, name, new = finding.places_in(at, chosen_places), typed.values.get("name", ""), []

        def make_it(**what: Any) -> None:
            new.append(operations.make(**what))

        said = f"{' '.join(name.split())} is a topic now."
        if went_through(request, said, make_it, office=at.office, name=name, places=places):
            return redirect("topic", new[0].pk) if new else redirect("topics")
    words = typed.text("q")
    context = {
        "typed": typed, "words": words, "found": finding.found(at, words, typed), "chosen": chosen_places,
    }  # fmt: skip
    status = 400 if request.method == "POST" else 200
    return render(request, "workspace/topics/new.html", context, status=status)


def _named(typed: Asked, field: str, name: str) -> None:
    if not name.strip():
        typed.refuse(field, "Write the topic's name.")


def _topic(at: Here, key: int) -> Topic:
    return get_object_or_404(Topic.objects.select_related("office"), pk=key, office_id=at.office_id)


def _chosen_topic(request: HttpRequest, at: Here) -> Topic | None:
    key = request.POST.get("into", "")
    rows = Topic.objects.filter(office_id=at.office_id)
    return rows.filter(pk=int(key[:18])).first() if key.isascii() and key.isdigit() else None


def _page(request: HttpRequest, key: int, typed: Asked, links: set[int] | None = None) -> HttpResponse:
    at = here(request)
    now = queries.merged_into(at, key)
    if now is not None:
        return redirect("edit_topic", now)
    one = queries.topic_at(at, key)
    words = asked(request).text("q")
    context = {
        "topic": one,
        "version": version_of_form(request, topic_version(one)),
        "typed": typed,
        "page": page_of(request, queries.links_of(at, one)),
        "ticked": links or set(),
        "others": queries.others(at, one),
        "merged": queries.merged_names(at, one),
        "words": words,
        "found": finding.found(at, words),
    }
    return render(request, EDIT, context, status=400 if request.method == "POST" else 200)
