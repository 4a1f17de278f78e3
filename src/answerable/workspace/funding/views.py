"""What the office pays for: how much, what was to come of it, and what was heard of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.funding.money import pounds
from answerable.core.permissions.table import Permission
from answerable.intake.uploads import MB, limits
from answerable.measures.models import MeasureTie
from answerable.plans.models import Funding
from answerable.plans.queries.funding import told
from answerable.plans.queries.funding import unreported as silent
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of
from answerable.workspace.funding import queries, typed, wording
from answerable.workspace.here import here
from answerable.workspace.measured.telling import moved
from answerable.workspace.tied import tied_actions, topic_shown

BAD = 400


def fundings(request: HttpRequest) -> HttpResponse:
    """Everything that is or was paid for, with sums."""
    at, values = here(request), asked(request)
    show = values.choice("show", queries.SHOWN, "what to show") or ""
    kind = values.choice("kind", typed.KINDS, "what is paid for") or ""
    every, text = queries.every(at), values.text("text")
    rows = queries.shown(every, show, kind, text, at.today)
    filters = (show and queries.SHOWN[show], typed.KINDS.get(kind), text)
    context = {
        "asked": values,
        "page": page_of(request, rows),
        "rows": rows,
        "of": len(every),
        "in_sum": wording.in_sum(rows) if rows else "",
        "ending": queries.ending(every, at.today),
        "shown": list(queries.SHOWN.items()),
        "kinds": [("", "Grants and posts"), *typed.KINDS.items()],
        "any": bool(show or kind or text),
        "filtered": ", ".join(one for one in filters if one),
        "writes": at.actor.may(Permission.WRITE_PLANS),
        "soon": queries.SOON,
        "wording": wording,
    }
    return render(request, "workspace/funding/list.html", context, status=BAD if values.problems else 200)


def unreported(request: HttpRequest) -> HttpResponse:
    """Paid for, nothing reported: the longest silence first."""
    at = here(request)
    rows = silent(at.office_id, at.today)
    known = [one for one in rows if one.paid is not None]
    context = {
        "rows": page_of(request, rows),
        "of": Funding.objects.filter(office_id=at.office_id, start__lte=at.today).count(),
        "paid": pounds(round(sum(one.paid or 0 for one in known), -2)),
        "whole": pounds(sum(one.funding.pence for one in known)),
        "unknown": len(rows) - len(known),
        "wording": wording,
    }
    return render(request, "workspace/funding/unreported.html", context)


def funding(request: HttpRequest, key: int) -> HttpResponse:
    """One grant or post."""
    return funding_page(request, queries.funding_at(here(request), key), Asked({}))


def funding_page(request: HttpRequest, one: Funding, sent: Asked, status: int = 200) -> HttpResponse:
    """The same page, with a form as it was sent where it could not be used."""
    at = here(request)
    topic = topic_shown(at, one.topic)
    context = {
        "one": one,
        "told": told(one, at.today),
        "typed": sent,
        "topic": topic,
        "reports": queries.reports_of(at, one),
        "exchanges": queries.asked_about(at, topic),
        "most_exchanges": queries.MOST_EXCHANGES,
        "tied": tied_actions(at, one),
        "moves": moved(at, MeasureTie.objects.filter(funding=one), one.start),
        "writes": at.actor.may(Permission.WRITE_PLANS),
        "limit": f"{limits().file // MB} MB",
        "today": at.today,
        "wording": wording,
    }
    return render(request, "workspace/funding/funding.html", context, status=BAD if sent.problems else status)
