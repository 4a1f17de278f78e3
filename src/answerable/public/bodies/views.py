"""Partner bodies: all that public minutes name, and a sheet to give to one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from answerable.components.words import as_name
from answerable.public.actions.rows import action_row, promise_row
from answerable.public.pages import NOTHING_HERE, forum_names, office_at, page
from answerable.public.spoken import counted, naming, said_of, sittings
from answerable.published.queries import lines_of
from answerable.published.register import register_day, tagged, values_of_any
from answerable.web.paging import page_of

ON_A_SHEET = 20  # lines said about it, the newest: with what it owes they fill two printed pages
MOST_ASKED = 20  # actions and promises on the sheet; the register has the rest


def bodies(request: HttpRequest, office: str) -> HttpResponse:
    """Every body that public minutes name, with how much."""
    told = office_at(office)
    found = [(as_name(name), slugify(name), one) for name, one in sorted(counted(office, "body").items())]
    return page(
        request, "public/bodies/bodies.html", {"office": told, "title": _("Partner bodies"), "bodies": found}
    )


def body(request: HttpRequest, office: str, body: str) -> HttpResponse:
    """What was asked of it, promised about it and said about it, from published words alone."""
    told = office_at(office)
    name = next((one for one in values_of_any(office, "body") if slugify(one) == body), None)
    if name is None:
        raise Http404(NOTHING_HERE)
    about, forums = naming("body", [name]), forum_names(told)
    asked_of = lines_of(office, "action").filter(tagged("owing", name)).order_by("-date", "-path")
    others = (
        lines_of(office, "action").filter(about).exclude(tagged("owing", name)).order_by("-date", "-path")
    )
    promised = lines_of(office, "promise").filter(about)
    promised = promised.order_by("-date", "owner", "position").prefetch_related("tags")
    said = said_of(office, about).filter(kind="entry")
    shown = page_of(request, said, ON_A_SHEET)
    context = {
        "office": told,
        "title": as_name(name),
        "crumbs": [(told["name"], f"/{office}"), (_("Partner bodies"), f"/{office}/bodies")],
        "name": as_name(name),
        "slug": body,
        "today": register_day(office),
        "asked_of": [action_row(one.data) for one in asked_of[:MOST_ASKED]],
        "others": [action_row(one.data) for one in others[:MOST_ASKED]],
        "promised": [promise_row(one, forums) for one in promised[:MOST_ASKED]],
        "page": shown,
        "meetings": sittings(shown.rows, forums),
        "row": action_row,
    }
    return page(request, "public/bodies/body.html", context)
