"""Who holds a post from when, which accounts act for it, and where what it owes goes on."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.accounts.doing import do
from answerable.actions.models import Action
from answerable.actions.operations.passing import give_to_post
from answerable.components import words
from answerable.core.publication.public_posts import is_public
from answerable.people.models import Handover, Post
from answerable.people.operations import CHOICES, named_version, set_acting, set_public
from answerable.people.queries import accounts_of, accounts_to_choose, acting_version, holders_version
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.people.queries import post_at
from answerable.workspace.posts import queries
from answerable.workspace.posts.operations import change_holder, take_back_change
from answerable.workspace.sent import version_of_form, went_through

FOLLOWS = {
    "person": "Somebody follows",
    "nobody": "Nobody yet: the post is vacant",
    "abolished": "Nobody: the post is abolished",
}
NOBODY_LEAVES = "none"


def holder(request: HttpRequest, key: int) -> HttpResponse:
    """Who leaves the post, from which day, and who follows."""
    at = here(request)
    post = post_at(at, key)
    values = Asked(request.POST.dict())
    if request.method == "POST" and _changed(request, post, values):
        return redirect("post", key)
    leaving = queries.may_leave(post, at)
    context = {
        "post": post,
        "asked": values,
        "shown": _shown(values, leaving, at),
        "leaving": leaving,
        "follows": FOLLOWS,
        "known": queries.names(at),
        "open": queries.owes(at, post),
        "version": version_of_form(request, holders_version(post)),
    }
    status = 400 if request.method == "POST" else 200
    return render(request, "workspace/posts/holder.html", context, status=status)


def _shown(values: Asked, leaving: list[Any], at: Here) -> dict[str, str]:
    """What stands in the form: what was typed, else the likeliest."""
    holding = [one for one in leaving if one.end is None]
    likely = str(holding[0].person_id) if len(holding) == 1 else "" if leaving else NOBODY_LEAVES
    return {"leaving": likely, "follows": "person", "on": str(at.today), **values.values}


def _changed(request: HttpRequest, post: Post, values: Asked) -> bool:
    at = here(request)
    people = {str(one.person_id): one.person for one in queries.may_leave(post, at)}
    choices = {**{key: str(one) for key, one in people.items()}, NOBODY_LEAVES: "nobody"}
    leaving = values.choice("leaving", choices, "who leaves")
    follows = values.choice("follows", FOLLOWS, "who follows")
    on = values.date("on", "the day")
    name = values.text("name") if follows == "person" else ""
    for field, missing, sentence in [
        ("leaving", leaving is None, "Choose who leaves the post, or that nobody does"),
        ("on", on is None, "Say from which day"),
        ("follows", follows is None, "Choose whether somebody follows"),
        ("name", follows == "person" and not name, "Write the name of whoever follows"),
    ]:
        if missing and not values.error(field):
            values.refuse(field, sentence)
    if values.problems or on is None:
        return False
    said = (
        f"{post}, from {words.date(on)}: {name or 'nobody'}. What it owes passes, and its accounts are told."
    )
    return went_through(
        request, said, change_holder, post=post, on=on, leaving=people.get(leaving or ""), arriving=name,
        acting=values.text("acting") == "yes", abolished=follows == "abolished", seen=seen_in(request.POST),
    )  # fmt: skip


def take_back(request: HttpRequest, key: int) -> HttpResponse:
    """What was said of a post by mistake."""
    at = here(request)
    rows = Handover.objects.select_related("post").filter(post__office_id=at.office_id)
    found = get_object_or_404(rows, pk=key)
    do(request, "Taken back.", take_back_change, handover=found)
    return redirect("post", found.post_id)


def accounts(request: HttpRequest, key: int) -> HttpResponse:
    """Which accounts act for the post."""
    at = here(request)
    post = post_at(at, key)
    acting = accounts_of(post)
    listed = list({one.pk: one for one in [*acting, *accounts_to_choose(post)]}.values())
    if request.method == "POST":
        ticked = set(request.POST.getlist("account"))
        users = [one for one in listed if str(one.pk) in ticked]
        if went_through(request, "Saved.", set_acting, post=post, users=users, seen=seen_in(request.POST)):
            return redirect("post", key)
    context = {
        "post": post,
        "listed": listed,
        "acting": {one.pk for one in acting},
        "version": version_of_form(request, acting_version(acting)),
    }
    status = 400 if request.method == "POST" else 200
    return render(request, "workspace/posts/accounts.html", context, status=status)


def public(request: HttpRequest, key: int) -> HttpResponse:
    """Whether those who hold the post are named in what is published."""
    post = post_at(here(request), key)
    values = Asked(chosen(request.POST.dict()))
    if request.method == "POST":
        named = values.values.get("named", "-")
        if went_through(request, "Saved.", set_public, post=post, named=named, seen=seen_in(request.POST)):
            return redirect("post", key)
    now = {None: "", True: "yes", False: "no"}[post.public]
    context = {
        "post": post, "choices": list(CHOICES.items()), "now": values.values.get("named", now),
        "rule": is_public(post.title, post.abbreviation),
        "version": version_of_form(request, named_version(post)),
    }  # fmt: skip
    return render(
        request, "workspace/posts/public.html", context, status=400 if request.method == "POST" else 200
    )


def give(request: HttpRequest, key: int) -> HttpResponse:
    """What the post owes goes on with another post."""
    at = here(request)
    post = post_at(at, key)
    ticked = [int(one) for one in request.POST.getlist("action") if one.isascii() and one.isdigit()]
    actions = list(at.sees(Action.objects.filter(office_id=at.office_id, pk__in=ticked[: queries.MOST])))
    to = Asked(request.POST.dict()).number("to", "a post")
    found = Post.objects.filter(office_id=at.office_id, pk=to).first() if to else None
    if to and found is None:
        raise Http404("There is no such post.")
    do(
        request, f"{words.plural(len(actions), 'action')} given to {found or 'another post'}.", give_to_post,
        actions=actions, was=post, to=found or post, reason=request.POST.get("reason", ""),
    )  # fmt: skip
    return redirect("post", key)
