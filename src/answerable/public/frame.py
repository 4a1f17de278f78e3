"""What stands round every public page: the way to its neighbours, and to what explains the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from answerable.public.languages import Edition, editions

SECTIONS = (
    ("meetings", _("Meetings")), ("actions", _("Actions")), ("topics", _("Topics")),
    ("measures", _("Measures")), ("people", _("People")), ("decisions", _("Decisions")),
    ("search", _("Search")),
)  # fmt: skip
ABOUT = (
    ("about", _("About this record")), ("publications", _("Everything published")),
    ("accessibility", _("Accessibility")), ("privacy", _("Privacy")), ("cookies", _("Cookies")),
    ("licence", _("Licence")), ("formats", _("Other formats")), ("data", _("Open data")),
    ("scheme", _("Publication scheme")),
)  # fmt: skip
FEEDS = (("feeds/meetings.atom", _("Meetings")), ("feeds/actions.atom", _("Actions")))
UNDER = {"promises": "actions", "posts": "people"}
"""Pages that are led to from within another part."""
CATCH_ALL = frozenset({"public_forum", "public_meeting", "public_nothing"})
"""Addresses that any word fits: what only they would answer is no page of ours."""


class Link(NamedTuple):
    name: str
    href: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """``canonical`` is the page's whole address, as it is to be cited."""

    canonical: str
    sections: Sequence[Link]
    about: Sequence[Link]
    feeds: Sequence[Link]
    languages: Sequence[Edition] = ()


def frame(request: HttpRequest, office: dict[str, Any] | None) -> Frame:
    """Round a page of an office; of none there is nothing to lead to."""
    canonical = f"{settings.SITE}{request.path_info}"
    if office is None:
        return Frame(canonical, (), (), (), editions(request))
    slug, here = office["slug"], _section(request.path_info, office)
    return Frame(
        canonical,
        [Link(str(name), f"/{slug}/{word}", here == word) for word, name in SECTIONS if answers(word)],
        [Link(str(name), f"/{slug}/{word}", here == word) for word, name in ABOUT if answers(word)],
        [Link(str(name), f"/{slug}/{word}") for word, name in FEEDS if answers(word)],
        editions(request),
    )


def _section(path: str, office: Mapping[str, Any]) -> str:
    """The part of the site that an address belongs to, "" where it is the first page."""
    slug, word = [*path.strip("/").split("/"), ""][:2]
    if f"{slug}/{word}" in {one["path"] for one in office["forums"]}:
        return "meetings"
    return UNDER.get(word, word)


@cache
def answers(word: str) -> bool:
    """Is there a page of this name behind an office's?"""
    try:
        return resolve(f"/office/{word}").url_name not in CATCH_ALL
    except Resolver404:
        return False
