"""Where to begin: every address that the public store gives, so that nothing hangs on a link."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from answerable.public.data.dumping import READ_ME_NAME
from answerable.public.data.files import ALL, FILES, SUMS
from answerable.public.edition.asking import ADDRESSES
from answerable.published.models import Line, Snapshot

AT_A_TIME = 2_000  # rows of the store that are held in memory
ASKED = frozenset({"feed_search"})
"""Addresses that answer a question: there is nothing to say before it is asked."""
OWN_PAGE = frozenset({"meeting", "action", "file"})
"""Kinds of which the version that holds is what stands at the address itself. Of the others each version has
a page that tells all of it plainly."""


def beginnings(office: str) -> Iterator[str]:
    """The addresses of an office's pages and of everything that it has published, some of them twice."""
    yield from _named({"office": office})
    yield from (f"/{office}/data/{name}" for name in (*FILES, READ_ME_NAME, SUMS, ALL))
    rows = Snapshot.objects.filter(office=office).order_by("path", "version")
    for path, kind in rows.values_list("path", "kind").distinct().iterator(AT_A_TIME):
        yield f"/{path}"
        if kind == "meeting":
            _, forum, date = path.split("/")
            yield from _named({"office": office, "forum": forum, "date": date})
        elif kind == "topic":
            yield from _named({"office": office, "topic": path.rpartition("/")[2]})
    lines = Line.objects.filter(office=office).order_by("pk").values_list("path", flat=True)
    yield from (f"/{path.partition('#')[0]}" for path in lines.iterator(AT_A_TIME))


def versions(office: str) -> Iterator[tuple[str, str, bool]]:
    """The address of each version, the address of what it is a version of, and whether it leads on there."""
    rows = Snapshot.objects.filter(office=office).order_by("path", "version")
    told = rows.values_list("path", "version", "kind", "state")
    for path, version, kind, state in told.iterator(AT_A_TIME):
        yield f"/{path}/version/{version}", f"/{path}", kind in OWN_PAGE and state == "current"


def _named(values: dict[str, str]) -> Iterator[str]:
    """Every address that these values fill, no more and no fewer."""
    for one in _patterns(get_resolver(ADDRESSES)):
        if set(one.pattern.converters) == set(values) and one.name not in ASKED:
            yield reverse(str(one.name), ADDRESSES, kwargs=values)


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one)
        else:
            yield one
