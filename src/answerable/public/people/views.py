"""People and posts: who holds them now, who held them before, where they were, what they owe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.public.actions.rows import stands
from answerable.public.gone import gone_or_unknown, was_withdrawn
from answerable.public.pages import forum_names, office_at, page
from answerable.public.people import queries
from answerable.published.models import Line
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import snapshot_at
from answerable.published.register import register_day
from answerable.web.paging import page_of

SIDES = {"office": "The office", "force": "The force", "body": "Other bodies"}


class Listed(NamedTuple):
    """A post in the list, with those who hold it or are to hold it, and how many held it before."""

    post: Line
    holders: Sequence[Mapping[str, Any]]
    before: int


def people(request: HttpRequest, office: str) -> HttpResponse:
    """Posts of each side with who holds them, then everybody by name."""
    told, posts = office_at(office), queries.posts(office)
    held = None if posts else snapshot_at(f"{office}/people")
    if held is not None and held.state == "withdrawn":
        return was_withdrawn(request, told, held)
    sides = [
        (words.said(name), [_listed(one) for one in posts if one.data["side"] == side])
        for side, name in SIDES.items()
    ]
    context = {
        "office": told, "title": _("People and posts"), "sides": [one for one in sides if one[1]],
        "people": queries.people(office), "when": when,
    }  # fmt: skip
    return page(request, "public/people/people.html", context)


def person(request: HttpRequest, office: str, person: str, over: Over = NOTHING) -> HttpResponse:
    """One person: the posts held, and the meetings whose published minutes name them as present."""
    told, path = office_at(office), f"{office}/people/{person}"
    one = queries.one_at(path, "person", over)
    if one is None:
        return gone_or_unknown(request, told, path)
    context = {
        "office": told, "title": one.title, "person": one.data, "when": when,
        "held": sorted(one.data["tenures"], key=_newest, reverse=True),
        "page": page_of(request, queries.meetings(one)), "forums": forum_names(told),
    }  # fmt: skip
    return page(request, "public/people/person.html", context)


def post(request: HttpRequest, office: str, post: str, over: Over = NOTHING) -> HttpResponse:
    """One post: who held it, and what it owes."""
    told, path = office_at(office), f"{office}/posts/{post}"
    one = queries.one_at(path, "post", over)
    if one is None:
        return gone_or_unknown(request, told, path)
    context = {
        "office": told, "title": one.title, "post": one.data, "when": when, "day": day,
        "holders": sorted(one.data["holders"], key=_newest, reverse=True),
        "owed": queries.owed(one.data, office), "stands": partial(stands, today=register_day(office)),
    }  # fmt: skip
    return page(request, "public/people/post.html", context)


def _listed(post: Line) -> Listed:
    today = timezone.localdate().isoformat()
    told = sorted(post.data["holders"], key=_newest)
    holders = [one for one in told if one["end"] is None or one["end"] >= today]
    return Listed(post, holders, len(told) - len(holders))


def when(tenure: Mapping[str, Any]) -> str:
    """ "12 May 2016 to 8 May 2024, acting": what is first known of it and last."""
    days = _("from %(day)s") % {"day": day(tenure["start"])}
    if tenure["end"] == tenure["start"]:
        days = day(tenure["start"])
    elif tenure["end"]:
        days = _("%(first)s to %(last)s") % {"first": day(tenure["start"]), "last": day(tenure["end"])}
    return ", ".join([days, *([_("acting")] if tenure["acting"] else []), *_portfolio(tenure)])


def day(text: str) -> str:
    return words.date(dt.date.fromisoformat(text))


def _portfolio(tenure: Mapping[str, Any]) -> Iterable[str]:
    return [tenure["portfolio"]] if tenure["portfolio"] else []


def _newest(tenure: Mapping[str, Any]) -> tuple[str, str]:
    return (tenure["end"] or "9999-12-31", tenure["start"])
