"""What is asked of us, by post and person; and one action with the report on it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.actions.models import Action, Report
from answerable.actions.reports import owned_by, owners_of, report_version
from answerable.core.actions.reporting import speaks_for, why_not_now, why_not_report
from answerable.core.permissions.table import Permission
from answerable.intake.uploads import MB, limits
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of
from answerable.workspace.here import Here, here
from answerable.workspace.owed import queries
from answerable.workspace.sent import version_of_form
from answerable.workspace.standing import standing

SIDES = {"force": "the force", "office": "the office"}
WHOSE = {"mine": "my posts", "all": "all posts"}


def owed(request: HttpRequest) -> HttpResponse:
    """The open actions of one's posts, or of the whole side, post by post."""
    at, values = here(request), asked(request)
    side = speaks_for(at.actor.roles) or values.choice("side", SIDES, "the side") or "force"
    mine = queries.posts_of(at)
    whose = values.choice("whose", WHOSE, "whose") or ("mine" if mine else "all")
    shown = values.choice("show", queries.SHOWN, "what is shown")
    back = queries.next_meetings(at)
    rows = queries.owed(at, side, mine if whose == "mine" else None)
    which = queries.conditions(at.today, back)
    counts = queries.counted(rows, which)
    chosen = which[shown] if shown else Q(action__state="open")
    page = page_of(request, queries.in_order(rows.filter(chosen)))
    found = queries.with_reports(at, side, page.rows, back)
    context = {
        "at": at, "side": side, "whose": whose, "mine": mine, "shown": shown, "shows": queries.SHOWN,
        "counts": counts, "page": page, "sides": SIDES, "chooses_side": speaks_for(at.actor.roles) is None,
        "groups": [(post, list(some)) for post, some in groupby(found, key=lambda row: row.owner.post)],
        "holders": queries.holders_of([one.post_id for one in page.rows if one.post_id], at.today),
        "releases": at.actor.may(Permission.RELEASE_REPORTS), "problems": values.problems,
        "several": len({one.back.forum_id for one in found if one.back}) > 1,
    }  # fmt: skip
    return render(request, "workspace/owed/owed.html", context, status=400 if values.problems else 200)


def report(request: HttpRequest, key: int) -> HttpResponse:
    """One action, what was said of it, and the report of one's side on it."""
    at = here(request)
    action = queries.action_at(at, key)
    return report_page(request, at, action, asked(request))


def report_page(
    request: HttpRequest, at: Here, action: Action, typed: Asked, status: int = 200
) -> HttpResponse:
    """The same page, with a report as it was typed where it could not be used."""
    reports = queries.reports_of(at, action)
    context = {
        "at": at,
        "action": action,
        "typed": typed,
        "standing": standing(action, at.today),
        "back": queries.next_meetings(at).get(action.forum_id),
        "said": queries.said_of(at, action),
        "reports": [one for one in reports if one.state != Report.State.DRAFT],
        "others": [one for one in reports if one.state == Report.State.DRAFT],
        "limit": f"{limits().file // MB} MB",
        **_form(request, at, action, reports, typed),
    }
    return render(request, "workspace/owed/report.html", context, status=400 if typed.problems else status)


def _form(
    request: HttpRequest, at: Here, action: Action, reports: list[Report], typed: Asked
) -> dict[str, Any]:
    """What the form needs; only why there is none, where there is none."""
    roles = at.actor.roles
    why_not = why_not_report(owned_by(action), roles) or why_not_now(action.state, action.draft)  # type: ignore[arg-type]
    side = speaks_for(roles)
    if why_not or side is None:
        return {"why_not": why_not, "side": side}
    owners = owner_choices(action, side)
    owner = typed.text("owner") or owners[0]
    owner = owner if owner in owners else owners[0]
    draft = next(
        (
            one
            for one in reversed(reports)
            if one.state == Report.State.DRAFT and (one.side, one.owner) == (side, owner)
        ),
        None,
    )
    return {
        "why_not": None,
        "side": side,
        "owners": owners,
        "owner": owner,
        "draft": draft,
        "version": version_of_form(request, report_version(draft)),
        "releases": at.actor.may(Permission.RELEASE_REPORTS),
    }


def owner_choices(action: Action, side: str) -> list[str]:
    """For whom a side can report, as printed; [""] where there is nothing to choose."""
    own = list(dict.fromkeys(one.printed for one in owners_of(action, side)))
    return own if len(action.owners.all()) > 1 and own else [""]
