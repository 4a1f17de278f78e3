"""All topics, and one over the years: picture, sentences, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.components.thread_picture import picture_of
from answerable.core.publication.topic_thread import Told, summary
from answerable.public.actions.rows import stands
from answerable.public.gone import gone_or_unknown
from answerable.public.pages import NOTHING_HERE, forum_names, office_at, page
from answerable.public.told import url_of
from answerable.public.topics import queries, saying
from answerable.published.previewing import NOTHING, Over
from answerable.published.register import register_day
from answerable.web.address import Asked, asked
from answerable.web.csv_file import csv_response
from answerable.web.paging import page_of

BAD = 400
HEAD = (
    "date",
    "forum",
    "kind",
    "who",
    "text",
    "answered by",
    "answer or detail",
    "state",
    "address",
    "about",
)


def topics(request: HttpRequest, office: str) -> HttpResponse:
    """Every topic with what there is about it."""
    told = office_at(office)
    found, word = queries.topics(office), asked(request).text("name")
    if word:
        found = [one for one in found if word.casefold() in one.name.casefold()]
    context = {"office": told, "title": _("Topics"), "page": page_of(request, found), "name": word}
    return page(request, "public/topics/topics.html", context)


def topic(request: HttpRequest, office: str, topic: str, over: Over = NOTHING) -> HttpResponse:
    """One subject: what it comes to, the years as a picture, then everything in the order of time."""
    told, values, path = office_at(office), asked(request), f"{office}/topics/{topic}"
    one = queries.topic_at(path, over)
    if one is None:
        return gone_or_unknown(request, told, path)
    if one["into"]:
        return HttpResponsePermanentRedirect(f"/{one['into']}")
    today = register_day(office)
    thread = queries.thread(one, forum_names(told), over, today)
    if not thread.lines:
        raise Http404(NOTHING_HERE)
    all_of_it = summary(thread, queries.holders(office))
    shown = _chosen(thread.lines, values)
    rows = page_of(request, shown)
    context = {
        "office": told, "title": one["name"], "topic": one, "all": all_of_it, "asked": values,
        "by": saying.asked_by(all_of_it.askers, told["words"]["commissioner"]),
        "outcomes": saying.outcomes(all_of_it.outcomes),
        "picture": picture_of(one["name"], [line.event for line in thread.lines]),
        "page": rows, "days": saying.days(rows.rows), "measures": queries.measures(one["measures"]),
        "kinds": [("", _("Everything")), *_kinds(thread.lines)], "years": _years(thread.lines),
        "judgements": saying.JUDGEMENTS, "promises": saying.PROMISES,
        "stands": {data["path"]: stands(data, today) for data in thread.actions},
        "filtered": len(shown) != len(thread.lines),
        "query": request.GET.urlencode(),
    }  # fmt: skip
    return page(request, "public/topics/topic.html", context, BAD if values.problems else 200)


def topic_csv(request: HttpRequest, office: str, topic: str) -> HttpResponseBase:
    """What the page shows, as a table."""
    _, lines = _lines_of(request, office, topic)
    return csv_response(f"{topic}.csv", HEAD, ([*row.values()] for row in _rows(lines)))


def topic_json(request: HttpRequest, office: str, topic: str) -> HttpResponse:
    """What the page shows, for programs."""
    one, lines = _lines_of(request, office, topic)
    told = {"topic": one["name"], "address": url_of(one["path"]), "lines": list(_rows(lines))}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _lines_of(request: HttpRequest, office: str, topic: str) -> tuple[dict[str, Any], list[Told]]:
    """Raises Http404 also where a filter is not known: a file of everything is not what was asked for."""
    told, one, values = office_at(office), queries.topic_at(f"{office}/topics/{topic}"), asked(request)
    if one is None or one["into"]:
        raise Http404(NOTHING_HERE)
    lines = _chosen(queries.thread(one, forum_names(told)).lines, values)
    if values.problems:
        raise Http404(f"{values.problems[0].message}.")
    return one, lines


def _rows(lines: Iterable[Told]) -> Iterator[dict[str, Any]]:
    for one in lines:
        yield dict(
            zip(
                (name.replace(" ", "_") for name in HEAD),
                (one.event.on, one.event.forum, one.event.kind, ", ".join(one.by), one.text,
                 ", ".join(one.to), one.more, one.tag, url_of(one.path),
                 url_of(one.about) if one.about else ""),
                strict=True,
            )
        )  # fmt: skip


def _chosen(lines: Iterable[Told], values: Asked) -> list[Told]:
    """The lines of the kind and years that the address asks for."""
    kind = values.choice("kind", saying.KINDS, _("what to show"))
    first, last = values.number("from", _("the first year")), values.number("to", _("the last year"))
    kinds = saying.WITH.get(kind, (kind,)) if kind else None
    return [
        one
        for one in lines
        if kinds is None or one.event.kind in kinds
        if (first is None or one.event.on.year >= first) and (last is None or one.event.on.year <= last)
    ]


def _kinds(lines: Iterable[Told]) -> list[tuple[str, str]]:
    there = {one.event.kind for one in lines}
    return [(kind, words.said(name)) for kind, name in saying.KINDS.items() if kind in there]


def _years(lines: Iterable[Told]) -> list[tuple[str, str]]:
    return [(str(year), str(year)) for year in sorted({one.event.on.year for one in lines})]
