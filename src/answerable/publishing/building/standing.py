"""What stands in the public store now, for parts that are made of what is public already."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from answerable.core.publication.parts import Kind, Part
from answerable.offices.models import Office
from answerable.published.models import Snapshot
from answerable.published.queries import part_of
from answerable.publishing.models import Address


def public_meetings(office: Office, among: Collection[int] | None = None) -> Iterator[tuple[int, Part]]:
    """The meetings whose minutes are public, by their keys, with what is public; one at a time."""
    rows = Address.objects.filter(office=office, kind="meeting")
    keys = dict(rows.values_list("path", "about"))
    held = Snapshot.objects.filter(office=office.slug, kind=Kind.MEETING, state="current").order_by("path")
    for path in list(held.values_list("path", flat=True)):
        key = keys.get(path)
        if key is not None and (among is None or key in among):
            found = held.filter(path=path).first()
            if found is not None:
                yield key, part_of(found)


def as_it_stands(part: Part) -> Part:
    """The part that is public now, where nothing but the day of which it tells has changed since."""
    held = Snapshot.objects.filter(path=part.path, state="current").first()
    if held is None:
        return part
    stands, told = part_of(held), part.read()
    return stands if {**stands.read(), "as_of": told.get("as_of")} == told else part
