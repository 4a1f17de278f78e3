"""Every decision that is public, and the record of one."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.components.words import said
from answerable.core.publication.redaction import CATEGORY_NAMES, Category
from answerable.public.decisions import queries
from answerable.public.gone import gone_or_unknown
from answerable.public.pages import forum_names, office_at, page
from answerable.published.previewing import NOTHING, Over
from answerable.web.address import asked
from answerable.web.paging import page_of

BAD = 400


def decisions(request: HttpRequest, office: str) -> HttpResponse:
    """The newest first, by year and word."""
    told, values = office_at(office), asked(request)
    year, word = values.number("year", _("a year")), values.text("word")
    if year and year > dt.MAXYEAR:
        values.refuse("year", _("Choose a year from the list"))
    rows = queries.decisions(office, None if values.problems else year, word)
    context = {
        "office": told, "title": _("Decisions"), "page": page_of(request, rows),
        "asked": values, "word": word,
        "years": [("", _("Every year")), *((one, str(one)) for one in queries.years(office))],
        "forums": forum_names(told), "filtered": bool(year or word),
    }  # fmt: skip
    return page(request, "public/decisions/decisions.html", context, BAD if values.problems else 200)


def decision(request: HttpRequest, office: str, decision: str, over: Over = NOTHING) -> HttpResponse:
    """The record of one."""
    told, path = office_at(office), f"{office}/decisions/{decision}"
    one = queries.decision_at(path, over)
    if one is None:
        return gone_or_unknown(request, told, path)
    left_out = one.data["left_out"]
    context = {
        "office": told, "title": one.data["title"], "decision": one.data, "on": one.date,
        "left_out": said(CATEGORY_NAMES[Category(left_out)]) if left_out else "",
    }  # fmt: skip
    return page(request, "public/decisions/decision.html", context)
