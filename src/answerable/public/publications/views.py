"""Every decision to publish, correct or withdraw, with what anybody needs to check it."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.publication.kind_names import KIND_NAMES
from answerable.public.doing import doing_in_words
from answerable.public.gone import was_withdrawn
from answerable.public.pages import NOTHING_HERE, office_at, page
from answerable.published.models import Publication, Snapshot
from answerable.published.queries import publications
from answerable.web.paging import page_of

PARTS = 100  # to a page: a register has some thousand


def publications_page(request: HttpRequest, office: str) -> HttpResponse:
    """All of an office, the newest first."""
    told = office_at(office)
    rows = page_of(request, publications(office).order_by("-number"))
    said = {one.pk: doing_in_words(one.doing) for one in rows.rows}
    context = {"office": told, "title": _("Everything published"), "page": rows, "said": said}
    return page(request, "public/publications/publications.html", context)


def publication(request: HttpRequest, office: str, number: int) -> HttpResponse:
    """One: what, when, under which duty, by which capacities, its parts, its place in the chain."""
    told, found = office_at(office), _publication(office, number)
    said = json.loads(found.header)
    held = {one.path: one for one in found.snapshots.defer("content")}
    parts = [
        {
            **part,
            "place": place,
            "snapshot": held.get(part["path"]),
            "kind": words.said(KIND_NAMES.get(part["kind"], "")),
        }
        for place, part in enumerate(said["parts"], start=1)
    ]
    context: dict[str, Any] = {
        "office": told,
        "title": found.title,
        "one": found,
        "said": said,
        "doing": doing_in_words(found.doing),
        "page": page_of(request, parts, PARTS),
        "before": _numbered(office, number - 1),
        "after": _numbered(office, number + 1),
    }
    return page(request, "public/publications/publication.html", context)


def header(request: HttpRequest, office: str, number: int) -> HttpResponse:
    """The very bytes that were hashed and signed."""
    del request
    return HttpResponse(_publication(office, number).header, "application/json")


def frozen(request: HttpRequest, office: str, number: int, place: int) -> HttpResponse:
    """The very bytes of one part, whose hash stands in the header."""
    found = _publication(office, number)
    parts = json.loads(found.header)["parts"]
    if not 0 < place <= len(parts):
        raise Http404(NOTHING_HERE)
    snapshot = Snapshot.objects.filter(publication=found, path=parts[place - 1]["path"]).first()
    if snapshot is None:
        raise Http404(NOTHING_HERE)
    if snapshot.state == "withdrawn":
        return was_withdrawn(request, office_at(office), snapshot)
    answer = HttpResponse(bytes(snapshot.content), snapshot.media_type)
    answer.headers["Content-Disposition"] = "attachment"
    return answer


def _publication(office: str, number: int) -> Publication:
    found = _numbered(office, number)
    if found is None:
        raise Http404(_("There is no publication of this number."))
    return found


def _numbered(office: str, number: int) -> Publication | None:
    return publications(office).filter(number=number).first()
