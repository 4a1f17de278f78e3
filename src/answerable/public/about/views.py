"""Pages about the site: what the record is, accessibility, privacy, cookies, licence, other formats."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.publication.redaction import CATEGORY_NAMES, Category
from answerable.public.about.known import KNOWN
from answerable.public.about.results import results
from answerable.public.pages import office_at, page
from answerable.public.told import url_of
from answerable.published.queries import lines_of

MOST_ITEMS = 20  # of them one that can be cited as an example
FIRST = dt.date(2022, 8, 25)  # a day to cite where no minutes are public yet


def about(request: HttpRequest, office: str) -> HttpResponse:
    """What this record is, how a line gets here, what is left out, and how to cite it."""
    told = office_at(office)
    ends = dt.date.fromisoformat(told["ends_on"]) if told["ends_on"] else None
    today = timezone.localdate()
    return _page(
        request, "about", _("About this record"), told, ends=ends, over=bool(ends and ends < today),
        today=today, reasons=_reasons(), forces=words.listed(one["name"] for one in told["forces"]),
        example=_example(office),
    )  # fmt: skip


class Example(NamedTuple):
    """An item to cite: the day of its meeting, its number and its whole address."""

    day: dt.date
    number: str
    address: str


def _example(office: str) -> Example:
    """A numbered item of the newest minutes, made up while there is none. One query."""
    items = lines_of(office, "item").exclude(date=None).order_by("-date", "path")[:MOST_ITEMS]
    for one in items:
        if one.date and one.data["number"] and not one.data["left_out"]:
            return Example(one.date, one.data["number"], url_of(one.path))
    return Example(FIRST, "2.7", url_of(f"{office}/assurance/{FIRST}/item/2.7"))


def _reasons() -> list[tuple[str, str]]:
    what = {
        Category.EXEMPTION: _("A law or a contract lets it be kept back, such as legal advice or a price."),
        Category.PERSONAL: _("It would tell who somebody is, or something about their life."),
        Category.OPERATIONAL: _("It would help somebody to commit or hide a crime, or put people in danger."),
    }
    return [(_("left out: %(why)s") % {"why": _(CATEGORY_NAMES[one])}, what[one]) for one in Category]


def accessibility(request: HttpRequest, office: str) -> HttpResponse:
    """The statement that the regulations of 2018 ask for, from the results of the tests."""
    found = results()
    return _page(
        request, "accessibility", _("Accessibility statement"), office_at(office), known=KNOWN, results=found,
        tested=dt.date.fromisoformat(found["on"]) if found["on"] else None,
        widths=words.listed(found["widths"]), version=settings.PROGRAM_VERSION,
    )  # fmt: skip


def privacy(request: HttpRequest, office: str) -> HttpResponse:
    return _page(request, "privacy", _("Privacy notice"), office_at(office))


def cookies(request: HttpRequest, office: str) -> HttpResponse:
    return _page(request, "cookies", _("Cookies"), office_at(office))


def licence(request: HttpRequest, office: str) -> HttpResponse:
    return _page(request, "licence", _("Licence"), office_at(office))


def formats(request: HttpRequest, office: str) -> HttpResponse:
    return _page(request, "formats", _("Other formats"), office_at(office))


def _page(request: HttpRequest, name: str, title: str, office: dict[str, Any], **more: Any) -> HttpResponse:
    context = {
        "office": office, "title": title, "site": settings.SITE, "link": partial(_link, office["slug"]),
        **more,
    }  # fmt: skip
    return page(request, f"public/about/{name}.html", context)


def _link(office: str, to: str) -> str:
    return f"/{office}/{to}"
