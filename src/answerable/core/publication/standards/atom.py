"""Atom (RFC 4287) in pages or whole (RFC 5005), with what is gone as deleted entries (RFC 6721).

A feed is read by those who come again: an entry that changes has a later ``updated``, and one that goes
leaves the entry's id and the time at which it went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable.core.publication.standards.xml import Xml, document, element

NAMESPACES: dict[str, str | None] = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:at": "http://purl.org/atompub/tombstones/1.0",
}
HISTORY = "http://purl.org/syndication/history/1.0"
NEVER = "1970-01-01T00:00:00Z"  # a feed in which nothing has happened yet has to have a time, too
RIGHTS = "Open Government Licence v3.0"
RIGHTS_AT = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """``address`` is permanent and is its id. ``gone``: only that, and when (``updated``), is told."""

    address: str
    updated: datetime
    title: str = ""
    summary: str = ""
    category: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One page of a feed. Addresses are whole; ``address`` is the feed's own without a page.

    ``complete``: every entry that there is stands in it (RFC 5005, section 2), so no page leads to another.
    """

    address: str
    about: str
    title: str
    author: str
    entries: Sequence[FeedEntry]
    page: int = 1
    pages: int = 1
    complete: bool = False
    language: str = "en"

    def at(self, page: int) -> str:
        if page == 1:
            return self.address
        return f"{self.address}{'&' if '?' in self.address else '?'}page={page}"


def atom(feed: FeedPage) -> str:
    """The page as a file."""
    latest = max((one.updated for one in feed.entries), default=None)
    parts = [
        element("id", None, feed.address),
        element("title", {"type": "text"}, feed.title),
        element("updated", None, _time(latest) if latest else NEVER),
        element("author", None, element("name", None, feed.author)),
        element("rights", None, RIGHTS),
        element("generator", None, "Answerable"),
        element("link", {"rel": "alternate", "type": "text/html", "href": feed.about}),
        element("link", {"rel": "license", "href": RIGHTS_AT}),
        *([element("fh:complete", {"xmlns:fh": HISTORY})] if feed.complete else []),
        *_pages(feed),
        *(_gone(one) if one.gone else _entry(one) for one in feed.entries),
    ]
    return document(element("feed", NAMESPACES | {"xml:lang": feed.language}, *parts))


def _pages(feed: FeedPage) -> list[Xml]:
    places = {"self": feed.page}
    if not feed.complete:
        places |= {"first": 1, "last": feed.pages}
    if feed.page > 1:
        places["previous"] = feed.page - 1
    if feed.page < feed.pages:
        places["next"] = feed.page + 1
    kind = "application/atom+xml"
    return [element("link", {"rel": rel, "type": kind, "href": feed.at(no)}) for rel, no in places.items()]


def _entry(one: FeedEntry) -> Xml:
    category = [element("category", {"term": one.category})] if one.category else []
    return element(
        "entry", None,
        element("id", None, one.address),
        element("title", {"type": "text"}, one.title),
        element("updated", None, _time(one.updated)),
        element("link", {"rel": "alternate", "type": "text/html", "href": one.address}),
        *category,
        element("summary", {"type": "text"}, one.summary),
    )  # fmt: skip


def _gone(one: FeedEntry) -> Xml:
    return element("at:deleted-entry", {"ref": one.address, "when": _time(one.updated)})


def _time(at: datetime) -> str:
    """RFC 3339, with its zone. Raises ValueError for a time without one."""
    if at.tzinfo is None:
        raise ValueError("a time in a feed has a zone")
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
