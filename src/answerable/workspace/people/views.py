"""Pages of people and posts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.permissions.table import Permission
from answerable.people.queries import accounts_of
from answerable.web.address import asked
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.people import queries
from answerable.workspace.posts.queries import other_posts
from answerable.workspace.standing import standing


def people(request: HttpRequest) -> HttpResponse:
    """Everybody who is named in minutes, with the posts they held."""
    at, name = here(request), asked(request).text("name")
    page = page_of(request, queries.people(at, name))
    return render(request, "workspace/people/people.html", {"page": page, "name": name})


def person(request: HttpRequest, key: int) -> HttpResponse:
    """One person: posts, meetings, and actions given to a post while they held it."""
    at = here(request)
    one = queries.person_at(at, key)
    actions = queries.newest_owned(at, one)
    context = {
        "person": one,
        "attended": queries.attended(one),
        "actions": [(action, standing(action, at.today)) for action in actions],
    }
    return render(request, "workspace/people/person.html", context)


def posts(request: HttpRequest) -> HttpResponse:
    """Every post, who holds it, and what it owes."""
    at = here(request)
    page = page_of(request, queries.posts(at))
    return render(
        request, "workspace/people/posts.html", {"page": page, "owed": queries.owed_by(page.rows, at)}
    )


def post(request: HttpRequest, key: int) -> HttpResponse:
    """One post: who held it when, and what it owes."""
    at = here(request)
    one = queries.post_at(at, key)
    actions = queries.newest_of_post(at, one)
    is_gone = one.abolished_on is not None and one.abolished_on <= at.today
    context = {
        "at": at,
        "post": one,
        "is_gone": is_gone,
        "accounts": accounts_of(one) if at.actor.may(Permission.READ_PAPERS) else [],
        "handovers": queries.handovers_of(one),
        "others": other_posts(at, one) if is_gone and at.actor.may(Permission.FOLLOW_ACTIONS) else [],
        "owed": queries.owed_by([one], at).get(one.pk),
        "actions": [(action, standing(action, at.today)) for action in actions],
    }
    return render(request, "workspace/people/post.html", context)
