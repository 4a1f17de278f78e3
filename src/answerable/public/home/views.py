"""The first page of an office: what is new, the next meetings, the latest ones, and the ways in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.core.publication.standards.schema_org import office_said
from answerable.public.frame import answers
from answerable.public.home.queries import coming, counts, latest, news
from answerable.public.pages import forum_names, office_at, page
from answerable.published.previewing import NOTHING, Over

MOST_NEW, MOST_MEETINGS = 8, 5


def home(request: HttpRequest, office: str, over: Over = NOTHING) -> HttpResponse:
    told = office_at(office, over)
    context = {
        "office": told,
        "title": _("The public record"),
        "new": news(office, MOST_NEW),
        "coming": coming(office, timezone.localdate(), MOST_MEETINGS),
        "latest": latest(office, MOST_MEETINGS),
        "counts": counts(office),
        "answers": answers,
        "linked": office_said(settings.SITE, told),  # type: ignore[arg-type]
        "names": forum_names(told),
    }
    return page(request, "public/home/home.html", context)
