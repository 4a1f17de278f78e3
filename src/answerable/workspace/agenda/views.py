"""The agenda of a meeting: as it is being written, as it was sent out, and what comes back to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.accounts.shown import shows
from answerable.agendas.models import FrozenAgenda
from answerable.core.agenda.arising import GROUPS, counts
from answerable.core.agenda.contents import contents_version, differences
from answerable.core.agenda.kinds import ITEM_KINDS
from answerable.meetings.models import Meeting
from answerable.web.address import Asked
from answerable.web.paging import page_of
from answerable.workspace.agenda import queries
from answerable.workspace.agenda.contents import as_contents, seen_contents, shown_risks
from answerable.workspace.agenda.risks import risks_of
from answerable.workspace.here import Here, here


def agendas(request: HttpRequest) -> HttpResponse:
    """Every meeting ahead, with how far its agenda has come."""
    at = here(request)
    meetings = queries.meetings_listed(at)
    context = {"at": at, "meetings": meetings, "unsent": queries.sees_unsent(at)}
    return render(request, "workspace/agenda/agendas.html", context)


def agenda(request: HttpRequest, key: int) -> HttpResponse:
    """The agenda as it is being written; for those outside the office, as it was sent out last."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    if not queries.sees_unsent(at):
        return _newest(request, at, meeting)
    return agenda_page(request, at, meeting)


def agenda_page(request: HttpRequest, at: Here, meeting: Meeting, asked: Asked | None = None) -> HttpResponse:
    """The page of an agenda that is being written, with what was typed into its form and what is wrong."""
    live = queries.live(at, meeting)
    sent = queries.frozen_of(meeting)
    now = as_contents(meeting, [row.item for row in live.rows], [])
    risks = risks_of(at.actor, meeting)
    shows(request, *shown_risks(risks))
    context = {
        "at": at,
        "meeting": meeting,
        "live": live,
        "risks": risks,
        "day": day,
        "sent": sent,
        "differences": differences(sent[0].contents, now) if sent else [],
        "version": contents_version(now),
        "groups": GROUPS,
        "asked": asked or Asked({}),
        "kinds": ITEM_KINDS,
        "waiting": getattr(meeting, "questions_waiting", 0),
    }
    status = 400 if asked and asked.problems else 200
    return render(request, "workspace/agenda/agenda.html", context, status=status)


def frozen(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """An agenda as it was sent out."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    sent = queries.frozen_of(meeting)
    found = next((one for one in sent if one.number == number), None)
    if found is None:
        raise Http404("No such agenda was sent out.")
    return _frozen_page(request, at, meeting, found, sent)


def arising(request: HttpRequest, key: int) -> HttpResponse:
    """Every action that comes back to the meeting, fifty to a page, with what was said of each."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    groups = queries.arising(at, meeting)
    flat = [(group, action) for group, some in groups for action in some]
    page = page_of(request, flat)
    shown: dict[str, list[Any]] = {}
    for group, action in page.rows:
        shown.setdefault(group, []).append(action)
    context = {
        "at": at,
        "meeting": meeting,
        "page": page,
        "groups": GROUPS,
        "counts": counts(groups),
        "arising": queries.with_words(at, list(shown.items()), at.today, files=True),
    }
    return render(request, "workspace/agenda/arising.html", context)


def _newest(request: HttpRequest, at: Here, meeting: Meeting) -> HttpResponse:
    sent = queries.frozen_of(meeting)
    if not sent:
        return render(request, "workspace/agenda/unsent.html", {"at": at, "meeting": meeting})
    return _frozen_page(request, at, meeting, sent[0], sent)


def _frozen_page(
    request: HttpRequest, at: Here, meeting: Meeting, found: FrozenAgenda, sent: Sequence[FrozenAgenda]
) -> HttpResponse:
    contents, restricted = seen_contents(at, found.contents)
    shows(request, *restricted)
    context = {
        "at": at, "meeting": meeting, "agenda": found, "contents": contents, "sent": sent, "groups": GROUPS,
        "unsent": queries.sees_unsent(at), "day": day,
    }  # fmt: skip
    return render(request, "workspace/agenda/frozen.html", context)


def day(written: str | None) -> dt.date | None:
    """A day of the contents, which keep it as ISO 8601."""
    return dt.date.fromisoformat(written) if written else None
